import type { Schema } from '@trinhduyet/api-client';
import { useKept } from '../../work/kept';
import type { PanelProps } from './panel';

/** Which post was chosen, out of those that the act may name. */
export function usePost({ begun: { act }, handling, dossier }: PanelProps) {
  const [kept, choose] = useKept(handling.keep<string>(act, 'post'), '');
  const addressees = dossier.addressees.filter(({ post }) => act.posts.includes(post));
  const [only] = addressees.length === 1 ? addressees : [];
  const post = isAmong(addressees, kept) ? kept : (only?.post ?? '');
  return { addressees, post, choose };
}

const isAmong = (addressees: Schema<'DossierView'>['addressees'], wanted: string) =>
  addressees.some(({ post }) => post === wanted);
