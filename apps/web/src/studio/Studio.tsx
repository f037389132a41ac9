import './studio.css';
import type { Schema } from '@trinhduyet/api-client';
import { Route, Switch } from 'wouter';
import { useTexts } from '../shared/language';
import { holds } from '../desk/shell/duties';
import { MessagePage } from '../desk/shell/MessagePage';
import { ToInbox } from '../desk/shell/ToInbox';
import { CalendarPage } from './calendar/CalendarPage';
import { StudioHome } from './StudioHome';
import { STUDIO_TEXTS } from './texts';
import { VersionPage } from './VersionPage';

/** What an administrator of a programme looks after. */
export default function Studio({ me }: { readonly me: Schema<'Me'> }) {
  return (
    <Switch>
      <Route path="/studio/calendar">
        <CalendarPage me={me} />
      </Route>
      <Route>
        <OfProgramme me={me} />
      </Route>
    </Switch>
  );
}

/** Calendars are everybody's to look at; the rest is for who administers the programme. */
function OfProgramme({ me }: { readonly me: Schema<'Me'> }) {
  const texts = useTexts(STUDIO_TEXTS);
  if (!holds(me, 'administrator')) {
    return (
      <MessagePage title={texts.administratorsOnly}>
        <p>{texts.administratorsOnlyMeans}</p>
        <ToInbox />
      </MessagePage>
    );
  }
  return (
    <Switch>
      <Route path="/studio/request-types/:key/:version">
        {({ key, version }) => <VersionPage type={key} version={Number(version)} />}
      </Route>
      <Route>
        <StudioHome />
      </Route>
    </Switch>
  );
}
