import { useEffect, useRef, useState } from 'react';
import { useSay, useTexts } from '../../shared/language';
import { useKeys } from '../shell/keys';
import { ActFrame } from './ActFrame';
import { papersMissing } from './draft';
import { COUNTER_TEXTS } from './texts';
import type { Act, Counter } from './use-counter';

interface PanelProps {
  readonly counter: Counter;
  onSend(act: Act): void;
}

/** One request for everything that is missing. The papers that are not ticked stand there already, in Vietnamese: it is printed. */
export function AskPanel({ counter, onSend }: PanelProps) {
  const texts = useTexts(COUNTER_TEXTS);
  const say = useSay();
  const [items, setItems] = useState(() => [
    ...papersMissing(counter.draft, counter.service).map(({ title, field }) => ({
      field,
      reason: COUNTER_TEXTS.vi.missingPaper(title.vi),
      name: say(title),
    })),
    { field: undefined, reason: '', name: texts.otherReason },
  ]);
  const [isEmpty, setEmpty] = useState(false);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const asked = items.filter(({ reason }) => reason.trim() !== '');
  const send = () => {
    setEmpty(asked.length === 0);
    if (asked.length === 0 || counter.filing.isPending) return;
    onSend({ type: 'askSupplement', items: asked.map(({ field, reason }) => ({ field, reason: reason.trim() })) });
  };
  useKeys({ F9: send, Escape: () => counter.ask(undefined) });
  return (
    <ActFrame
      counter={counter}
      title={texts.askTitle}
      means={texts.askMeans}
      fault={isEmpty ? texts.askNothing : undefined}
      send={texts.sendAsk}
      sendKey="F9"
      onSend={send}
    >
      {items.map((item, index) => (
        <label key={index} className="field">
          <span className="field-label">{item.name}</span>
          <textarea
            ref={index === 0 ? first : undefined}
            className="control control-long"
            rows={1}
            maxLength={4_000}
            value={item.reason}
            onChange={({ target }) =>
              setItems(items.map((each) => (each === item ? { ...item, reason: target.value } : each)))
            }
          />
        </label>
      ))}
    </ActFrame>
  );
}
