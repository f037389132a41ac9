import type { Schema } from '@trinhduyet/api-client';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useTexts } from '../../shared/language';
import { dossierAddress, paperAddress, TALK_HASH } from '../inbox/addresses';
import { type InboxFilter, writeFilter } from '../inbox/filter';
import { isInTraining } from '../shell/duties';
import { useKeys } from '../shell/keys';
import { TrainingStrip } from '../shell/TrainingStrip';
import { useTitle } from '../shell/use-title';
import { actsOf } from './acts/acts';
import { ChangesBanner } from './ChangesBanner';
import { ConsentBanner } from './ConsentBanner';
import { DecisionBar } from './acts/DecisionBar';
import { DossierHeader } from './DossierHeader';
import { DossierPanes } from './DossierPanes';
import { DOSSIER_TEXTS } from './texts';
import { type Handling, useHandling } from './acts/use-handling';
import { useOpening } from './use-opening';
import { PaperBanner } from './paper-form/PaperBanner';
import { TALK_FIELD } from './talk/talk-field';
import { useTalk } from './talk/use-talk';
import { PhrasesProvider } from './work/PhraseField';
import { ownPlace } from './work/use-step-draft';
import { type Tab, useView, type View } from './use-view';

interface DossierDeskProps {
  readonly me: Schema<'Me'>;
  readonly dossier: Schema<'DossierView'>;
  readonly filter: InboxFilter;
}

export function DossierDesk({ me, dossier, filter }: DossierDeskProps) {
  const texts = useTexts(DOSSIER_TEXTS);
  useTitle(texts.title(dossier.code ?? dossier.lookupCode));
  const view = useView(firstTab(dossier), isJustSupplemented(dossier));
  const talk = useTalk(dossier);
  const printReceipt = useReceipt(dossier, filter);
  const onFaults = () => view.show('work', 'step');
  const handling = useHandling({ me, dossier, filter, onFaults, onReceived: printReceipt });
  useDossierKeys(handling, view, filter);
  useOpening(dossier);
  return (
    <PhrasesProvider value={dossier.phrases}>
      <div className="dossier">
        {dossier.training && !isInTraining(me) && <TrainingStrip />}
        <DossierHeader dossier={dossier} filter={filter} neighbours={handling.neighbours} />
        <PaperBanner dossier={dossier} seen={handling.seen} />
        <ConsentBanner dossier={dossier} />
        {concernsReader(handling) && <ChangesBanner seen={handling.seen} />}
        <DossierPanes {...{ dossier, filter, handling, talk, view }} account={me.account} />
        <DecisionBar dossier={dossier} filter={filter} handling={handling} />
      </div>
    </PhrasesProvider>
  );
}

/** A notice of a mention leads to the talk; else one begins with the step, or with what has happened. */
function firstTab(dossier: Schema<'DossierView'>): Tab {
  if (location.hash === TALK_HASH) return 'talk';
  return ownPlace(dossier) && actsOf(dossier).main ? 'step' : 'history';
}

/** What others do matters to whoever may act, or has begun to write. */
function concernsReader({ acts, acting, written, done }: Handling): boolean {
  return !done && (acts.main !== undefined || Boolean(written?.note) || acting.error !== null);
}

/** The receipt is there as soon as the page knows the dossier as received. */
function useReceipt({ id, papers }: Schema<'DossierView'>, filter: InboxFilter): () => void {
  const [, go] = useLocation();
  const [isAwaited, setAwaited] = useState(false);
  const receipt = papers.find(({ kind }) => kind === 'form-01')?.id;
  useEffect(() => {
    if (isAwaited && receipt !== undefined) go(`${paperAddress(id, receipt, filter)}#print`);
  }, [isAwaited, receipt, id, filter, go]);
  return () => setAwaited(true);
}

function useDossierKeys({ acts, acting, begin, neighbours }: Handling, view: View, filter: InboxFilter): void {
  const [, go] = useLocation();
  const goTo = (dossier: string | undefined) => {
    if (dossier === undefined) return false;
    go(dossierAddress(dossier, filter));
    return true;
  };
  const act = (thenNext: boolean) => {
    if (!acts.main) return false;
    begin(acts.main, thenNext);
    return true;
  };
  useKeys({
    'Ctrl+Enter': () => act(false),
    'Ctrl+Shift+Enter': () => act(true),
    J: () => goTo(neighbours.next),
    K: () => goTo(neighbours.previous),
    '1': () => view.show('form'),
    '2': () => view.show('papers'),
    '3': () => view.show('work'),
    I: () => view.show('work', 'why'),
    C: () => view.show('work', 'talk', TALK_FIELD),
    V: () => view.toggleComparison(),
    P: () => window.print(),
    Escape: () => (acting.begun ? acting.close() : go(`/desk${writeFilter(filter)}`)),
  });
}

/** Whoever has the answer of a supplement before them begins with what it has changed; who comes later, with the whole. */
function isJustSupplemented({ history }: Schema<'DossierView'>): boolean {
  return history.findLast(({ type }) => type === 'supplemented' || type === 'decided')?.type === 'supplemented';
}
