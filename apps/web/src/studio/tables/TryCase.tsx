import { NativeSelect, TextInput } from '@mantine/core';
import type { DecisionTable, Ruling, TableInput } from '@trinhduyet/feel';
import { useLanguage, useSay, useTexts } from '../../shared/language';
import { DayInput } from '../../desk/dossier/acts/panels/DayInput';
import { dayOfText } from '../../desk/dossier/acts/panels/day-of-text';
import { TABLE_TEXTS } from './texts';
import { valueInWords } from './wording';

/** What was typed for each input; a list for those that take several. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** What a table is tried with: undefined while something is not filled in yet. */
export function caseOf({ inputs }: DecisionTable, typed: Typed): readonly unknown[] | undefined {
  const values = inputs.map((input) => valueOf(input, typed[input.key]));
  return values.every((value) => value !== undefined) ? values : undefined;
}

function valueOf({ type }: TableInput, typed: Typed[string] | undefined): unknown {
  if (type === 'choices') return typed ?? [];
  if (typeof typed !== 'string' || typed.trim() === '') return undefined;
  if (type === 'boolean') return typed === 'true';
  if (type === 'date') return dayOfText(typed);
  if (type === 'text' || type === 'choice') return typed;
  const number = Number(typed.replace(/\./g, '').replace(',', '.'));
  return Number.isFinite(number) ? number : undefined;
}

interface TryCaseProps {
  readonly table: DecisionTable;
  readonly typed: Typed;
  readonly ruling: Ruling | undefined;
  onType(typed: Typed): void;
}

export function TryCase({ table, typed, ruling, onType }: TryCaseProps) {
  const texts = useTexts(TABLE_TEXTS);
  return (
    <fieldset className="try-case">
      <legend>{texts.tryIt}</legend>
      <div className="try-fields">
        {table.inputs.map((input) => (
          <TryField
            key={input.key}
            input={input}
            value={typed[input.key]}
            onValue={(value) => onType({ ...typed, [input.key]: value })}
          />
        ))}
      </div>
      <p role="status" className="try-result">
        <Answer table={table} ruling={ruling} />
      </p>
    </fieldset>
  );
}

interface TryFieldProps {
  readonly input: TableInput;
  readonly value: Typed[string] | undefined;
  onValue(value: Typed[string]): void;
}

function TryField({ input, value, onValue }: TryFieldProps) {
  const texts = useTexts(TABLE_TEXTS);
  const say = useSay();
  const label = say(input.label);
  const text = typeof value === 'string' ? value : '';
  const choices = (input.choices ?? []).map((choice) => ({ value: choice.value, label: say(choice.title) }));
  switch (input.type) {
    case 'choices':
      return (
        <ManyChoices label={label} choices={choices} value={Array.isArray(value) ? value : []} onValue={onValue} />
      );
    case 'boolean':
    case 'choice': {
      const yesNo = [
        { value: 'true', label: texts.yes },
        { value: 'false', label: texts.no },
      ];
      const data = [{ value: '', label: texts.choose }, ...(input.type === 'boolean' ? yesNo : choices)];
      return (
        <NativeSelect label={label} data={data} value={text} onChange={(event) => onValue(event.currentTarget.value)} />
      );
    }
    case 'date':
      return <DayInput label={label} text={text} onText={onValue} />;
    default:
      return (
        <TextInput
          label={label}
          value={text}
          inputMode={input.type === 'text' ? 'text' : 'decimal'}
          onChange={(event) => onValue(event.currentTarget.value)}
        />
      );
  }
}

interface ManyChoicesProps {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly value: readonly string[];
  onValue(value: readonly string[]): void;
}

function ManyChoices({ label, choices, value, onValue }: ManyChoicesProps) {
  const texts = useTexts(TABLE_TEXTS);
  return (
    <details className="many-choices">
      <summary>
        <span>{label}</span>
        <span className="quiet">{texts.chosen(value.length)}</span>
      </summary>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="checkbox"
            checked={value.includes(choice.value)}
            onChange={(event) =>
              onValue(
                event.currentTarget.checked ? [...value, choice.value] : value.filter((each) => each !== choice.value),
              )
            }
          />
          {choice.label}
        </label>
      ))}
    </details>
  );
}

function Answer({ table, ruling }: Pick<TryCaseProps, 'table' | 'ruling'>) {
  const texts = useTexts(TABLE_TEXTS);
  const { language } = useLanguage();
  if (!ruling) return <span className="quiet">{texts.notKnown}</span>;
  if (ruling.fault) return <strong>{texts.faults[ruling.fault]}</strong>;
  const { outputs, hitPolicy } = table;
  const words = (value: unknown): string => {
    const [first] = outputs;
    if (hitPolicy === 'C#' || !first) return String(value);
    if (Array.isArray(value)) return value.map(words).join('; ') || '–';
    if (outputs.length === 1) return valueInWords(value, { title: first.label, ...first }, language);
    const record = (value ?? {}) as Readonly<Record<string, unknown>>;
    return outputs
      .map((output) => `${output.label[language]}: ${valueInWords(record[output.key], output, language)}`)
      .join(', ');
  };
  return (
    <>
      {texts.result}: <strong className="num">{words(ruling.value)}</strong>{' '}
      {ruling.chosen.length > 0 && (
        <span className="quiet">{texts.byRules(ruling.chosen.map((rule) => rule + 1).join(', '))}</span>
      )}
    </>
  );
}
