import { useTexts } from '../../../../shared/language';
import { DOSSIER_TEXTS } from '../../texts';
import { ACT_TEXTS } from '../act-texts';
import { decision } from '../commands-of-acts';
import { useActLabel } from '../use-act-label';
import { type PanelProps, ReasonedPanel } from './panel';

export function ConfirmDecision({ begun, handling }: Omit<PanelProps, 'dossier'>) {
  const texts = useTexts(ACT_TEXTS);
  const { note } = useTexts(DOSSIER_TEXTS);
  const labelOf = useActLabel();
  const { act, thenNext } = begun;
  const isNo = act.outcome?.act === 'reject';
  const isRequired = act.outcome?.reason === true;
  return (
    <ReasonedPanel
      begun={begun}
      handling={handling}
      label={isRequired ? texts.reason : note}
      send={labelOf(act)}
      color={isNo ? 'red.6' : 'green.6'}
      isRequired={isRequired}
      autoFocus={isRequired}
      onSend={(draft) => handling.send({ act, thenNext, command: decision(act, draft) })}
    >
      <p className="dialog-means">{isNo ? texts.rejectMeans : texts.approveMeans}</p>
    </ReasonedPanel>
  );
}
