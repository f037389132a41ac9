import { Button } from '@mantine/core';
import type { Schema } from '@trinhduyet/api-client';
import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { useTexts } from '../shared/language';
import { Loading, ProblemBoundary, ProblemNote } from '../shared/problem';
import { useMe } from '../shared/session';
import { InboxPage } from './inbox/InboxPage';
import { MessagePage } from './shell/MessagePage';
import { Shell } from './shell/Shell';
import { SHELL_TEXTS } from './shell/texts';
import { ToInbox } from './shell/ToInbox';
import { useDisplay } from './shell/use-display';
import { SignInPage } from './sign-in/SignInPage';
import { useSessionEnd } from './sign-in/use-session-end';
import { useOwnTab } from './sign-in/whose-tab';

const CounterPage = lazy(() => import('./counter/CounterPage'));
const DossierPage = lazy(() => import('./dossier/DossierPage'));
const OverduePage = lazy(() => import('./overdue/OverduePage'));
const NoticesPage = lazy(() => import('./notices/NoticesPage'));
const NumbersPage = lazy(() => import('./numbers/NumbersPage'));
const PaperPage = lazy(() => import('./papers/PaperPage'));
const TranscriptPage = lazy(() => import('./dossier/paper-form/TranscriptPage'));
const UntypedPage = lazy(() => import('./counter/UntypedPage'));
const Studio = lazy(() => import('../studio/Studio'));

export function App() {
  useDisplay();
  const { data: me, error, refetch } = useMe();
  const hasEnded = useSessionEnd();
  useOwnTab(me);
  if (me === undefined) return error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : <Loading />;
  if (me === null) return <SignInPage hasEnded={hasEnded} />;
  return (
    <Shell me={me}>
      <ProblemBoundary>
        <Suspense fallback={<Loading />}>{me.posts.length === 0 ? <NoOfficial /> : <Pages me={me} />}</Suspense>
      </ProblemBoundary>
    </Shell>
  );
}

function Pages({ me }: { readonly me: Schema<'Me'> }) {
  return (
    <Switch>
      <Route path="/desk">
        <InboxPage me={me} />
      </Route>
      <Route path="/desk/overdue">
        <OverduePage me={me} />
      </Route>
      <Route path="/desk/counter">
        <CounterPage me={me} />
      </Route>
      <Route path="/desk/untyped">
        <UntypedPage />
      </Route>
      <Route path="/desk/notices">
        <NoticesPage />
      </Route>
      <Route path="/desk/numbers">
        <NumbersPage me={me} />
      </Route>
      <Route path="/desk/dossiers/:dossier/papers/:paper">
        {({ dossier, paper }) => <PaperPage dossier={dossier} paper={paper} />}
      </Route>
      <Route path="/desk/dossiers/:dossier/transcript">
        {({ dossier }) => <TranscriptPage key={dossier} me={me} dossier={dossier} />}
      </Route>
      <Route path="/desk/dossiers/:dossier">
        {({ dossier }) => <DossierPage key={dossier} me={me} dossier={dossier} />}
      </Route>
      <Route path="/studio/*?">
        <Studio me={me} />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

function NotFound() {
  const texts = useTexts(SHELL_TEXTS);
  return (
    <MessagePage title={texts.notFound}>
      <ToInbox />
    </MessagePage>
  );
}

function NoOfficial() {
  const texts = useTexts(SHELL_TEXTS);
  return (
    <MessagePage title={texts.officialsOnly}>
      <p>{texts.officialsOnlyMeans}</p>
      <Button component="a" href="/">
        {texts.toPortal}
      </Button>
    </MessagePage>
  );
}
