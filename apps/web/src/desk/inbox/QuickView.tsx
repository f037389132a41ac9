import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Schema } from '@trinhduyet/api-client';
import { Link } from 'wouter';
import { isProblem } from '../../shared/api';
import { fileAddress } from '../../shared/files';
import { AnswerList } from '../../shared/form/Answers';
import { planOf } from '../../shared/form/open-form';
import { useSay, useTexts } from '../../shared/language';
import { Awaited } from '../../shared/problem';
import { Findings } from '../dossier/form/Findings';
import { namedFiles } from '../dossier/papers/named-files';
import { useDossier } from '../dossier/use-dossier';
import { StatusBadge } from '../marks/StatusBadge';
import { dossierAddress } from './addresses';
import type { InboxFilter } from './filter';
import { INBOX_TEXTS } from './texts';
import type { InboxLine } from './use-inbox';

/** Long enough to run down the list without fetching every dossier on the way. */
const PAUSE_MS = 150;

interface QuickViewProps {
  readonly line: InboxLine | undefined;
  readonly filter: InboxFilter;
}

export function QuickView({ line, filter }: QuickViewProps) {
  const texts = useTexts(INBOX_TEXTS);
  const [settled] = useDebouncedValue(line, PAUSE_MS);
  return (
    <aside className="quick-view" aria-label={texts.preview}>
      {settled ? (
        <Preview key={settled.dossier} line={settled} filter={filter} />
      ) : (
        <p className="empty quiet">{texts.choose}</p>
      )}
    </aside>
  );
}

function Preview({ line, filter }: { readonly line: InboxLine; readonly filter: InboxFilter }) {
  const texts = useTexts(INBOX_TEXTS);
  const say = useSay();
  const dossier = useDossier(line.dossier);
  return (
    <>
      <header className="quick-head">
        <h2>
          {line.maskedName} · {say(line.requestTitle)}
        </h2>
        <p className="quiet">
          <span className="num">{line.code}</span> · {line.village}
        </p>
        <Button component={Link} href={dossierAddress(line.dossier, filter)} aria-keyshortcuts="Enter">
          {texts.open}
        </Button>
      </header>
      {isProblem(dossier.error, 'not-found') ? (
        <p className="empty">{texts.notReadable}</p>
      ) : (
        <Awaited query={dossier}>{(data) => <Glance dossier={data} />}</Awaited>
      )}
    </>
  );
}

/** What can be read in a minute: where it stands, what a machine found, the photos, and the answers. */
function Glance({ dossier }: { readonly dossier: Schema<'DossierView'> }) {
  const texts = useTexts(INBOX_TEXTS);
  const say = useSay();
  const plan = planOf(dossier.form);
  const photos = namedFiles(dossier).filter(({ isImage }) => isImage);
  return (
    <div className="quick-body" tabIndex={0}>
      <StatusBadge dossier={dossier} />
      <Findings dossier={dossier} />
      {photos.length > 0 && (
        <ul className="thumbs" aria-label={texts.photos}>
          {photos.map(({ id, title }) => (
            <li key={id}>
              <img src={fileAddress(dossier.id, id)} alt={say(title)} loading="lazy" />
            </li>
          ))}
        </ul>
      )}
      {plan.pages.map(({ key, title, sections }) => (
        <section key={key}>
          <h3>{say(title)}</h3>
          <AnswerList
            plan={plan}
            fields={sections.flatMap(({ fields }) => fields).filter(({ widget }) => widget !== 'photos')}
            document={dossier.document}
            access={dossier.access}
          />
        </section>
      ))}
    </div>
  );
}
