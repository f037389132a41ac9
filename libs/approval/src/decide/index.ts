import type { Chain } from '../chain.generated';
import type { Command } from '../command';
import type { DossierState, Open } from '../state';
import { supplement, withdraw } from './applicant';
import { askConsent, consent, refuseConsent } from './consent';
import { submit, transcribe } from './counter';
import { type DecideContext, type Decision, refuse } from './decision';
import { extend } from './extension';
import { assign, claim, release } from './handling';
import { askSupplement, forwardReception, receive, refuseReception } from './reception';
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
  return decideOpen(chain, state, command, context);
}

function decideOpen(
  chain: Chain,
  state: Open,
  command: Exclude<Command, { type: 'submit' }>,
  context: DecideContext,
): Decision {
  switch (command.type) {
    case 'transcribe':
      return transcribe(chain, state, command, context);
    case 'receive':
      return receive(chain, state, command, context);
    case 'refuseReception':
      return refuseReception(chain, state, command, context);
    case 'forwardReception':
      return forwardReception(chain, state, command, context);
    case 'askSupplement':
      return askSupplement(chain, state, command, context);
    case 'askConsent':
      return askConsent(chain, state, command, context);
    case 'consent':
      return consent(chain, state, command, context);
    case 'refuseConsent':
      return refuseConsent(chain, state, command, context);
    case 'extend':
      return extend(chain, state, command, context);
    case 'supplement':
      return supplement(chain, state, command, context);
    case 'assign':
      return assign(chain, state, command, context);
    case 'claim':
      return claim(chain, state, command, context);
    case 'release':
      return release(chain, state, command, context);
    case 'decide':
      return decideReview(chain, state, command, context);
    case 'withdraw':
      return withdraw(chain, state, command, context);
    case 'recordCheck':
      return recordCheck(chain, state, command, context);
    case 'recordPaper':
      return recordPaper(chain, state, command, context);
    case 'lookAgain':
      return lookAgain(chain, state, command, context);
  }
}
