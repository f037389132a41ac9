import { addDays, dayOf, type Instant, instantOn, VIETNAM, workingCalendar } from '@trinhduyet/calendar';
import type { Names } from '@trinhduyet/feel';
import type { Directory, Ladder } from '@trinhduyet/org';
import { advance } from '../advance';
import type { Chain } from '../chain.generated';
import type { Actor, Command } from '../command';
import { decide } from '../decide';
import type { DecideContext, Decision } from '../decide/decision';
import type { DossierEvent } from '../event';
import { evolve, fold } from '../evolve';
import { openTasksOf } from '../places';
import { compileConditions } from '../verify-conditions';
import type { DossierState, Kept, Open, Pins, Place, Task } from '../state';
import { aChain } from './a-chain';
import { aDirectory, aLadder, holderOf, official, postOf, VILLAGE } from './an-office';

export const calendar = workingCalendar(VIETNAM);
export const APPLICANT: Actor = { kind: 'applicant', account: 'applicant' };
/** Who receives in the commune. */
export const CLERK: Actor = official(postOf('commune', 'reception', 'clerk'));
export const SYSTEM: Actor = { kind: 'system' };

export const kept = (id: string): Kept => ({ id, digest: `digest of ${id}` });
export const PINS: Pins = {
  requestType: { id: 'housing@1', sha256: 'a' },
  form: { id: 'housing/form@1', sha256: 'b' },
  chain: { id: 'housing/short@1', sha256: 'c' },
};

interface Setting {
  readonly chain: Chain;
  readonly ladder: Ladder;
  readonly directory: Directory;
  /** What conditions may read of form and steps. */
  readonly facts?: Names;
}

/**
 * A dossier with its record. Every default is lawful; a test states only what it is about. Immutable: a `given` can be shared.
 * Monday 16/03/2026, 09:00, unless the clock was moved.
 */
export class ADossier {
  private constructor(
    readonly setting: Setting,
    readonly events: readonly DossierEvent[],
    readonly at: Instant,
  ) {}

  static on(chain: Chain = aChain()): ADossier {
    const ladder = aLadder(...chain.ladder);
    return new ADossier({ chain, ladder, directory: aDirectory(ladder) }, [], instantOn('2026-03-16', '09:00'));
  }

  get state(): DossierState {
    return fold(this.events);
  }
  get open(): Open {
    const { state } = this;
    if (state.status !== 'open') throw new Error(`The dossier is ${state.status}.`);
    return state;
  }
  get place(): Place {
    const [place] = this.open.places;
    if (!place) throw new Error('The dossier stands nowhere.');
    return place;
  }
  get task(): Task {
    const [task] = this.place.asked;
    if (!task) throw new Error(`Nobody is asked at ${this.place.key}.`);
    return task;
  }
  /** Everybody who is asked now, as `step:post`. */
  get waitsFor(): readonly string[] {
    return this.asks.map(({ place, task }) => `${place.step}:${task.assignee ?? task.post}`);
  }
  get asks(): ReturnType<typeof openTasksOf> {
    return this.state.status === 'open' ? openTasksOf(this.state) : [];
  }
  /** The key of the task that is asked at a step now, of that post or account where several are. */
  taskOf(step: string, who = ''): string {
    const found = this.asks.find(
      ({ place, task }) => place.step === step && (task.assignee ?? task.post).includes(who),
    );
    if (!found) throw new Error(`${who || 'Nobody'} is not asked at ${step}; asked are ${this.waitsFor.join(', ')}.`);
    return found.task.key;
  }
  /** One of several decides at a step. */
  decidedAt(
    step: string,
    outcome: string,
    who = '',
    more: Partial<Extract<Command, { type: 'decide' }>> = {},
  ): ADossier {
    return this.after(this.decision(outcome, { task: this.taskOf(step, who), ...more })).followed();
  }
  get route(): readonly string[] {
    return this.events.flatMap((event) => (event.type === 'entered' ? [event.step] : []));
  }

  with(change: Partial<Setting>): ADossier {
    return new ADossier({ ...this.setting, ...change }, this.events, this.at);
  }
  withVacant(...posts: readonly string[]): ADossier {
    return this.with({ directory: aDirectory(this.setting.ladder, posts) });
  }
  clock(day: string, time = '09:00'): ADossier {
    return new ADossier(this.setting, this.events, instantOn(day, time));
  }
  daysLater(days: number): ADossier {
    return this.clock(addDays(dayOf(this.at), days));
  }

  /** What the core says to a command, by default from whoever may give it. */
  when(command: Command, actor: Actor = this.actorFor(command), more: Partial<DecideContext> = {}): Decision {
    return decide(this.setting.chain, this.state, command, { ...this.context(actor, command), ...more });
  }
  /** The dossier after a lawful command; a refusal is a mistake of the test. */
  after(command: Command, actor?: Actor, more: Partial<DecideContext> = {}): ADossier {
    const decision = this.when(command, actor ?? this.actorFor(command), more);
    if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.refusal.code}`);
    return this.given(...decision.events);
  }
  given(...events: readonly DossierEvent[]): ADossier {
    return new ADossier(this.setting, [...this.events, ...events], this.at);
  }
  /** What follows by itself, as the worker would make it follow. */
  followed(): ADossier {
    return this.given(...this.follows());
  }
  follows(): readonly DossierEvent[] {
    const { chain, directory, facts } = this.setting;
    const conditions = compileConditions(chain);
    return advance(chain, this.state, { at: this.at, calendar, directory, facts, conditions });
  }

  submitted(): ADossier {
    const units = { receptionUnit: 'commune-a', competentUnit: 'commune-a' };
    return this.after({
      type: 'submit',
      pins: PINS,
      revision: kept('revision-1'),
      ...units,
      village: VILLAGE,
    }).followed();
  }
  /** Handed over on paper, at the counter of the commune; the clerk has not received it yet. */
  filed(): ADossier {
    const units = { receptionUnit: 'commune-a', competentUnit: 'commune-a' };
    const counter = { applicant: 'applicant', papers: ['application'] };
    const command = { type: 'submit', pins: PINS, revision: kept('revision-1'), ...units, village: VILLAGE } as const;
    return this.after({ ...command, counter }, CLERK).followed();
  }
  transcribed(): ADossier {
    return this.after({ type: 'transcribe', revision: kept('transcript'), findings: [] }, CLERK);
  }
  received(): ADossier {
    return this.after({ type: 'receive', task: this.task.key, paper: kept('form-01') }).followed();
  }
  checked(outcome: 'clear' | 'attention' = 'clear'): ADossier {
    return this.after({ type: 'recordCheck', place: this.place.key, outcome, findings: [] }).followed();
  }
  decided(outcome: string, more: Partial<Extract<Command, { type: 'decide' }>> = {}): ADossier {
    return this.after(this.decision(outcome, more)).followed();
  }
  papered(): ADossier {
    return this.after({ type: 'recordPaper', place: this.place.key, paper: kept('decision') }).followed();
  }
  extended(promisedOn: string): ADossier {
    const papers = { note: kept('why later'), paper: kept('form-04') };
    return this.after({ type: 'extend', task: this.task.key, promisedOn, ...papers }).followed();
  }
  asked(): ADossier {
    return this.after({ type: 'askSupplement', task: this.task.key, items: 2, note: kept('items') }).followed();
  }
  answered(): ADossier {
    return this.after({ type: 'supplement', revision: kept('revision-2') }).followed();
  }
  decision(outcome: string, more: Partial<Extract<Command, { type: 'decide' }>> = {}): Command {
    const kepts = { note: kept('note'), entry: kept('entry'), amount: 40_000_000 };
    return { type: 'decide', task: more.task ?? this.task.key, outcome, ...kepts, ...more };
  }

  private actorFor(command: Command): Actor {
    if (command.type === 'submit' || command.type === 'supplement' || command.type === 'withdraw') return APPLICANT;
    if (!('task' in command)) return SYSTEM;
    const tasks = this.state.status === 'open' ? this.state.places.flatMap(({ asked }) => asked) : [];
    const task = tasks.find(({ key }) => key === command.task);
    return task ? holderOf(task, task.signs ? task.assignee : undefined) : SYSTEM;
  }

  /** What the dossier service would read in the command's transaction. */
  context(actor: Actor, command?: Command): DecideContext {
    const { chain, ladder, directory } = this.setting;
    const offer = { code: 'H15.16.3-260316-0001', pins: PINS, chain, ladder, competentUnit: 'commune-a' };
    return {
      at: this.at,
      actor,
      calendar,
      offer: command === undefined || command.type === 'receive' ? offer : undefined,
      receptionUnits: ['commune-a', 'commune-b'],
      addressees: directory.posts.map(({ id, office, unit, duty }) => ({ post: id, office, unit, duty })),
      assigneePosts:
        this.state.status === 'open' ? this.state.places.flatMap(({ asked }) => asked.map(({ post }) => post)) : [],
    };
  }
}

/** The state after each event, to compare with what was stored on the way. */
export function states(events: readonly DossierEvent[]): readonly DossierState[] {
  return events.reduce<DossierState[]>((all, event) => [...all, evolve(all.at(-1) ?? fold([]), event)], []);
}
