import type { AccountId, Duty, OfficeId, PostId, Tier, UnitId, VillageId } from '@trinhduyet/org';

/** A post that somebody holds now, with what permission follows from. */
export interface PrincipalPost {
  readonly post: PostId;
  readonly office: OfficeId;
  readonly unit: UnitId;
  readonly tier: Tier;
  readonly duty: Duty;
  readonly village?: VillageId;
}

/** Somebody who is signed in. One person may hold several posts, in several units. */
export interface Principal {
  readonly account: AccountId;
  readonly posts: readonly PrincipalPost[];
}
