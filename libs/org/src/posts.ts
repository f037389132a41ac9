import type { Day } from '@trinhduyet/calendar';
import {
  type AccountId,
  inForce,
  type Ladder,
  type OfficeId,
  type PostId,
  type Tier,
  type UnitId,
  unitAt,
  type Validity,
  type VillageId,
} from './unit';

/**
 * What a step asks for, in words; each unit maps it to one of its offices, because the offices' names differ between units.
 * A further one is a line here and an office that serves it.
 */
export const FUNCTIONS = {
  reception: { vi: 'tiếp nhận', en: 'reception' },
  village: { vi: 'thôn, ấp', en: 'village' },
  housing: { vi: 'nhà ở', en: 'housing' },
  livelihood: { vi: 'nông nghiệp, sinh kế', en: 'agriculture and livelihood' },
  appraisal: { vi: 'hội đồng thẩm định', en: 'appraisal council' },
  training: { vi: 'đào tạo nghề, văn hóa – xã hội', en: 'vocational training and social affairs' },
  finance: { vi: 'tài chính', en: 'finance' },
  leadership: { vi: 'lãnh đạo', en: 'leadership' },
  records: { vi: 'văn thư', en: 'records' },
  administration: { vi: 'quản trị', en: 'administration' },
} as const satisfies Readonly<Record<string, { readonly vi: string; readonly en: string }>>;
export type OfficeFunction = keyof typeof FUNCTIONS;

/** The words of a function; one that a newer chain names and this list does not know yet is shown by its key. */
export function wordsOfFunction(key: string): { readonly vi: string; readonly en: string } {
  return Object.hasOwn(FUNCTIONS, key) ? FUNCTIONS[key as OfficeFunction] : { vi: key, en: key };
}
export const OFFICE_FUNCTIONS = Object.keys(FUNCTIONS) as readonly OfficeFunction[];

/** What the person in a post does there: a specialist proposes, a head or leader decides. */
export const DUTIES = ['clerk', 'village-head', 'specialist', 'head', 'leader', 'archivist', 'administrator'] as const;
export type Duty = (typeof DUTIES)[number];

export interface Post extends Validity {
  readonly id: PostId;
  readonly unit: UnitId;
  readonly office: OfficeId;
  readonly duty: Duty;
  /** Only for village heads: the village that the post is of. */
  readonly village?: VillageId;
}

export interface FunctionMapping extends Validity {
  readonly unit: UnitId;
  readonly function: string;
  readonly office: OfficeId;
}

export interface Holding extends Validity {
  readonly post: PostId;
  readonly account: AccountId;
}

/** What is known of the offices along one ladder. */
export interface Directory {
  readonly posts: readonly Post[];
  readonly functions: readonly FunctionMapping[];
  readonly holdings: readonly Holding[];
}

/** Whom a step asks, relative to the dossier. */
export interface Who {
  readonly tier: Tier;
  /** One of the functions that the offices along the ladder serve; a chain is published only if they do. */
  readonly function: string;
  readonly duty: Duty;
}

export type Unresolved = 'no-unit' | 'no-office' | 'no-post' | 'no-village' | 'vacant-post';
export type Resolved = { readonly ok: true; readonly post: Post } | { readonly ok: false; readonly reason: Unresolved };

export interface Whereabouts {
  readonly ladder: Ladder;
  readonly village?: VillageId;
  readonly day: Day;
}

/** Finds the post that a step waits for. Units, posts and people are those in force on the day that the step is entered. */
export function resolve(directory: Directory, who: Who, { ladder, village, day }: Whereabouts): Resolved {
  const unit = unitAt(ladder, who.tier);
  if (unit === undefined) return unresolved('no-unit');
  const mapping = directory.functions.find((m) => m.unit === unit && m.function === who.function && inForce(m, day));
  if (!mapping) return unresolved('no-office');
  const ofVillage = who.duty === 'village-head';
  if (ofVillage && village === undefined) return unresolved('no-village');
  const post = directory.posts.find(
    (p) =>
      p.office === mapping.office && p.duty === who.duty && (!ofVillage || p.village === village) && inForce(p, day),
  );
  if (!post) return unresolved('no-post');
  const held = directory.holdings.some((h) => h.post === post.id && inForce(h, day));
  return held ? { ok: true, post } : unresolved('vacant-post');
}

function unresolved(reason: Unresolved): Resolved {
  return { ok: false, reason };
}

/** Everybody who holds a post on a day, in a steady order. */
export function holdersOf({ holdings }: Directory, post: PostId, day: Day): readonly AccountId[] {
  const held = holdings.filter((holding) => holding.post === post && inForce(holding, day));
  return [...new Set(held.map(({ account }) => account))].sort();
}
