import type { PlanField } from '@trinhduyet/form';
import { formatMoney, formatNumber, moneyInWords } from '@trinhduyet/text';
import { useControl, type WidgetProps } from './widget';

/** What the form works out: read, never typed. It takes the focus when a fault leads here, and is silent while it runs along. */
export function CalculatedWidget({ field, value }: WidgetProps) {
  const { id, ...control } = useControl(field);
  return (
    <>
      <output
        className="calculated num"
        id={id}
        tabIndex={-1}
        aria-live="off"
        aria-labelledby={`${id}-label`}
        aria-describedby={control['aria-describedby']}
      >
        {shownAs(field, value)}
      </output>
      {field.widget === 'money' && typeof value === 'number' && value >= 0 && value < 1e15 && (
        <p className="field-note" lang="vi">
          {moneyInWords(value)}
        </p>
      )}
    </>
  );
}

/** The figure as people write it; a dash as long as there is none. */
export function shownAs({ widget }: Pick<PlanField, 'widget'>, value: unknown): string {
  if (typeof value !== 'number') return '–';
  return widget === 'money' ? formatMoney(value) : formatNumber(value);
}
