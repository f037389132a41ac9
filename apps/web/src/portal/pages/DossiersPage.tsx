import type { Schema } from '@trinhduyet/api-client';
import { formatInstant, formatPromise } from '@trinhduyet/text';
import { Link } from 'wouter';
import { useLanguage, useSay, useTexts } from '../../shared/language';
import { Awaited, ProblemNote } from '../../shared/problem';
import { useDossiers, useDrafts } from '../data';
import { Drawing } from '../Drawing';
import { Page } from '../Page';
import { Status } from '../status';
import { PORTAL_TEXTS } from '../texts';
import { DraftItem } from './HomePage';

export function DossiersPage() {
  const texts = useTexts(PORTAL_TEXTS);
  const dossiers = useDossiers();
  const { data: drafts = [], error: draftsError } = useDrafts(true);
  return (
    <Page title={texts.mine}>
      {draftsError && <ProblemNote error={draftsError} />}
      {drafts.length > 0 && (
        <section aria-label={texts.drafts}>
          <h2>{texts.drafts}</h2>
          <ul className="lines">
            {drafts.map((draft) => (
              <DraftItem key={draft.id} draft={draft} />
            ))}
          </ul>
        </section>
      )}
      <Awaited query={dossiers}>
        {({ pages }) => {
          const lines = pages.flatMap(({ items }) => items);
          if (lines.length === 0 && drafts.length === 0) return <Nothing />;
          return (
            <ul className="lines">
              {lines.map((line) => (
                <DossierItem key={line.id} line={line} />
              ))}
            </ul>
          );
        }}
      </Awaited>
      {dossiers.hasNextPage && (
        <button type="button" className="button" onClick={() => void dossiers.fetchNextPage()}>
          {texts.more}
        </button>
      )}
    </Page>
  );
}

function Nothing() {
  const texts = useTexts(PORTAL_TEXTS);
  return (
    <div className="empty">
      <Drawing of="road" />
      <p>{texts.noDossiers}</p>
      <Link href="/" className="button button-main">
        {texts.home}
      </Link>
    </div>
  );
}

function DossierItem({ line }: { readonly line: Schema<'DossierLine'> }) {
  const texts = useTexts(PORTAL_TEXTS);
  const say = useSay();
  const { language } = useLanguage();
  return (
    <li className="line">
      <Link href={`/dossiers/${line.id}`} className="line-main">
        <strong>{say(line.title)}</strong>
        <Status
          status={line.status}
          ending={line.ending}
          isReceived={line.code !== null}
          supplementUntil={line.waitsForApplicant ? '' : undefined}
        />
        {line.promisedOn && (
          <span>
            {texts.promised}: <span className="num">{formatPromise(line.promisedOn, language)}</span>
          </span>
        )}
        <span className="quiet num">
          {line.code ?? line.lookupCode} · {formatInstant(line.submittedAt, language)}
        </span>
        {line.training && <span className="tag tag-training">{texts.training}</span>}
      </Link>
    </li>
  );
}
