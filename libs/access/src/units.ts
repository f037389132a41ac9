import type { Duty, UnitId } from '@trinhduyet/org';
import type { PrincipalPost } from './principal';

/** The units in which somebody has one of these duties, each once. */
export function unitsOf(posts: readonly PrincipalPost[], ...duties: readonly Duty[]): readonly UnitId[] {
  return [...new Set(posts.filter(({ duty }) => duties.includes(duty)).map(({ unit }) => unit))];
}
