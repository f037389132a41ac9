import type { Directory, Duty, FunctionMapping, Holding, Ladder, OfficeFunction, Post, Tier } from '@trinhduyet/org';
import { DUTIES, OFFICE_FUNCTIONS } from '@trinhduyet/org';
import type { Actor, HeldPost } from '../command';

/** Names everything after what it is: unit `commune-a`, office `commune-a/housing`, post `commune-a/housing/specialist`. */
const VALID_FROM = '2020-01-01';
export const VILLAGE = 'village-3';

export function aLadder(...tiers: readonly Tier[]): Ladder {
  return tiers.map((tier) => ({ tier, unit: `${tier}-a` }));
}

/** Every function of every unit staffed by one person per duty, whose account is named after the post: `commune-a/housing/specialist#1`. */
export function aDirectory(ladder: Ladder, vacant: readonly string[] = []): Directory {
  const offices = ladder.flatMap(({ unit }) =>
    OFFICE_FUNCTIONS.map((name) => ({ unit, function: name, office: `${unit}/${name}` })),
  );
  const functions = offices.map((office): FunctionMapping => ({ ...office, validFrom: VALID_FROM }));
  const posts = offices.flatMap(({ unit, office }) => DUTIES.map((duty) => aPost(unit, office, duty)));
  const holdings = posts
    .filter(({ id }) => !vacant.includes(id))
    .map((post): Holding => ({ post: post.id, account: `${post.id}#1`, validFrom: VALID_FROM }));
  return { functions, posts, holdings };
}

function aPost(unit: string, office: string, duty: Duty): Post {
  const village = duty === 'village-head' ? VILLAGE : undefined;
  return { id: `${office}/${duty}`, unit, office, duty, village, validFrom: VALID_FROM };
}

export function postOf(tier: Tier, name: OfficeFunction, duty: Duty): HeldPost {
  const unit = `${tier}-a`;
  return { unit, office: `${unit}/${name}`, post: `${unit}/${name}/${duty}`, duty };
}

/** The person who holds the post, or another who holds it too. */
export function official(post: HeldPost, account = `${post.post}#1`): Actor & { kind: 'official' } {
  return { kind: 'official', account, posts: [post] };
}

/** Whoever holds the post of a task. */
export function holderOf(
  task: { post: string; office: string; unit: string },
  account = `${task.post}#1`,
): Actor & { kind: 'official' } {
  const duty = task.post.split('/').at(-1) as Duty;
  return { kind: 'official', account, posts: [{ post: task.post, office: task.office, unit: task.unit, duty }] };
}
