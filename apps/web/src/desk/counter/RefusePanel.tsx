import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../shared/language';
import { ACT_TEXTS } from '../dossier/acts/act-texts';
import { type Refusal, REFUSALS } from '../dossier/acts/acts';
import { ActFrame } from './ActFrame';
import { COUNTER_TEXTS } from './texts';
import type { Act, Counter } from './use-counter';

interface PanelProps {
  readonly counter: Counter;
  onSend(act: Act): void;
}

/** Not to receive: with its reason, and in writing (form 03). */
export function RefusePanel({ counter, onSend }: PanelProps) {
  const texts = useTexts(COUNTER_TEXTS);
  const { refusalReason, refusalReasons, refusalNote } = useTexts(ACT_TEXTS);
  const isTwin = counter.standing.openDossiers.some(({ requestType }) => requestType === counter.service?.key);
  const [reason, setReason] = useState<Refusal>(isTwin ? 'DUPLICATE_OPEN_DOSSIER' : 'NOT_COMPETENT');
  const [note, setNote] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const send = () => {
    setEmpty(note.trim() === '');
    if (note.trim() !== '' && !counter.filing.isPending) onSend({ type: 'refuseReception', reason, note: note.trim() });
  };
  return (
    <ActFrame
      counter={counter}
      title={texts.refuse}
      means={texts.refuseMeans}
      fault={isEmpty ? texts.refuseNothing : undefined}
      send={texts.sendRefuse}
      color="red.6"
      onSend={send}
    >
      <label className="field">
        <span className="field-label">{refusalReason}</span>
        <select
          ref={first}
          className="control"
          value={reason}
          onChange={({ target }) => setReason(target.value as Refusal)}
        >
          {REFUSALS.map((each) => (
            <option key={each} value={each}>
              {refusalReasons[each]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="field-label">{refusalNote}</span>
        <textarea
          className="control control-long"
          rows={2}
          maxLength={4_000}
          aria-invalid={isEmpty || undefined}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
    </ActFrame>
  );
}
