import { Button, Kbd } from '@mantine/core';
import { IconFileAlert, IconPrinter, IconX } from '@tabler/icons-react';
import { useSay, useTexts } from '../../shared/language';
import { ProblemNote } from '../../shared/problem';
import { AskPanel } from './AskPanel';
import { papersMissing } from './draft';
import { RefusePanel } from './RefusePanel';
import { COUNTER_TEXTS } from './texts';
import type { Act, Counter } from './use-counter';
import type { Scans } from './use-scans';

interface CounterActsProps {
  readonly counter: Counter;
  readonly scans: Scans;
}

/** What may be done with the papers, and what keeps one from it. On a phone it stands at the end of the page. */
export function CounterActs({ counter, scans }: CounterActsProps) {
  const texts = useTexts(COUNTER_TEXTS);
  const { asking, filing, ask, receive } = counter;
  const file = (act: Act) => counter.file(act);
  return (
    <section className="decision-bar counter-acts" aria-label={texts.title}>
      {filing.error && <ProblemNote error={filing.error} />}
      {asking === 'askSupplement' && <AskPanel counter={counter} onSend={file} />}
      {asking === 'refuseReception' && <RefusePanel counter={counter} onSend={file} />}
      <p className="counter-said" role="status">
        <Said counter={counter} />
      </p>
      {!asking && (
        <div className="bar-line">
          <Button
            size="md"
            leftSection={<IconPrinter size={20} stroke={1.75} aria-hidden />}
            rightSection={<Kbd>F8</Kbd>}
            aria-keyshortcuts="F8"
            loading={filing.isPending}
            onClick={receive}
          >
            {texts.receive}
          </Button>
          <Button
            size="md"
            variant="default"
            leftSection={<IconFileAlert size={20} stroke={1.75} aria-hidden />}
            rightSection={<Kbd>F9</Kbd>}
            aria-keyshortcuts="F9"
            onClick={() => ask('askSupplement')}
          >
            {texts.ask}
          </Button>
          <Button
            size="md"
            variant="subtle"
            color="red.7"
            leftSection={<IconX size={20} stroke={1.75} aria-hidden />}
            onClick={() => ask('refuseReception')}
          >
            {texts.refuse}
          </Button>
          {scans.waiting.length > 0 && <span className="quiet">{texts.scansLater}</span>}
        </div>
      )}
    </section>
  );
}

/** What is still missing, in one sentence: the act says it instead of being dead. */
function Said({ counter: { said, filing, draft, service } }: Pick<CounterActsProps, 'counter'>) {
  const texts = useTexts(COUNTER_TEXTS);
  const say = useSay();
  if (filing.isPending) return texts.sending;
  if (said === undefined) return null;
  if (said !== 'papers') return texts.missing[said];
  return texts.missing.papers(
    papersMissing(draft, service)
      .map(({ title }) => say(title))
      .join('; '),
  );
}
