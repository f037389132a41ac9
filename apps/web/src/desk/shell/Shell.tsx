import type { Schema } from '@trinhduyet/api-client';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../shared/language';
import { useListening } from '../../shared/live/live';
import { useDeskNews } from '../inbox/use-desk-news';
import { Announcements } from './announcements';
import { isInTraining } from './duties';
import { HelpDialog } from './HelpDialog';
import { useKeys } from './keys';
import { Rail } from './Rail';
import { SHELL_TEXTS } from './texts';
import { TopBar } from './TopBar';
import { TrainingStrip } from './TrainingStrip';
import { useFocusOnArrival } from './use-focus-on-arrival';

interface ShellProps {
  readonly me: Schema<'Me'>;
  readonly children: ReactNode;
}

/** What stands around every page: bar above, rail at the side or below, and the list of keys. */
export function Shell({ me, children }: ShellProps) {
  const texts = useTexts(SHELL_TEXTS);
  const [isHelping, setHelping] = useState(false);
  useListening();
  useDeskNews();
  useFocusOnArrival('content');
  useKeys({ '?': () => setHelping(true), F1: () => setHelping(true) });
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {texts.skip}
      </a>
      <TopBar me={me} onHelp={() => setHelping(true)} />
      <Rail me={me} />
      <main id="content" className="content" tabIndex={-1}>
        {isInTraining(me) && <TrainingStrip />}
        {children}
      </main>
      <Announcements />
      <HelpDialog opened={isHelping} onClose={() => setHelping(false)} />
    </div>
  );
}
