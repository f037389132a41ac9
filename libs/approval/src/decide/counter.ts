import type { Actor, CommandOf } from '../command';
import type { By } from '../event';
import type { DossierState, Open, Submission } from '../state';
import { accept, type DecideContext, type Decider, type Decision, refuse } from './decision';

type ByOfficial = By & { readonly kind: 'official' };

/** Handing in: by the applicant, or at the counter by whoever receives there, for somebody who came with paper. */
export function submit(state: DossierState, command: CommandOf<'submit'>, { actor, at }: DecideContext): Decision {
  if (state.status !== 'unsubmitted') return refuse('already-submitted');
  const { type: _, ...what } = command;
  if (!command.counter) {
    if (actor.kind !== 'applicant') return refuse('not-your-dossier');
    return accept({ type: 'submitted', at, by: { kind: 'applicant', account: actor.account }, ...what });
  }
  const by = receiverOf(command, actor);
  if (!by) return refuse('not-your-task');
  if (by.account === command.counter.applicant) return refuse('own-dossier');
  return accept({ type: 'submitted', at, by, ...what });
}

/** Typing in what stands on the paper form: by reception, or by a specialist of the commune that is competent. */
export const transcribe: Decider<CommandOf<'transcribe'>> = (_chain, state, { revision, findings }, { actor, at }) => {
  const by = transcriberOf(state, actor);
  if (!by) return refuse('not-your-task');
  if (by.account === state.submission.by) return refuse('own-dossier');
  if (state.withdrawnAt !== undefined) return refuse('in-transit');
  if (!awaitsTranscript(state)) return refuse('already-transcribed');
  return accept({ type: 'transcribed', at, by, revision, findings });
};

/** Whether the paper form still has to be typed in. */
export function awaitsTranscript(state: DossierState): state is Open {
  return state.status === 'open' && state.submission.counter?.transcribed === false;
}

/** The clerk of the reception where a dossier is handed in. */
export function receiverOf({ receptionUnit }: Pick<Submission, 'receptionUnit'>, actor: Actor): ByOfficial | undefined {
  return officialBy(actor, ({ duty, unit }) => duty === 'clerk' && unit === receptionUnit);
}

/** Those who have the paper folder in hand: both receptions, and the commune's specialists. */
export function transcriberOf({ submission }: Open, actor: Actor): ByOfficial | undefined {
  const { receptionUnit, competentUnit } = submission;
  const has = ({ duty, unit }: Post) =>
    unit === competentUnit ? duty === 'clerk' || duty === 'specialist' : duty === 'clerk' && unit === receptionUnit;
  return officialBy(actor, has);
}

type Post = (Actor & { kind: 'official' })['posts'][number];

function officialBy(actor: Actor, has: (post: Post) => boolean): ByOfficial | undefined {
  const held = actor.kind === 'official' ? actor.posts.find(has) : undefined;
  return actor.kind === 'official' && held ? { kind: 'official', account: actor.account, post: held.post } : undefined;
}
