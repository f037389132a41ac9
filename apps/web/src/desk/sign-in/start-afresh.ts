import type { Schema } from '@trinhduyet/api-client';
import { takeOver } from './whose-tab';

/** The page that was asked for, with nothing left of whoever sat here before. */
export function startAfresh({ account }: Schema<'Me'>): void {
  takeOver(account);
  location.reload();
}
