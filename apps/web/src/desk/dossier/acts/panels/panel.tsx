import { Button } from '@mantine/core';
import type { Schema } from '@trinhduyet/api-client';
import { useTexts } from '../../../../shared/language';
import { ACT_TEXTS } from '../act-texts';
import type { Begun } from '../use-acting';
import type { Handling } from '../use-handling';

export interface PanelProps {
  readonly begun: Begun;
  readonly handling: Handling;
  readonly dossier: Schema<'DossierView'>;
}

interface PanelButtonsProps extends Pick<PanelProps, 'handling'> {
  readonly send: string;
  readonly color?: string;
  onSend(): void;
}

/** Do it, or leave it: always in this order. */
export function PanelButtons({ handling: { acting }, send, color, onSend }: PanelButtonsProps) {
  const texts = useTexts(ACT_TEXTS);
  return (
    <div className="panel-buttons">
      <Button color={color} loading={acting.isSending} onClick={onSend}>
        {send}
      </Button>
      <Button variant="subtle" onClick={acting.close}>
        {texts.cancel}
      </Button>
    </div>
  );
}
