import { type Data, isObject, type PlanField, sentenceOf } from '@trinhduyet/form';
import { formatMoney } from '@trinhduyet/text';
import { useLanguage, useSay, useTexts } from '../../language';
import { controlId, useFieldView, useForm } from '../form-context';
import { FORM_TEXTS } from '../texts';
import { shownAs } from './CalculatedWidget';
import { MoneyInput, NumberInput } from './text-widgets';
import { useControl, type WidgetProps } from './widget';

/** A short list of like things, such as the sources of money: one line each, and their sum where they are money. */
export function TableWidget({ field, value, onChange, onLeave }: WidgetProps) {
  const { id } = useControl(field);
  const texts = useTexts(FORM_TEXTS);
  const rows: readonly Data[] = Array.isArray(value) ? (value as readonly unknown[]).filter(isObject) : [];
  const shown = rows.length === 0 ? [{}] : rows;
  const most = field.schema.maxItems ?? Infinity;
  const money = field.columns?.filter(({ widget }) => widget === 'money').at(-1);
  const isWide = (field.columns?.length ?? 0) > 2;
  const set = (index: number, key: string, cell: unknown) =>
    onChange(shown.map((row, at) => (at === index ? { ...row, [key]: cell } : row)));
  return (
    <div
      className="rows"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) onLeave();
      }}
    >
      {shown.map((row, index) => (
        <div key={index} className={isWide ? 'row row-wide' : 'row'} role="group" aria-label={texts.row(index + 1)}>
          {field.columns?.map((column) => (
            <Cell
              key={column.key}
              column={column}
              row={index}
              table={field}
              value={row[column.key]}
              onChange={(cell) => set(index, column.key, cell)}
            />
          ))}
          {shown.length > 1 && (
            <button
              type="button"
              className="button button-quiet row-remove"
              aria-label={texts.removeRow(index + 1)}
              onClick={() => onChange(shown.filter((_, at) => at !== index))}
            >
              ✕
            </button>
          )}
        </div>
      ))}
      <div className="rows-foot">
        {shown.length < most && (
          <button type="button" id={id} className="button button-quiet" onClick={() => onChange([...shown, {}])}>
            + {texts.addRow}
          </button>
        )}
        {money && (
          <p className="rows-sum">
            {texts.sum} <strong className="num">{formatMoney(sumOf(rows, money.key))}</strong>
          </p>
        )}
      </div>
    </div>
  );
}

const sumOf = (rows: readonly Data[], key: string) =>
  rows.reduce((sum, row) => sum + (typeof row[key] === 'number' ? row[key] : 0), 0);

interface CellProps {
  readonly column: PlanField;
  readonly table: PlanField;
  readonly row: number;
  readonly value: unknown;
  onChange(value: unknown): void;
}

function Cell({ column, table, row, value, onChange }: CellProps) {
  const { id: form } = useForm();
  const { language } = useLanguage();
  const say = useSay();
  const pointer = `${table.pointer}/${row}/${column.key}`;
  const { error } = useFieldView(pointer);
  const id = controlId(form, pointer);
  const control = { id, 'aria-describedby': `${id}-fault`, 'aria-invalid': error ? (true as const) : undefined };
  const isTick = column.widget === 'tick';
  return (
    <div className={`cell cell-${column.widget}`}>
      {!isTick && (
        <label htmlFor={id} className="cell-label">
          {say(column.title)}
        </label>
      )}
      {column.value ? (
        <output id={id} className="calculated num" tabIndex={-1} aria-live="off">
          {shownAs(column, value)}
        </output>
      ) : (
        <CellControl column={column} control={control} value={value} onChange={onChange} />
      )}
      <p className="field-fault" id={`${id}-fault`} hidden={!error}>
        {error && sentenceOf(error, language)}
      </p>
    </div>
  );
}

interface CellControlProps extends Pick<CellProps, 'column' | 'value' | 'onChange'> {
  readonly control: { readonly id: string };
}

function CellControl({ column, control, value, onChange }: CellControlProps) {
  const say = useSay();
  const texts = useTexts(FORM_TEXTS);
  if (column.widget === 'money') return <MoneyInput {...control} value={value} onChange={onChange} />;
  if (column.widget === 'number')
    return <NumberInput {...control} isWhole={column.schema.type === 'integer'} value={value} onChange={onChange} />;
  if (column.widget === 'tick') {
    return (
      <label className="cell-tick">
        <input
          {...control}
          type="checkbox"
          checked={value === true}
          onChange={({ target }) => onChange(target.checked ? true : undefined)}
        />
        <span>{say(column.title)}</span>
      </label>
    );
  }
  if (column.choices) {
    const { choices } = column;
    const chosen = choices.findIndex((choice) => choice.value === value);
    return (
      <select
        {...control}
        className="control"
        value={chosen < 0 ? '' : String(chosen)}
        onChange={({ target }) => onChange(target.value === '' ? undefined : choices[Number(target.value)]?.value)}
      >
        <option value="">{texts.choose}</option>
        {choices.map(({ title }, index) => (
          <option key={title.vi} value={index}>
            {say(title)}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...control}
      className="control"
      type="text"
      value={typeof value === 'string' || typeof value === 'number' ? value : ''}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
    />
  );
}
