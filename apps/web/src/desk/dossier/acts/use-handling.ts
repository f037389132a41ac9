import { useQueryClient } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import type { FieldError } from '@trinhduyet/form';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { dossierAddress } from '../../inbox/addresses';
import type { InboxFilter } from '../../inbox/filter';
import { announce } from '../../shell/announcements';
import { isProblem } from '../../../shared/api';
import { useTexts } from '../../../shared/language';
import { ACT_TEXTS } from './act-texts';
import { type Act, type ActCommand, type Acts, actsOf, needOf } from './acts';
import { plainCommand } from './commands-of-acts';
import { useActLabel } from './use-act-label';
import { type Begun, type BegunKept, type Sent, useActing } from './use-acting';
import { useFlags } from '../form/use-flags';
import { readAhead } from '../use-dossier';
import { useNeighbours } from '../use-neighbours';
import { useSeen } from '../use-seen';
import { forgetAll, kept } from '../work/kept';
import type { StepDraft } from '../work/step-draft';
import { ownPlace, useStepDraft } from '../work/use-step-draft';

interface Parts {
  readonly me: Schema<'Me'>;
  readonly dossier: Schema<'DossierView'>;
  readonly filter: InboxFilter;
  /** The step's form has something to mend: show it. */
  onFaults(): void;
  /** The dossier was received: its receipt is to be printed. */
  onReceived(): void;
}

/** Acts that leave the step as it is: whoever does them goes on with this dossier. */
const STAYING: ReadonlySet<ActCommand> = new Set<ActCommand>([
  ...(['claim', 'release', 'extend', 'addSigner', 'consult'] as const),
  ...(['takeBackAsk', 'suspend', 'resume', 'urge'] as const),
  ...(['askConsent', 'consent', 'refuseConsent'] as const),
]);

/** Everything that happens between pressing a button of the bar and the next dossier. */
export function useHandling({ me, dossier, filter, onFaults, onReceived }: Parts) {
  const texts = useTexts(ACT_TEXTS);
  const labelOf = useActLabel();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const seen = useSeen(dossier);
  const flags = useFlags(me.account, dossier);
  const draft = useStepDraft(me.account, dossier);
  const neighbours = useNeighbours(dossier.id, filter);
  const [written, setWritten] = useState<StepDraft>();
  if (draft.data && draft.data !== written) setWritten(draft.data);
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const [refused, setRefused] = useState<Act>();
  const [done, setDone] = useState<Act>();

  const finish = ({ act, thenNext }: Sent) => {
    const isStaying = STAYING.has(act.command);
    if (isStaying || thenNext) announce(texts.done(labelOf(act)));
    forgetAll(me.account, dossier.id, act.key);
    if (isStaying) return;
    draft.data?.forget();
    flags.clear();
    setDone(act);
    if (act.command === 'receive') onReceived();
    else if (thenNext && neighbours.following) go(dossierAddress(neighbours.following, filter));
  };
  const acts = actsOf(dossier);
  const begunKept = kept<BegunKept>(me.account, dossier.id, BEGUN);
  const showFaults = (found: readonly FieldError[]) => {
    setFaults(found);
    if (found.length > 0) onFaults();
  };
  const acting = useActing({
    dossier: dossier.id,
    seen,
    first: begunBefore(acts, begunKept.read()),
    kept: begunKept,
    onDone: finish,
    onError: (error) => showFaults(faultsOfServer(error, draft.data)),
  });

  /** The next dossier is read while this one's act is on its way. */
  const send = (sent: Sent) => {
    if (sent.thenNext && neighbours.following) readAhead(queries, neighbours.following);
    acting.send(sent);
  };
  const begin = (act: Act, thenNext: boolean) => {
    setRefused(act.because && act);
    const isReady = draft.data !== undefined || ownPlace(dossier) === undefined;
    if (act.because || acting.isSending || !isReady) return;
    const found = faultsOf(act, draft.data);
    showFaults(found);
    if (found.length > 0) return;
    const need = needOf(act, draft.data?.note ?? '');
    if (need) acting.open({ act, need, thenNext });
    else send({ act, thenNext, command: plainCommand(act, draft.data) });
  };

  // A person may be asked again at the very next step.
  const isDone = acts.main === undefined || acts.main.task === done?.task;
  return {
    acts,
    acting,
    begin,
    send,
    /** For what an act asks for beside the note: it outlives a reload, and a new sign-in. */
    keep: <T>(act: Act, name: string) => kept<T>(me.account, dossier.id, act.key, name),
    refused,
    faults,
    flags,
    draft,
    neighbours,
    seen,
    done: isDone ? done : undefined,
    /** What was typed at the latest own step, to be read again when somebody else has moved the dossier on. */
    written,
  };
}

const BEGUN = 'begun';

/** What was begun before a reload goes on, if it is still lawful. What cannot be undone is asked anew. */
function begunBefore({ main, beside, more }: Acts, begun: BegunKept | undefined): Begun | undefined {
  const act = [main, ...beside, ...more].find((each) => each?.key === begun?.key);
  if (!begun || !act || act.because || begun.need === 'confirmation') return undefined;
  return { act, need: begun.need, thenNext: begun.thenNext };
}

/** What is to be mended in the step's form, if the act needs it. */
function faultsOf({ outcome }: Act, draft: StepDraft | undefined): readonly FieldError[] {
  return outcome?.form && draft?.form ? draft.form.show(() => true) : [];
}

/** The server judges once more; what it finds stands at its fields in the server's words. */
function faultsOfServer(error: Error, draft: StepDraft | undefined): readonly FieldError[] {
  if (!isProblem(error, 'form-invalid') || !draft?.form) return [];
  const found = (error.details.errors ?? []).map(({ at, message }): FieldError => ({
    at,
    code: 'rule',
    message: { vi: message, en: message },
  }));
  draft.form.showFrom(found);
  return found;
}

export type Handling = ReturnType<typeof useHandling>;
