import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Loading, ProblemBoundary } from '../shared/problem';
import { useMe } from '../shared/session';
import { useOwnNews } from './data';
import { DossierPage } from './pages/DossierPage';
import { DossiersPage } from './pages/DossiersPage';
import { HelpPage } from './pages/HelpPage';
import { HomePage } from './pages/HomePage';
import { LookUpPage } from './pages/LookUpPage';
import { NoticesPage } from './pages/NoticesPage';
import { ProgrammePage } from './pages/ProgrammePage';
import { SignInPage } from './pages/SignInPage';
import { Page } from './Page';
import { Shell } from './Shell';
import { PORTAL_TEXTS } from './texts';
import { useTexts } from '../shared/language';

// The form library is the heaviest part of the portal: it comes when a form is opened.
const RequestPage = lazy(() => import('./request/RequestPage'));
const SupplementPage = lazy(() => import('./request/SupplementPage'));
const ReceiptPage = lazy(() => import('./pages/ReceiptPage'));
const PaperPage = lazy(() => import('./pages/PaperPage'));

export function App() {
  const { data: me } = useMe();
  return (
    <Shell>
      {me && <OwnNews />}
      <ProblemBoundary>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/" component={HomePage} />
            <Route path="/programmes/:key">{({ key }) => <ProgrammePage programme={key} />}</Route>
            <Route path="/sign-in" component={SignInPage} />
            <Route path="/look-up" component={LookUpPage} />
            <Route path="/help" component={HelpPage} />
            <Route>
              <SignedIn />
            </Route>
          </Switch>
        </Suspense>
      </ProblemBoundary>
    </Shell>
  );
}

/** Pages of one's own: whoever is not signed in does that first and comes back to where he wanted to go. */
function SignedIn() {
  const { data: me, isPending } = useMe();
  if (isPending) return <Loading />;
  if (!me) return <Redirect to={`/sign-in?to=${encodeURIComponent(location.pathname)}`} replace />;
  return <OwnPages />;
}

/** Listens on whichever page its owner is. */
function OwnNews() {
  useOwnNews();
  return null;
}

function OwnPages() {
  return (
    <Switch>
      <Route path="/requests/:draft/:part?">
        {({ draft, part }) => <RequestPage key={draft} draft={draft} part={part} />}
      </Route>
      <Route path="/dossiers" component={DossiersPage} />
      <Route path="/dossiers/:dossier">{({ dossier }) => <DossierPage dossier={dossier} />}</Route>
      <Route path="/dossiers/:dossier/receipt">{({ dossier }) => <ReceiptPage dossier={dossier} />}</Route>
      <Route path="/dossiers/:dossier/supplement">
        {({ dossier }) => <SupplementPage key={dossier} dossier={dossier} />}
      </Route>
      <Route path="/dossiers/:dossier/papers/:paper">
        {({ dossier, paper }) => <PaperPage dossier={dossier} paper={paper} />}
      </Route>
      <Route path="/notices" component={NoticesPage} />
      <Route component={NothingHere} />
    </Switch>
  );
}

function NothingHere() {
  const texts = useTexts(PORTAL_TEXTS);
  return (
    <Page title={texts.notFound}>
      <a className="button" href="/">
        {texts.toHome}
      </a>
    </Page>
  );
}
