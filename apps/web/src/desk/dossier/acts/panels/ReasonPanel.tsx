import { useTexts } from '../../../../shared/language';
import { ACT_TEXTS } from '../act-texts';
import { plainCommand } from '../commands-of-acts';
import { useActLabel } from '../use-act-label';
import { type PanelProps, ReasonedPanel } from './panel';

export function ReasonPanel({ begun, handling }: PanelProps) {
  const texts = useTexts(ACT_TEXTS);
  const labelOf = useActLabel();
  const { act, thenNext } = begun;
  return (
    <ReasonedPanel
      begun={begun}
      handling={handling}
      label={texts.reason}
      send={labelOf(act)}
      onSend={(draft) => handling.send({ act, thenNext, command: plainCommand(act, draft) })}
    />
  );
}
