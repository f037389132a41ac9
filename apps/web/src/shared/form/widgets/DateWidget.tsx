import { useState } from 'react';
import { useTexts } from '../../language';
import { FORM_TEXTS } from '../texts';
import { useControl, type WidgetProps } from './widget';

type Parts = readonly [day: string, month: string, year: string];

/** Three boxes with a number pad: nobody pages back through months to 1958. A typed 05/03/1990 or a paste fills them all. */
export function DateWidget({ field, value, onChange, onLeave }: WidgetProps) {
  const { id, readOnly, autoComplete, ...control } = useControl(field);
  const texts = useTexts(FORM_TEXTS);
  const [typed, setTyped] = useState<Parts>(['', '', '']);
  const parts = dayOf(typed) === value ? typed : partsOf(value);
  const take = (next: Parts) => {
    setTyped(next);
    onChange(dayOf(next));
  };
  const boxes = [
    { label: texts.day, size: 2, fill: 'bday-day' },
    { label: texts.month, size: 2, fill: 'bday-month' },
    { label: texts.year, size: 4, fill: 'bday-year' },
  ] as const;
  return (
    <div
      className="date"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) onLeave();
      }}
    >
      {boxes.map(({ label, size, fill }, index) => (
        <label key={label} className={`date-box date-box-${size}`}>
          <span>{label}</span>
          <input
            {...control}
            id={`${id}-${index}`}
            className="control num"
            type="text"
            inputMode="numeric"
            autoComplete={autoComplete === 'bday' ? fill : 'off'}
            readOnly={readOnly}
            value={parts[index]}
            onPaste={(event) => {
              const whole = wholeDate(event.clipboardData.getData('text'));
              if (!whole) return;
              event.preventDefault();
              take(whole);
            }}
            onChange={({ target }) => {
              const whole = wholeDate(target.value);
              const digits = target.value.replace(/[^0-9]/g, '').slice(0, size);
              take(whole ?? (parts.map((part, at) => (at === index ? digits : part)) as unknown as Parts));
            }}
          />
        </label>
      ))}
    </div>
  );
}

function wholeDate(text: string): Parts | undefined {
  const [, day, month, year] = /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})\s*$/.exec(text) ?? [];
  return day && month && year ? [day, month, year] : undefined;
}

/** Also what is not a day yet: it is kept, and its fault is said. */
function dayOf([day, month, year]: Parts): string | undefined {
  if (day === '' && month === '' && year === '') return undefined;
  return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function partsOf(value: unknown): Parts {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})-(\d{2})-(\d{2})$/.exec(typeof value === 'string' ? value : '') ?? [];
  const shown = (part: string) => (/^0*$/.test(part) ? '' : part);
  return [shown(day), shown(month), shown(year)];
}
