import { ActionIcon, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowsMaximize, IconArrowsMinimize } from '@tabler/icons-react';
import type { Schema } from '@trinhduyet/api-client';
import type { ReactNode } from 'react';
import { useTexts } from '../../shared/language';
import type { InboxFilter } from '../inbox/filter';
import { FormPane } from './form/FormPane';
import { PapersPane } from './papers/PapersPane';
import { History } from './work/History';
import { namedFiles } from './papers/named-files';
import { DOSSIER_TEXTS } from './texts';
import type { Handling } from './acts/use-handling';
import { TalkCount } from './talk/TalkCount';
import type { TalkQuery } from './talk/use-talk';
import { type Pane, PANES, paneTitleId, type View } from './use-view';
import { WorkPane } from './work/WorkPane';

interface DossierPanesProps {
  readonly dossier: Schema<'DossierView'>;
  readonly filter: InboxFilter;
  readonly handling: Handling;
  readonly talk: TalkQuery;
  readonly account: string;
  readonly view: View;
}

/** Form, papers and handling: side by side where there is room, one at a time where there is not. */
export function DossierPanes({ dossier, filter, handling, talk, account, view }: DossierPanesProps) {
  const texts = useTexts(DOSSIER_TEXTS);
  // With room for two the form stays, and the other is the work unless the papers were asked for.
  const hasTwo = useMediaQuery('(min-width: 64em)') ?? false;
  const isShown = (pane: Pane) => pane === view.pane || (hasTwo && pane === 'work' && view.pane === 'form');
  const contents: Readonly<Record<Pane, ReactNode>> = {
    form: <FormPane dossier={dossier} flags={handling.flags} view={view} isSender={mayAsk(handling)} />,
    papers: <PapersPane {...{ dossier, filter, view }} flags={handling.flags} />,
    work: <WorkPane {...{ dossier, handling, talk, account, view }} />,
  };
  return (
    <>
      <div className="pane-switch" role="group" aria-label={texts.panes}>
        {PANES.map((pane) => (
          <button key={pane} type="button" aria-pressed={isShown(pane)} onClick={() => view.show(pane)}>
            {texts[pane]}
            {pane === 'papers' && ` (${namedFiles(dossier).length})`}
            {pane === 'work' && <TalkCount talk={talk} />}
          </button>
        ))}
      </div>
      <div className="panes" data-pane={view.pane} data-widened={view.widened}>
        {PANES.map((pane) => (
          <section key={pane} className={`pane pane-${pane}`} aria-labelledby={paneTitleId(pane)}>
            <header className="pane-head">
              <h2 id={paneTitleId(pane)} tabIndex={-1}>
                {texts[pane]}
              </h2>
              <WidenButton pane={pane} view={view} />
            </header>
            {contents[pane]}
          </section>
        ))}
      </div>
      <section className="print-only">
        <h2>{texts.tabs.history}</h2>
        <History dossier={dossier} />
      </section>
    </>
  );
}

function mayAsk({ acts: { main, beside } }: Handling): boolean {
  return [main, ...beside].some((act) => act?.command === 'askSupplement' && act.because === undefined);
}

function WidenButton({ pane, view }: { readonly pane: Pane; readonly view: View }) {
  const texts = useTexts(DOSSIER_TEXTS);
  const isWidened = view.widened === pane;
  const name = isWidened ? texts.narrow : texts.widen(texts[pane]);
  const Icon = isWidened ? IconArrowsMinimize : IconArrowsMaximize;
  return (
    <Tooltip label={name}>
      <ActionIcon className="pane-widen" aria-label={name} aria-pressed={isWidened} onClick={() => view.widen(pane)}>
        <Icon size={18} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}
