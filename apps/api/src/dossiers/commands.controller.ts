import { Controller, Post } from '@nestjs/common';
import { PROBLEM_CODES, type ProblemCode } from '@trinhduyet/problems';
import type { z } from 'zod';
import { DossierParams } from '../contract/common';
import { BringPapers } from '../contract/counter';
import * as acts from '../contract/acts';
import * as contract from '../contract/dossiers';
import { FILE_PROBLEMS, Operation, type OperationSpec } from '../http/operation';
import { type Asked, TheCommand } from '../http/requests';
import { Commands } from './commands';

type Answer = z.infer<typeof contract.CommandAnswer>;

/** Problems that no command has. */
const ELSEWHERE: ReadonlySet<ProblemCode> = new Set([
  ...(['wrong-credentials', 'wrong-pin', 'locked-out', 'version-required', 'draft-changed'] as const),
  ...([...FILE_PROBLEMS, 'too-many-files', 'drawer-full'] as const),
  ...(['block-overlaps', 'paper-not-issued', 'paper-differs'] as const),
]);

/** What all commands share. Whether one is lawful the core says, and the page's offers say it beforehand. */
const command = (id: string, summary: string, body: z.ZodType): OperationSpec => ({
  id,
  summary,
  body,
  tag: 'commands',
  policy: 'signed-in',
  params: DossierParams,
  command: true,
  response: contract.CommandAnswer,
  problems: PROBLEM_CODES.filter((code) => !ELSEWHERE.has(code)),
});

/** One line an act: the dossier's service does them all. */
@Controller('dossiers/:dossier')
export class CommandsController {
  constructor(private readonly commands: Commands) {}

  @Post('reception')
  @Operation(command('receive', 'Receive a dossier: code, promised date and form 01', contract.Receive))
  receive(@TheCommand() asked: Asked<z.infer<typeof contract.Receive>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'receive', ...asked.body });
  }

  @Post('reception-refusal')
  @Operation(command('refuseReception', 'Refuse to receive a dossier, in writing (form 03)', contract.RefuseReception))
  refuseReception(@TheCommand() asked: Asked<z.infer<typeof contract.RefuseReception>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'refuseReception', ...asked.body });
  }

  @Post('reception-forwarding')
  @Operation(command('forwardReception', 'Forward a misdirected dossier', contract.ForwardReception))
  forwardReception(@TheCommand() asked: Asked<z.infer<typeof contract.ForwardReception>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'forwardReception', ...asked.body });
  }

  @Post('supplement-request')
  @Operation(command('askSupplement', 'Ask once for everything that is missing (form 02)', contract.AskSupplement))
  askSupplement(@TheCommand() asked: Asked<z.infer<typeof contract.AskSupplement>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'askSupplement', ...asked.body });
  }

  @Post('supplement')
  @Operation(command('supplement', 'Answer a request for supplement', contract.Supplement))
  supplement(@TheCommand() asked: Asked<z.infer<typeof contract.Supplement>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'supplement', ...asked.body });
  }

  @Post('transcript')
  @Operation(command('transcribe', 'Type in what stands on the paper form', contract.Transcribe))
  transcribe(@TheCommand() asked: Asked<z.infer<typeof contract.Transcribe>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'transcribe', ...asked.body });
  }

  @Post('brought-papers')
  @Operation(command('bringPapers', 'Take papers that were asked for, at the counter', BringPapers))
  bringPapers(@TheCommand() asked: Asked<z.infer<typeof BringPapers>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'bring', ...asked.body });
  }

  @Post('extension')
  @Operation(command('extend', 'Promise another day, once, with an apology (form 04)', contract.Extend))
  extend(@TheCommand() asked: Asked<z.infer<typeof contract.Extend>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'extend', ...asked.body });
  }

  @Post('assignment')
  @Operation(command('assign', 'Give a task to a colleague', contract.Assign))
  assign(@TheCommand() asked: Asked<z.infer<typeof contract.Assign>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'assign', ...asked.body });
  }

  @Post('claim')
  @Operation(command('claim', 'Take a task', contract.OfTask))
  claim(@TheCommand() asked: Asked<z.infer<typeof contract.OfTask>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'claim', ...asked.body });
  }

  @Post('release')
  @Operation(command('release', 'Give a taken task back', contract.OfTask))
  release(@TheCommand() asked: Asked<z.infer<typeof contract.OfTask>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'release', ...asked.body });
  }

  @Post('decision')
  @Operation(command('decide', 'Decide a task', contract.Decide))
  decide(@TheCommand() asked: Asked<z.infer<typeof contract.Decide>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'decide', ...asked.body });
  }

  @Post('signers')
  @Operation(command('addSigner', 'Add a signer before, beside or after one’s own signature', acts.AddSigner))
  addSigner(@TheCommand() asked: Asked<z.infer<typeof acts.AddSigner>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'addSigner', ...asked.body });
  }

  @Post('cosignature')
  @Operation(command('cosign', 'Agree or dissent as a signer who was added', acts.Cosign))
  cosign(@TheCommand() asked: Asked<z.infer<typeof acts.Cosign>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'cosign', ...asked.body });
  }

  @Post('consultation')
  @Operation(command('consult', 'Ask another office for an opinion', acts.Consult))
  consult(@TheCommand() asked: Asked<z.infer<typeof acts.Consult>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'consult', ...asked.body });
  }

  @Post('opinion')
  @Operation(command('opine', 'Give the opinion that was asked for', acts.Opine))
  opine(@TheCommand() asked: Asked<z.infer<typeof acts.Opine>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'opine', ...asked.body });
  }

  @Post('ask-taken-back')
  @Operation(command('takeBackAsk', 'Take back an ask that nobody has answered', contract.OfTask))
  takeBackAsk(@TheCommand() asked: Asked<z.infer<typeof contract.OfTask>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'takeBackAsk', ...asked.body });
  }

  @Post('transfer')
  @Operation(command('transfer', 'Give a task to the same duty of another office', acts.Transfer))
  transfer(@TheCommand() asked: Asked<z.infer<typeof acts.Transfer>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'transfer', ...asked.body });
  }

  @Post('recall')
  @Operation(command('recall', 'Take one’s own decision back', acts.Recall))
  recall(@TheCommand() asked: Asked<z.infer<typeof acts.Recall>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'recall', ...asked.body });
  }

  @Post('opening')
  @Operation(command('open', 'Say that one has opened a task', contract.OfTask))
  open(@TheCommand() asked: Asked<z.infer<typeof contract.OfTask>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'open', ...asked.body });
  }

  @Post('suspension')
  @Operation(command('suspend', 'Stop the clock, on a ground of law', acts.Suspend))
  suspend(@TheCommand() asked: Asked<z.infer<typeof acts.Suspend>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'suspend', ...asked.body });
  }

  @Post('resumption')
  @Operation(command('resume', 'Let the clock run again', acts.Resume))
  resume(@TheCommand() asked: Asked<z.infer<typeof acts.Resume>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'resume', ...asked.body });
  }

  @Post('urging')
  @Operation(command('urge', 'Urge whoever is asked', acts.Urge))
  urge(@TheCommand() asked: Asked<z.infer<typeof acts.Urge>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'urge', ...asked.body });
  }

  @Post('withdrawal')
  @Operation(command('withdraw', 'Withdraw a dossier', contract.Withdraw))
  withdraw(@TheCommand() asked: Asked<z.infer<typeof contract.Withdraw>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'withdraw', ...asked.body });
  }

  @Post('second-look')
  @Operation(command('lookAgain', 'Look again at a dossier that is stuck', contract.LookAgain))
  lookAgain(@TheCommand() asked: Asked<z.infer<typeof contract.LookAgain>>): Promise<Answer> {
    return this.commands.give(asked, { type: 'lookAgain', ...asked.body });
  }
}
