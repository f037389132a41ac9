import {
  advance,
  type Chain,
  type Command,
  decide,
  type DossierState,
  inTransit,
  type Bell,
  nextBell,
  type Place,
  type PlaceKind,
  pinsOf,
} from '@trinhduyet/approval';
import { type Instant, instant, laterOf, milliseconds, type WorkingCalendar } from '@trinhduyet/calendar';
import { readDirectory } from '@trinhduyet/directory';
import type { Directory } from '@trinhduyet/org';
import type { Door, Transaction } from '@trinhduyet/persistence';
import type { PublishedType, RequestTypes } from '@trinhduyet/request-types';
import { type Loaded, lockAndLoad } from '../writing/load';
import { record, type Rows } from '../writing/record';

export interface FollowerParts {
  readonly door: Door;
  readonly types: RequestTypes;
  readonly calendar: WorkingCalendar;
  readonly publicUrl: string;
}

/** Where a dossier now stands, as its workflow needs to know it: keys and instants, nothing personal. */
export interface Whereabouts {
  readonly sequence: number;
  readonly ended: boolean;
  readonly places: readonly { readonly key: string; readonly step: string; readonly kind: PlaceKind }[];
  /** When to look again at the latest, by the machine's clock. */
  readonly wakeAt: Instant;
}

/** An outage longer than this is noticed by looking again anyway. */
const LOOK_AGAIN_MS = 7 * 86_400_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What carries dossiers on, as `system` and for one dossier at a time. */
export class Follower {
  constructor(private readonly parts: FollowerParts) {}

  /**
   * Leaves what is decided, rings what is due, enters what follows. `rung`: the bell that woke us, by the machine's
   * clock; the later of it and the database's clock counts, so that a clock that lags never makes us spin.
   */
  async followRoute(dossierId: string, rung?: Instant): Promise<Whereabouts> {
    return this.asSystem(dossierId, async ({ transaction, loaded, chain, moved, directory }) => {
      const at = rung === undefined ? loaded.now : laterOf(loaded.now, shifted(rung, moved));
      const reached = await this.advanced({ transaction, loaded, chain, directory }, at);
      return whereabouts(reached, { at, moved, dossierId });
    });
  }

  /** A command by `system`, for what an automatic step came out with. A dossier that has moved on is an answer. */
  async give(dossierId: string, prepare: Preparation): Promise<'recorded' | 'moved-on'> {
    return this.asSystem(dossierId, async ({ transaction, loaded, chain, type }) => {
      const { command, rows } = await prepare({ transaction, loaded, chain, type, publicUrl: this.parts.publicUrl });
      const { calendar } = this.parts;
      const decision = decide(chain, loaded.state, command, { at: loaded.now, actor: { kind: 'system' }, calendar });
      if (!decision.ok) return 'moved-on';
      const { fixed, row, state, head, now } = loaded;
      await record(transaction, {
        chain,
        fixed,
        row,
        head,
        rows,
        before: state,
        events: decision.events,
        at: now,
        account: NOBODY,
        byWorkflow: true,
      });
      return 'recorded';
    });
  }

  private async advanced({ transaction, loaded, chain, directory }: Standing, at: Instant): Promise<DossierState> {
    const { state, fixed, row, head } = loaded;
    if (state.status !== 'open') return state;
    const events = advance(chain, state, { at, calendar: this.parts.calendar, directory });
    if (events.length === 0) return state;
    return record(transaction, {
      chain,
      fixed,
      row,
      head,
      events,
      at,
      before: state,
      account: NOBODY,
      rows: {},
      byWorkflow: true,
    });
  }

  private asSystem<T>(
    dossier: string,
    work: (setting: Omit<Setting, 'publicUrl'> & Standing & { moved: number }) => Promise<T>,
  ): Promise<T> {
    return this.parts.door.asActor({ kind: 'system', dossier }, async (transaction) => {
      const [loaded, directory] = await Promise.all([
        lockAndLoad(transaction, dossier),
        readDirectory(transaction, dossier),
      ]);
      if (!loaded) throw new Error(`There is no dossier ${dossier}.`);
      const { state } = loaded;
      if (state.status === 'unsubmitted') throw new Error(`Dossier ${dossier} was never submitted.`);
      const { type, chain } = await this.parts.types.pinned(transaction, pinsOf(state));
      return work({ transaction, loaded, chain, type, directory, moved: loaded.clockMovedBy });
    });
  }
}

interface Standing {
  readonly transaction: Transaction;
  readonly loaded: Loaded;
  readonly chain: Chain;
  readonly directory: Directory;
}

export interface Setting {
  readonly publicUrl: string;
  readonly transaction: Transaction;
  readonly loaded: Loaded;
  readonly chain: Chain;
  readonly type: PublishedType;
}
export type Preparation = (setting: Setting) => Promise<{ readonly command: Command; readonly rows: Rows }>;

interface Looking {
  readonly at: Instant;
  readonly moved: number;
  readonly dossierId: string;
}

function whereabouts(state: DossierState, { at, moved, dossierId }: Looking): Whereabouts {
  const latest = shifted(at, LOOK_AGAIN_MS);
  const bell = ringingAt(nextBell(state), dossierId) ?? latest;
  const wakeAt = shifted(bell < latest ? bell : latest, -moved);
  const places = state.status === 'open' && !inTransit(state) ? state.places.map(short) : [];
  return { sequence: state.sequence, ended: state.status === 'ended', places, wakeAt };
}

/** When to look because of a bell. The reminders of one morning are spread over a quarter of an hour, by dossier. */
function ringingAt(bell: Bell | undefined, dossierId: string): Instant | undefined {
  if (bell?.kind !== 'remind') return bell?.at;
  const share = Number.parseInt(dossierId.slice(-6), 16) / 0x1000000;
  return shifted(bell.at, Math.round(share * REMINDERS_SPREAD_MS));
}
const REMINDERS_SPREAD_MS = 15 * 60_000;

function short({ key, step, kind }: Place) {
  return { key, step, kind };
}

/** Between the machine's clock and the one that training may have moved. */
function shifted(at: Instant, ms: number): Instant {
  return instant(milliseconds(at) + ms);
}
