import type { Schema } from '@trinhduyet/api-client';
import { useEffect } from 'react';

const WHOSE = 'account';
/** Marks, words and the row that was looked at: names of applicants are among them. */
const OF_INBOX = 'inbox-';

/** What a tab keeps of the inbox of whoever worked in it is nobody else's. What was typed is kept by account anyway. */
export function forgetInbox(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(OF_INBOX)) sessionStorage.removeItem(key);
}

/** Whether somebody else worked in this tab before. */
export function takeOver(account: string): boolean {
  const before = sessionStorage.getItem(WHOSE);
  sessionStorage.setItem(WHOSE, account);
  const isOthers = before !== null && before !== account;
  if (isOthers) forgetInbox();
  return isOthers;
}

/** Somebody else may have signed in beside it, in another tab: nothing of the one before stays in memory either. */
export function useOwnTab(me: Schema<'Me'> | null | undefined): void {
  const account = me?.account;
  useEffect(() => {
    if (account !== undefined && takeOver(account)) location.reload();
  }, [account]);
}
