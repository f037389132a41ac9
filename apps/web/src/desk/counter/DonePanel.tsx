import { Button, Kbd } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { formatPromise } from '@trinhduyet/text';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useLanguage, useTexts } from '../../shared/language';
import { paperFileAddress, printPaper } from '../../shared/paper-file';
import { dossierAddress } from '../inbox/addresses';
import { ScansStrip } from './ScansStrip';
import { COUNTER_TEXTS } from './texts';
import type { Done } from './use-counter';
import type { Scans } from './use-scans';

interface DonePanelProps {
  readonly done: Done;
  readonly scans: Scans;
  onNext(): void;
}

/** What is handed over the counter, large enough to be read out; the paper prints by itself. */
export function DonePanel({ done: { filed, act, name }, scans, onNext }: DonePanelProps) {
  const texts = useTexts(COUNTER_TEXTS);
  const { language } = useLanguage();
  const { dossier, paper, code, promisedOn, lookupCode, pin } = filed;
  const file = paperFileAddress(dossier, paper);
  usePrintOnce(dossier, file);
  useSending(scans, dossier);
  return (
    <section className="counter-done" aria-labelledby="counter-done">
      <h2 id="counter-done" className="counter-done-title">
        ✓ {texts.done[act]}
      </h2>
      <p>{texts.of(name)}</p>
      <dl className="counter-receipt">
        {code !== undefined && <Fact name={texts.code} value={code} />}
        {promisedOn !== undefined && <Fact name={texts.promised} value={formatPromise(promisedOn, language)} />}
        <Fact name={texts.lookUp} value={texts.lookUpWith(lookupCode, pin)} />
      </dl>
      {act === 'receive' && <p className="quiet">{texts.toBeTyped}</p>}
      <ScansState scans={scans} dossier={dossier} />
      <ScansStrip scans={scans} />
      <div className="panel-buttons">
        <Button size="md" autoFocus rightSection={<Kbd>F8</Kbd>} aria-keyshortcuts="F8 F4" onClick={onNext}>
          {texts.nextPerson}
        </Button>
        <Button
          size="md"
          variant="default"
          leftSection={<IconPrinter size={20} stroke={1.75} aria-hidden />}
          onClick={() => printPaper(file)}
        >
          {texts.printAgain}
        </Button>
        <Button size="md" variant="subtle" component={Link} href={dossierAddress(dossier)}>
          {texts.openDossier}
        </Button>
      </div>
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">{value}</dd>
    </div>
  );
}

function ScansState({ scans, dossier }: { readonly scans: Scans; readonly dossier: string }) {
  const texts = useTexts(COUNTER_TEXTS);
  const own = scans.of(dossier);
  const sending = own.filter(({ state }) => state === 'sending').length + scans.waiting.length;
  const sent = own.filter(({ state }) => state === 'sent').length;
  return (
    <p className="quiet" role="status">
      {sending > 0 && texts.scansSending(sending)}
      {sending === 0 && sent > 0 && texts.scansSent(sent)}
    </p>
  );
}

const PRINTED = 'counter-printed';

/** Once for each dossier, over a reload too: a second print is asked for. */
function usePrintOnce(dossier: string, file: string): void {
  useEffect(() => {
    if (sessionStorage.getItem(PRINTED) === dossier) return;
    sessionStorage.setItem(PRINTED, dossier);
    printPaper(file);
  }, [dossier, file]);
}

/** The dossier is there, so what was chosen for it can go. */
function useSending(scans: Scans, dossier: string): void {
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    scans.sendWaiting(dossier);
  }, [scans, dossier]);
}
