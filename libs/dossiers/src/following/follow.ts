import {
  advance,
  type Chain,
  type Command,
  type Conditions,
  decide,
  type DossierState,
  inTransit,
  type Bell,
  type Calendars as Counting,
  nextBell,
  type Place,
  type PlaceKind,
  pinsOf,
} from '@trinhduyet/approval';
import { type Instant, instant, laterOf, milliseconds } from '@trinhduyet/calendar';
import { type Calendars, readDirectory } from '@trinhduyet/directory';
import type { Directory } from '@trinhduyet/org';
import { both, type Door, type Transaction } from '@trinhduyet/persistence';
import type { PublishedType, RequestTypes } from '@trinhduyet/request-types';
import { type Loaded, lockAndLoad } from '../writing/load';
import { type Change, record, type Rows } from '../writing/record';
import { factsOf } from './facts';

export interface FollowerParts {
  readonly door: Door;
  readonly types: RequestTypes;
  readonly calendars: Calendars;
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
    return this.asSystem(dossierId, async (transaction) => {
      // Sent together, the lock first: the directory is that of the dossier as it is under the lock.
      const [setting, directory] = await both(
        this.setting(transaction, dossierId),
        readDirectory(transaction, dossierId),
      );
      const { now, clockMovedBy: moved } = setting.loaded;
      const at = rung === undefined ? now : laterOf(now, shifted(rung, moved));
      const reached = await this.advanced(setting, directory, at);
      return whereabouts(reached, { at, moved, dossierId });
    });
  }

  /** A command by `system`, for what an automatic step came out with. A dossier that has moved on is an answer. */
  async give(dossierId: string, prepare: Preparation): Promise<'recorded' | 'moved-on'> {
    return this.asSystem(dossierId, async (transaction) => {
      const setting = await this.setting(transaction, dossierId);
      const { command, rows } = await prepare(setting);
      const { chain, loaded, counting } = setting;
      const context = { at: loaded.now, actor: { kind: 'system' }, ...counting } as const;
      const decision = decide(chain, loaded.state, command, context);
      if (!decision.ok) return 'moved-on';
      await recordBySystem(setting, { events: decision.events, at: loaded.now, rows });
      return 'recorded';
    });
  }

  /**
   * Counts a dossier anew by the calendars that hold now, because of a decision; nothing is recorded where nothing moves.
   * Its workflow has not asked for it, so it is woken where a bell comes earlier.
   */
  async recount(dossierId: string, decision: string): Promise<'moved' | 'same'> {
    return this.asSystem(dossierId, async (transaction) => {
      const setting = await this.setting(transaction, dossierId);
      const { chain, conditions, loaded, counting } = setting;
      const facts = conditions.size === 0 ? undefined : await factsOf(setting);
      const context = { at: loaded.now, actor: { kind: 'system' }, ...counting, facts, conditions } as const;
      const judged = decide(chain, loaded.state, { type: 'recount', decision }, context);
      if (!judged.ok || judged.events.length === 0) return 'same';
      await recordBySystem(setting, { events: judged.events, at: loaded.now, rows: {} }, false);
      return 'moved';
    });
  }

  private async advanced(setting: Setting, directory: Directory, at: Instant): Promise<DossierState> {
    const { chain, conditions, loaded, counting } = setting;
    if (loaded.state.status !== 'open') return loaded.state;
    const facts = conditions.size === 0 ? undefined : await factsOf(setting);
    const events = advance(chain, loaded.state, { at, ...counting, directory, facts, conditions });
    return events.length === 0 ? loaded.state : recordBySystem(setting, { events, at, rows: {} });
  }

  private asSystem<T>(dossier: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.parts.door.asActor({ kind: 'system', dossier }, work);
  }

  private async setting(transaction: Transaction, dossier: string): Promise<Setting> {
    const loaded = await lockAndLoad(transaction, dossier);
    if (!loaded) throw new Error(`There is no dossier ${dossier}.`);
    const { state } = loaded;
    if (state.status === 'unsubmitted') throw new Error(`Dossier ${dossier} was never submitted.`);
    const { types, calendars, publicUrl } = this.parts;
    const calendarOf = await calendars.at(transaction, loaded.calendarVersion);
    const counting = { calendar: calendarOf(loaded.row.communeId), calendarOf };
    return { transaction, publicUrl, loaded, counting, ...(await types.pinned(transaction, pinsOf(state))) };
  }
}

/** One dossier under its lock, with the versions that it is bound to. */
export interface Setting {
  readonly publicUrl: string;
  readonly transaction: Transaction;
  readonly loaded: Loaded;
  /** By which days it is counted. */
  readonly counting: Counting;
  readonly chain: Chain;
  readonly conditions: Conditions;
  readonly type: PublishedType;
}

function recordBySystem(
  { transaction, chain, loaded }: Setting,
  happened: Pick<Change, 'events' | 'at' | 'rows'>,
  byWorkflow = true,
): Promise<DossierState> {
  const { fixed, row, head, state: before } = loaded;
  return record(transaction, { chain, fixed, row, head, before, ...happened, account: NOBODY, byWorkflow });
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
