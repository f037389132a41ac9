import { Tabs } from '@mantine/core';
import type { Schema } from '@trinhduyet/api-client';
import { lazy, Suspense } from 'react';
import { isProblem } from '../../../shared/api';
import { useTexts } from '../../../shared/language';
import { Awaited, Loading } from '../../../shared/problem';
import { AtHand } from './AtHand';
import { History } from './History';
import { Returned } from './Returned';
import { StepWork } from './StepWork';
import { DOSSIER_TEXTS } from '../texts';
import type { Handling } from '../acts/use-handling';
import { ownPlace } from './use-step-draft';
import { type Tab, TABS, type View } from '../use-view';
import { TalkCount } from '../talk/TalkCount';
import type { TalkQuery } from '../talk/use-talk';
import { Why } from './Why';

const TalkPanel = lazy(() => import('../talk/TalkPanel'));

interface WorkPaneProps {
  readonly dossier: Schema<'DossierView'>;
  readonly handling: Handling;
  readonly talk: TalkQuery;
  readonly account: string;
  readonly view: View;
}

export function WorkPane({ dossier, handling, talk, account, view }: WorkPaneProps) {
  const texts = useTexts(DOSSIER_TEXTS);
  return (
    <Tabs
      className="work-tabs"
      value={view.tab}
      onChange={(tab) => view.setTab(tab as Tab)}
      keepMounted={false}
      activateTabWithKeyboard
    >
      <Tabs.List aria-label={texts.work}>
        {tabsOf(dossier, talk).map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {texts.tabs[tab]}
            {tab === 'talk' && <TalkCount talk={talk} />}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="step" className="pane-body">
        <AtHand dossier={dossier} handling={handling} withOpinions />
        <OwnStep dossier={dossier} handling={handling} />
      </Tabs.Panel>
      <Tabs.Panel value="talk" className="pane-body">
        <Suspense fallback={<Loading />}>
          <TalkPanel account={account} dossier={dossier.id} talk={talk} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="history" className="pane-body" tabIndex={0}>
        <AtHand dossier={dossier} handling={handling} />
        <History dossier={dossier} />
      </Tabs.Panel>
      <Tabs.Panel value="why" className="pane-body" tabIndex={0}>
        <Why dossier={dossier} />
      </Tabs.Panel>
    </Tabs>
  );
}

/** Whoever may not read the talk, such as an official whose own dossier it is, is not shown that there could be any. */
function tabsOf({ isApplicant }: Schema<'DossierView'>, { error }: TalkQuery): readonly Tab[] {
  return TABS.filter((tab) => tab !== 'talk' || !(isApplicant || isProblem(error, 'not-found')));
}

/** The form and the opinion of the step, for whoever may act on it. */
function OwnStep({ dossier, handling }: Pick<WorkPaneProps, 'dossier' | 'handling'>) {
  const texts = useTexts(DOSSIER_TEXTS);
  const { acts, draft, faults, done, written } = handling;
  const own = ownPlace(dossier);
  if (own === undefined || acts.main === undefined || done) {
    return <NotMine note={done ? '' : (written?.note ?? '')} />;
  }
  if (own.kind === 'reception') return <p>{texts.atReception}</p>;
  return (
    <>
      {own.kind === 'review' && !own.cosigns && <Returned history={dossier.history} />}
      {own.cosigns && <p>{texts.asSigner}</p>}
      <Awaited query={draft}>
        {(opened) => <StepWork draft={opened} faults={faults} isAnswer={own.kind === 'consultation'} />}
      </Awaited>
    </>
  );
}

/** Somebody else may have decided while this reader was still writing: the words are theirs to take along. */
function NotMine({ note }: { readonly note: string }) {
  const texts = useTexts(DOSSIER_TEXTS);
  return (
    <>
      <p className="quiet">{texts.notYours}</p>
      {note !== '' && (
        <>
          <h3>{texts.writtenBefore}</h3>
          <blockquote className="history-note">{note}</blockquote>
        </>
      )}
    </>
  );
}
