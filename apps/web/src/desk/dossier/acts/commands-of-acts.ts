import type { Schema } from '@trinhduyet/api-client';
import type { Act } from './acts';
import { type Command, COMMANDS } from './commands';
import type { StepDraft } from '../work/step-draft';

/** A decision with what was written at the step: the form only where the outcome asks for it. */
export function decision(act: Act, draft: StepDraft | undefined, more: Partial<Schema<'Decide'>> = {}): Command {
  const { task, outcome } = act;
  return COMMANDS.decide({
    task,
    outcome: outcome?.key ?? '',
    note: draft?.note.trim() || undefined,
    entry: outcome?.form ? draft?.form?.check().document : undefined,
    ...more,
  });
}

/** The command of an act that needs nothing but to be given. */
export function plainCommand(act: Act, draft: StepDraft | undefined): Command {
  const { command, task, opinion = 'agree' } = act;
  const note = draft?.note.trim() || undefined;
  if (command === 'receive') return COMMANDS.receive({ task });
  if (command === 'consent') return COMMANDS.consent({ task });
  if (command === 'claim') return COMMANDS.claim({ task });
  if (command === 'release') return COMMANDS.release({ task });
  if (command === 'takeBackAsk') return COMMANDS.takeBackAsk({ task });
  if (command === 'urge') return COMMANDS.urge({});
  if (command === 'cosign') return COMMANDS.cosign({ task, agrees: opinion === 'agree', note });
  if (command === 'opine') return COMMANDS.opine({ task, opinion, note: note ?? '' });
  return decision(act, draft);
}
