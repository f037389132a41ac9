import { type ChangeEvent, useState } from 'react';
import { citizenNumberFindings, type CitizenNumberFinding } from '@trinhduyet/programme';
import { formatNumber, moneyInWords } from '@trinhduyet/text';
import { isObject, valueAt } from '@trinhduyet/form';
import { useLanguage, useTexts } from '../../language';
import { useDocument, useFieldView } from '../form-context';
import { FORM_TEXTS } from '../texts';
import { useControl, type WidgetProps } from './widget';

const asText = (value: unknown) => (typeof value === 'string' ? value : '');
const typed = ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
  target.value === '' ? undefined : target.value;

export function TextWidget({ field, value, onChange, onLeave }: WidgetProps) {
  const control = useControl(field);
  return (
    <input
      {...control}
      className="control"
      type="text"
      value={asText(value)}
      onChange={(event) => onChange(typed(event))}
      onBlur={onLeave}
    />
  );
}

export function LongTextWidget({ field, value, onChange, onLeave }: WidgetProps) {
  const control = useControl(field);
  return (
    <textarea
      {...control}
      className="control control-long"
      rows={3}
      value={asText(value)}
      onChange={(event) => onChange(typed(event))}
      onBlur={onLeave}
    />
  );
}

export function PhoneWidget({ field, value, onChange, onLeave }: WidgetProps) {
  const control = useControl(field);
  return (
    <input
      {...control}
      className="control control-short num"
      type="tel"
      inputMode="tel"
      value={asText(value)}
      onChange={(event) => onChange(digitsOf(event) || undefined)}
      onBlur={onLeave}
    />
  );
}

const digitsOf = ({ target }: ChangeEvent<HTMLInputElement>) => target.value.replace(/[^0-9]/g, '');

/** Twelve digits in groups of three, and a plain word when they disagree with the rest: such papers exist. */
export function CitizenNumberWidget({ field, value, onChange, onLeave }: WidgetProps) {
  const control = useControl(field);
  const texts = useTexts(FORM_TEXTS);
  const digits = asText(value);
  return (
    <>
      <input
        {...control}
        className="control control-short num"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={digits.replace(/(\d{3})(?=\d)/g, '$1 ')}
        onChange={(event) => onChange(digitsOf(event) || undefined)}
        onBlur={onLeave}
      />
      {digits !== '' && digits.length < 12 && <p className="field-note num">{texts.digits(digits.length)}</p>}
      <CitizenNumberWarnings field={field} digits={digits} />
    </>
  );
}

function CitizenNumberWarnings({ field, digits }: Pick<WidgetProps, 'field'> & { readonly digits: string }) {
  const person = valueAt(useDocument(), field.at);
  const texts = useTexts(FORM_TEXTS);
  if (digits.length !== 12 || !isObject(person)) return null;
  const { sex, birthYear, dateOfBirth } = person;
  const bornIn = typeof birthYear === 'number' ? birthYear : Number(asText(dateOfBirth).slice(0, 4)) || undefined;
  const declared = { sex: sex === 'M' || sex === 'F' ? sex : undefined, birthYear: bornIn } as const;
  const words: Readonly<Record<CitizenNumberFinding['code'], (finding: CitizenNumberFinding) => string>> = {
    CITIZEN_NUMBER_FORMAT: () => '',
    CITIZEN_NUMBER_PLACE: () => texts.citizenPlace,
    CITIZEN_NUMBER_SEX: () => texts.citizenSex,
    CITIZEN_NUMBER_YEAR: (finding) => texts.citizenYear(bornIn ?? 0, 'year' in finding ? finding.year : 0),
    CITIZEN_NUMBER_FUTURE: () => texts.citizenFuture,
  };
  return (
    <div role="status">
      {citizenNumberFindings(digits, declared, new Date().getFullYear()).map((finding) => (
        <p key={finding.code} className="field-warning">
          {words[finding.code](finding)}
        </p>
      ))}
    </div>
  );
}

export function NumberWidget({ field, value, onChange, onLeave }: WidgetProps) {
  const control = useControl(field);
  const isWhole = field.schema.type === 'integer';
  return <NumberInput {...control} isWhole={isWhole} value={value} onChange={onChange} onBlur={onLeave} />;
}

interface NumberInputProps extends Omit<React.ComponentProps<'input'>, 'value' | 'onChange'> {
  readonly isWhole: boolean;
  readonly value: unknown;
  onChange(value: unknown): void;
}

/** Numbers are typed as text: a decimal comma, and nothing that a wheel or an arrow key could change unseen. */
export function NumberInput({ isWhole, value, onChange, ...rest }: NumberInputProps) {
  const [text, setText] = useText(value, (number) => String(number).replace('.', ','));
  return (
    <input
      {...rest}
      className="control control-number num"
      type="text"
      inputMode={isWhole ? 'numeric' : 'decimal'}
      value={text}
      onChange={({ target }) => {
        const clean = target.value.replace(isWhole ? /[^0-9-]/g : /[^0-9,.-]/g, '');
        setText(clean);
        onChange(numberOf(clean));
      }}
    />
  );
}

/** What was typed stays as it was typed as long as it means the value: "36," on the way to "36,5". */
function useText(value: unknown, show: (value: number) => string): [string, (text: string) => void] {
  const [text, setText] = useState('');
  const shown = numberOf(text) === value ? text : typeof value === 'number' ? show(value) : asText(value);
  return [shown, setText];
}

/** Something that is no number goes on as it is, so that it is not lost and its fault is said. */
function numberOf(text: string): number | string | undefined {
  if (text === '') return undefined;
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? number : text;
}

/** Whole đồng: dots while typing, and the amount in words, which shows a nought too many. */
export function MoneyWidget({ field, value, onChange, onLeave }: WidgetProps) {
  const control = useControl(field);
  const { language } = useLanguage();
  const { error } = useFieldView(field.pointer);
  return (
    <>
      <MoneyInput {...control} value={value} onChange={onChange} onBlur={onLeave} />
      {typeof value === 'number' && value < 1e15 && !error && (
        <p className="field-note" lang="vi" data-language={language}>
          {moneyInWords(value)}
        </p>
      )}
    </>
  );
}

interface MoneyInputProps extends Omit<React.ComponentProps<'input'>, 'value' | 'onChange'> {
  readonly value: unknown;
  onChange(value: unknown): void;
}

export function MoneyInput({ value, onChange, className = '', ...rest }: MoneyInputProps) {
  return (
    <span className={`money ${className}`}>
      <input
        {...rest}
        className="control control-number num"
        type="text"
        inputMode="numeric"
        value={typeof value === 'number' ? formatNumber(value) : ''}
        onChange={(event) => {
          const digits = digitsOf(event).slice(0, 15);
          onChange(digits === '' ? undefined : Number(digits));
        }}
      />
      <span className="money-unit" aria-hidden="true">
        ₫
      </span>
    </span>
  );
}
