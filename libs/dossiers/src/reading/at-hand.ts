import type { PrincipalPost } from '@trinhduyet/access';
import {
  type Chain,
  isAsked,
  isOpenPlace,
  type Open,
  type Place,
  reviewOf,
  type SigningOrder,
  type Task,
} from '@trinhduyet/approval';
import type { LocalText } from '@trinhduyet/programme';
import type { PageRow } from './page-row';

/** One of those who are asked at a place, or were, as the page names them. */
export interface SignerLine {
  readonly task: string;
  readonly post?: LocalText;
  readonly office?: string;
  /** To officials: who signed, has the task, or alone may sign. */
  readonly name?: string;
  readonly standing: 'asked' | 'waiting' | 'signed';
  readonly outcome?: LocalText;
  /** Of a signer who was added. */
  readonly how?: SigningOrder;
  readonly agrees?: boolean;
  readonly isMine: boolean;
}

/** Who looks, by which posts. */
export interface Looking {
  readonly account: string;
  readonly posts: readonly PrincipalPost[];
}

/** Where the dossier stands, with what the reader is asked before what others are. */
export function placesFor(state: PageRow['state'], looking: Looking): readonly Place[] {
  if (state.status !== 'open') return [];
  const mine = state.places.filter((place) => ownTask(state, place, looking) !== undefined);
  return [...mine, ...state.places.filter((place) => !mine.includes(place))];
}

/** The task that the reader is asked at a place, by one of their posts: rather one that nobody else has. */
export function ownTask(state: Open, place: Place, { account, posts }: Looking): Task | undefined {
  if (!isOpenPlace(state, place)) return undefined;
  const asked = place.asked.filter((task) => isAsked(place, task) && posts.some(({ post }) => post === task.post));
  const isFree = ({ claimedBy, assignee }: Task) => [account, undefined].includes(claimedBy ?? assignee);
  return asked.find(isFree) ?? asked.find(({ signs }) => signs === undefined);
}

/** Everybody who signs a place, where there is more than one. */
export function signersOf(
  chain: Chain,
  { posts: known, names }: PageRow,
  place: Place,
  posts: readonly PrincipalPost[],
): readonly SignerLine[] | undefined {
  if (place.asked.length < 2) return undefined;
  const outcomes = reviewOf(chain, place.step)?.outcomes ?? [];
  return place.asked.map((task): SignerLine => {
    const { signed, added } = task;
    const post = known.find((each) => each.post === task.post);
    const account = signed?.by ?? task.claimedBy ?? task.assignee;
    return {
      task: task.key,
      post: post?.title,
      office: post?.office,
      name: names.find((each) => each.account === account)?.name,
      standing: signed ? 'signed' : isAsked(place, task) ? 'asked' : 'waiting',
      outcome: added ? undefined : outcomes.find(({ key }) => key === signed?.outcome)?.title,
      how: added?.how,
      agrees: added && signed ? signed.outcome === 'agrees' : undefined,
      isMine: posts.some((held) => held.post === task.post),
    };
  });
}
