import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { dayOfText } from '../../desk/dossier/acts/panels/day-of-text';
import { DayInput } from '../../desk/dossier/acts/panels/DayInput';
import { announce } from '../../desk/shell/announcements';
import { useTexts } from '../../shared/language';
import { ProblemNote } from '../../shared/problem';
import { Consequences } from './Consequences';
import { CALENDAR_TEXTS } from './texts';
import { type Change, useEnter, usePreview } from './use-calendar';

type Kind = 'day-off' | 'worked';
interface Written {
  readonly kind: Kind;
  readonly first: string;
  readonly last: string;
  readonly swap: string;
  readonly name: string;
  readonly basis: string;
  readonly basisOn: string;
}
const EMPTY: Written = { kind: 'day-off', first: '', last: '', swap: '', name: '', basis: '', basisOn: '' };

interface DecisionFormProps {
  /** Missing: for everybody. */
  readonly unit: string | undefined;
  readonly unitName: string;
}

/** Enters a decision: first what it would do is shown, and only that can be applied. */
export function DecisionForm({ unit, unitName }: DecisionFormProps) {
  const texts = useTexts(CALENDAR_TEXTS);
  const [written, setWritten] = useState(EMPTY);
  const [isChecked, setChecked] = useState(false);
  const preview = usePreview();
  const enter = useEnter(() => {
    announce(texts.applied(written.name.trim()));
    setWritten(EMPTY);
    setChecked(false);
    preview.reset();
  });
  const content = contentOf(written, unit);
  const faults = faultsOf(written, texts);
  const change = (part: Partial<Written>) => {
    setWritten({ ...written, ...part });
    // What was shown belongs to the days that were written then.
    if (!('name' in part || 'basis' in part || 'basisOn' in part)) preview.reset();
    enter.reset();
  };
  const look = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (content && Object.keys(faults).length === 0) preview.mutate({ enter: content });
  };
  const apply = () => {
    const basisOn = dayOfText(written.basisOn);
    if (!content || basisOn === undefined || Object.keys(faults).length > 0) return;
    enter.mutate({ ...content, name: written.name.trim(), basis: written.basis.trim(), basisOn });
  };
  const error = enter.error ?? preview.error;
  return (
    <form className="card calendar-form" onSubmit={look} aria-labelledby="enter-title" noValidate>
      <div>
        <h2 id="enter-title">{texts.enter}</h2>
        <p className="quiet">{texts.enterFor(unitName)}</p>
      </div>
      <DayFields written={written} faults={isChecked ? faults : {}} onChange={change} />
      <BasisFields written={written} faults={isChecked ? faults : {}} onChange={change} />
      {error && <ProblemNote error={error} />}
      {preview.data && <Consequences preview={preview.data} />}
      <div className="calendar-buttons">
        <Button type="submit" variant={preview.data ? 'default' : 'filled'} loading={preview.isPending}>
          {texts.preview}
        </Button>
        {preview.data && (
          <Button loading={enter.isPending} onClick={apply}>
            {texts.apply}
          </Button>
        )}
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly written: Written;
  readonly faults: Faults;
  onChange(part: Partial<Written>): void;
}

function DayFields({ written: { kind, first, last, swap }, faults, onChange }: FieldsProps) {
  const texts = useTexts(CALENDAR_TEXTS);
  return (
    <>
      <fieldset className="calendar-kinds">
        <legend>{texts.kind}</legend>
        {(['day-off', 'worked'] as const).map((each) => (
          <label key={each}>
            <input type="radio" name="kind" checked={kind === each} onChange={() => onChange({ kind: each })} />
            {texts.kinds[each]}
          </label>
        ))}
      </fieldset>
      <div className="calendar-row">
        <DayInput
          label={texts.first}
          help={texts.dayHelp}
          fault={faults.first}
          text={first}
          onText={(text) => onChange({ first: text })}
        />
        <DayInput
          label={texts.last}
          help={texts.lastHelp}
          fault={faults.last}
          text={last}
          onText={(text) => onChange({ last: text })}
        />
      </div>
      <DayInput
        label={texts.swap[kind]}
        help={texts.swapHelp}
        fault={faults.swap}
        text={swap}
        onText={(text) => onChange({ swap: text })}
      />
    </>
  );
}

function BasisFields({ written: { name, basis, basisOn }, faults, onChange }: FieldsProps) {
  const texts = useTexts(CALENDAR_TEXTS);
  return (
    <>
      <TextInput
        label={texts.name}
        maxLength={200}
        autoComplete="off"
        value={name}
        error={faults.name}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
      />
      <div className="calendar-row">
        <TextInput
          label={texts.number}
          placeholder="45/QĐ-UBND"
          maxLength={100}
          autoComplete="off"
          value={basis}
          error={faults.basis}
          onChange={({ currentTarget }) => onChange({ basis: currentTarget.value })}
        />
        <DayInput
          label={texts.numberOn}
          help=""
          fault={faults.basisOn}
          text={basisOn}
          onText={(text) => onChange({ basisOn: text })}
        />
      </div>
    </>
  );
}

type Faults = Partial<Record<keyof Written, string>>;

function faultsOf(
  { first, last, swap, name, basis, basisOn }: Written,
  texts: { readonly dayMissing: string; readonly lastEarlier: string; readonly wordMissing: string },
): Faults {
  const [firstDay, lastDay] = [dayOfText(first), dayOfText(last)];
  const isNoDay = (text: string) => text.trim() !== '' && dayOfText(text) === undefined;
  const isEarlier = firstDay !== undefined && lastDay !== undefined && lastDay < firstDay;
  return {
    ...(firstDay === undefined ? { first: texts.dayMissing } : {}),
    ...(isNoDay(last) ? { last: texts.dayMissing } : isEarlier ? { last: texts.lastEarlier } : {}),
    ...(isNoDay(swap) ? { swap: texts.dayMissing } : {}),
    ...(name.trim() === '' ? { name: texts.wordMissing } : {}),
    ...(basis.trim() === '' ? { basis: texts.wordMissing } : {}),
    ...(dayOfText(basisOn) === undefined ? { basisOn: texts.dayMissing } : {}),
  };
}

function contentOf({ kind, first, last, swap }: Written, unit: string | undefined) {
  const firstDay = dayOfText(first);
  if (firstDay === undefined) return undefined;
  const content: Extract<Change, { enter: unknown }>['enter'] = {
    unit,
    kind,
    firstDay,
    lastDay: dayOfText(last) ?? firstDay,
    swappedWith: dayOfText(swap),
  };
  return content;
}
