import { Button } from '@mantine/core';
import { IconCamera, IconUserSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { dayOf } from '@trinhduyet/calendar';
import { type CardFault, looksLikeCard, readCitizenCard } from '@trinhduyet/programme';
import { lazy, Suspense, useState } from 'react';
import { api, dataOf } from '../../shared/api';
import { useTexts } from '../../shared/language';
import { Loading, ProblemNote } from '../../shared/problem';
import type { Shown } from './draft';
import { focusOn, onEnter } from './focus';
import { PeopleList } from './PeopleList';
import { Step } from './Step';
import { COUNTER_TEXTS } from './texts';
import type { Counter } from './use-counter';

const Camera = lazy(() => import('./Camera'));

interface ScanStepProps {
  readonly counter: Counter;
  readonly unit: string;
  readonly isWatching: boolean;
  onWatch(isWatching: boolean): void;
  onShown(shown: Shown): void;
  onClear(): void;
}

/** One field for everything that says who somebody is: a reader's burst, a number, a name. */
export function ScanStep({ counter, unit, isWatching, onWatch, onShown, onClear }: ScanStepProps) {
  const texts = useTexts(COUNTER_TEXTS);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<CardFault>();
  const search = useSearch(unit);
  const keys = [
    { key: 'F4', does: texts.keyScan },
    { key: 'F2', does: texts.keyFind },
  ];
  const isSomebody = counter.draft.card !== undefined || counter.draft.person !== undefined;

  const show = (shown: Shown) => {
    search.reset();
    setText('');
    onWatch(false);
    onShown(shown);
  };
  /** A camera reads whatever it is held to: what is no card is said, and it looks on. */
  const read = (code: string) => {
    const reading = readCitizenCard(code, dayOf(new Date().toISOString()));
    setFault(reading.ok ? undefined : reading.fault);
    if (reading.ok) show({ card: reading.card, warnings: reading.warnings.map((warning) => warning.code) });
  };
  const find = () => {
    search.reset();
    setFault(undefined);
    const words = text.trim();
    if (looksLikeCard(text) || words.length < 2) read(text);
    else search.mutate(words);
  };
  return (
    <Step number={1} title={texts.steps.person} keys={keys}>
      <div className="counter-scan">
        <label htmlFor="counter-scan" className="field-label">
          {texts.scanLabel}
        </label>
        <div className="counter-scan-line">
          <input
            id="counter-scan"
            className="control"
            type="text"
            autoFocus={!isSomebody}
            autoComplete="off"
            spellCheck={false}
            maxLength={1_000}
            aria-keyshortcuts="F4 F2"
            aria-describedby="counter-scan-help counter-scan-fault"
            aria-invalid={fault !== undefined || undefined}
            value={text}
            onChange={({ target }) => setText(target.value)}
            onKeyDown={onEnter(find)}
          />
          <Button
            leftSection={<IconUserSearch size={20} stroke={1.75} aria-hidden />}
            loading={search.isPending}
            onClick={find}
          >
            {texts.find}
          </Button>
          <Button
            variant="default"
            leftSection={<IconCamera size={20} stroke={1.75} aria-hidden />}
            aria-pressed={isWatching}
            onClick={() => onWatch(!isWatching)}
          >
            {isWatching ? texts.closeCamera : texts.camera}
          </Button>
          {isSomebody && (
            <Button variant="subtle" onClick={onClear}>
              {texts.clear}
            </Button>
          )}
        </div>
        <p className="field-help" id="counter-scan-help">
          {texts.scanHelp}
        </p>
        <p className="field-fault" id="counter-scan-fault" role="alert" hidden={!fault}>
          {fault && <FaultWords fault={fault} />}
        </p>
      </div>
      {isWatching && (
        <Suspense fallback={<Loading />}>
          <Camera onText={read} />
        </Suspense>
      )}
      {search.error && <ProblemNote error={search.error} />}
      {search.data && (
        <PeopleList found={search.data} words={search.variables} onChoose={({ id }) => show({ person: id })} />
      )}
    </Step>
  );
}

function FaultWords({ fault }: { readonly fault: CardFault }) {
  const texts = useTexts(COUNTER_TEXTS);
  if (fault.code === 'NUMBER' || fault.code === 'DATE') return texts.fault[fault.code](fault.read);
  return texts.fault[fault.code];
}

function useSearch(unit: string) {
  return useMutation({
    mutationFn: async (words: string) =>
      dataOf(await api.POST('/api/counter/people', { body: { unit, by: { words } } })),
    onSuccess: ({ people }) => {
      if (people.length > 0) focusOn('counter-people');
    },
  });
}
