import { abilityFor, type AppAbility, type DossierRow, mayRead, type PrincipalPost } from '@trinhduyet/access';
import type { Beside, News } from '@trinhduyet/dossiers';

/** Somebody who is listening, with what they may hear: read through the door when they came, and looked at again since. */
export interface Listener {
  readonly account: string;
  readonly posts: readonly PrincipalPost[];
}

/** News as one person hears it. Whatever a page shows because of it, it asks for anew, and so under every wall. */
export interface Heard {
  readonly dossier: string;
  readonly sequence: number;
  readonly kind: News['kind'] | 'arrived';
  readonly tasks: readonly string[];
}

interface Ears {
  readonly ability: AppAbility;
  readonly own: ReadonlySet<string>;
}

/**
 * Who hears what: those who may read the dossier, by the ability that guards its page. Found by unit and applicant, so
 * that news costs as much as it has hearers, not as much as there are listeners.
 */
export class Audience<L extends Listener> {
  private readonly ears = new Map<L, Ears>();
  private readonly byUnit = new Map<string, Set<L>>();
  private readonly byAccount = new Map<string, Set<L>>();

  get size(): number {
    return this.ears.size;
  }

  get all(): Iterable<L> {
    return this.ears.keys();
  }

  of(account: string): readonly L[] {
    return [...(this.byAccount.get(account) ?? [])];
  }

  join(listener: L): void {
    const { account, posts } = listener;
    const ability = abilityFor({ account, posts });
    this.ears.set(listener, { ability, own: new Set(posts.map(({ post }) => post)) });
    put(this.byAccount, account, listener);
    for (const { unit } of posts) put(this.byUnit, unit, listener);
  }

  leave(listener: L): void {
    this.ears.delete(listener);
    take(this.byAccount, listener.account, listener);
    for (const { unit } of listener.posts) take(this.byUnit, unit, listener);
  }

  hear(news: News, tell: (listener: L, heard: Heard) => void): void {
    const { dossier, sequence, kind, tasks, arrivedAt, rows } = news;
    for (const listener of this.near(news)) {
      const ears = this.ears.get(listener);
      if (!ears || !rows.some((row) => mayRead(ears.ability, row))) continue;
      const isArrival = arrivedAt.some((post) => ears.own.has(post));
      tell(listener, { dossier, sequence, kind: isArrival ? 'arrived' : kind, tasks });
    }
  }

  /** What stands beside the record is for colleagues alone, also where an official is the applicant. */
  hearBeside({ row }: Beside, tell: (listener: L) => void): void {
    for (const listener of this.near({ rows: [row] })) {
      const ears = this.ears.get(listener);
      if (ears && listener.account !== row.applicantId && mayRead(ears.ability, row)) tell(listener);
    }
  }

  private near({ rows }: { readonly rows: readonly DossierRow[] }): ReadonlySet<L> {
    const units = rows.flatMap(({ communeId, districtId, provinceId, receptionUnitId }) => [
      communeId,
      districtId ?? '',
      provinceId,
      receptionUnitId,
    ]);
    const applicants = rows.flatMap(({ applicantId }) => this.of(applicantId));
    return new Set([...applicants, ...units.flatMap((unit) => [...(this.byUnit.get(unit) ?? [])])]);
  }
}

function put<L>(index: Map<string, Set<L>>, key: string, listener: L): void {
  index.set(key, (index.get(key) ?? new Set()).add(listener));
}

function take<L>(index: Map<string, Set<L>>, key: string, listener: L): void {
  const listeners = index.get(key);
  listeners?.delete(listener);
  if (listeners?.size === 0) index.delete(key);
}
