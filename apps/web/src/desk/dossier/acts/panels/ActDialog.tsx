import { ProblemNote } from '../../../../shared/problem';
import { Dialog } from '../../../shell/Dialog';
import type { Handling } from '../use-handling';
import { isAskedInPage } from './ActPanel';
import { ConfirmDecision } from './ConfirmDecision';
import { RefuseReception } from './RefuseReception';
import { useQuestion } from './use-question';

/** Only before what cannot be undone. */
export function ActDialog({ handling }: { readonly handling: Handling }) {
  const { begun, close, error } = handling.acting;
  const asks = begun && !isAskedInPage(begun) ? begun : undefined;
  const question = useQuestion(asks?.act, handling.draft.data);
  return (
    <Dialog opened={asks !== undefined} onClose={close} title={question}>
      {error && <ProblemNote error={error} />}
      {asks?.need === 'confirmation' && <ConfirmDecision begun={asks} handling={handling} />}
      {asks?.need === 'refusal' && <RefuseReception begun={asks} handling={handling} />}
    </Dialog>
  );
}
