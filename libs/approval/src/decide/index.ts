import type { Chain } from '../chain.generated';
import type { Command, CommandOf, CommandType } from '../command';
import type { DossierState } from '../state';
import { supplement, withdraw } from './applicant';
import { askConsent, consent, refuseConsent } from './consent';
import { submit, transcribe } from './counter';
import { type DecideContext, type Decider, type Decision, refuse } from './decision';
import { extend } from './extension';
import { resume, suspend, urge } from './clock';
import { consult, opine } from './consultation';
import { assign, claim, release } from './handling';
import { recall } from './recall';
import { addSigner, cosign, open, takeBackAsk, transfer } from './signers';
import { askSupplement, forwardReception, receive, refuseReception } from './reception';
import { recount } from './recount';
import { decideReview } from './review';
import { lookAgain, recordCheck, recordPaper } from './system';

/**
 * Says what a command would cause: the events to record, or why it is not lawful now. Reads no clock, no database and
 * no randomness, so that server, simulator and browser agree.
 */
export function decide(chain: Chain, state: DossierState, command: Command, context: DecideContext): Decision {
  if (command.type === 'submit') return submit(state, command, context);
  if (state.status === 'unsubmitted') return refuse('not-submitted');
  if (state.status === 'ended') return refuse('already-ended');
  return (DECIDERS[command.type] as Decider<Command>)(chain, state, command, context);
}

type OnOpen = Exclude<CommandType, 'submit'>;

/** One rule for each command; a command that is missing here does not compile. */
const DECIDERS: { readonly [T in OnOpen]: Decider<CommandOf<T>> } = {
  transcribe,
  receive,
  refuseReception,
  forwardReception,
  askSupplement,
  askConsent,
  consent,
  refuseConsent,
  extend,
  supplement,
  assign,
  claim,
  release,
  open,
  decide: decideReview,
  addSigner,
  cosign,
  consult,
  opine,
  takeBackAsk,
  transfer,
  recall,
  suspend,
  resume,
  urge,
  withdraw,
  recordCheck,
  recordPaper,
  lookAgain,
  recount,
};
