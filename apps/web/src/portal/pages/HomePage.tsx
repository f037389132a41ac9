import type { Schema } from '@trinhduyet/api-client';
import { formatInstant } from '@trinhduyet/text';
import { Link } from 'wouter';
import { useLanguage, useSay, useTexts } from '../../shared/language';
import { Awaited, ProblemNote } from '../../shared/problem';
import { useMe } from '../../shared/session';
import { useDossiers, useDrafts, useDropDraft, useProgrammes } from '../data';
import { Drawing } from '../Drawing';
import { Page } from '../Page';
import { PORTAL_TEXTS } from '../texts';

/** By need, not by programme. What waits for the person stands above all. */
export function HomePage() {
  const texts = useTexts(PORTAL_TEXTS);
  const { data: me } = useMe();
  return (
    <Page title={texts.needTitle} tab={texts.home}>
      {me && <WaitingForMe />}
      <p className="lead">{texts.needHint}</p>
      <Needs />
      <p className="quiet">{texts.needOther}</p>
      <p className="links">
        {me && <MineLink />}
        <Link href="/look-up">{texts.lookUp}</Link>
        <a href="/desk">{texts.officials}</a>
      </p>
    </Page>
  );
}

function Needs() {
  const say = useSay();
  const programmes = useProgrammes();
  return (
    <Awaited query={programmes}>
      {(types) => (
        <ul className="needs">
          {types.map(({ key, need, shortTitle, summary }) => (
            <li key={key}>
              <Link href={`/programmes/${key}`} className="need">
                <Drawing of={need} />
                <span className="need-title">{say(shortTitle)}</span>
                <span className="need-summary">{say(summary)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Awaited>
  );
}

function WaitingForMe() {
  const texts = useTexts(PORTAL_TEXTS);
  const say = useSay();
  const { data: dossiers } = useDossiers();
  const { data: drafts = [] } = useDrafts(true);
  const asked = (dossiers?.pages ?? []).flatMap(({ items }) => items).filter((line) => line.waitsForApplicant);
  return (
    <>
      {asked.length > 0 && (
        <section className="note note-waiting" aria-label={texts.waiting}>
          <h2>{texts.waiting}</h2>
          {asked.map(({ id, title }) => (
            <p key={id}>
              <Link href={`/dossiers/${id}/supplement`}>{texts.supplementWaitingPlain(say(title))}</Link>
            </p>
          ))}
        </section>
      )}
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
    </>
  );
}

export function DraftItem({ draft }: { readonly draft: Schema<'DraftLine'> }) {
  const texts = useTexts(PORTAL_TEXTS);
  const say = useSay();
  const { language } = useLanguage();
  const { data: programmes = [] } = useProgrammes();
  const drop = useDropDraft();
  const title = programmes.find(({ key }) => key === draft.requestType)?.title;
  return (
    <li className="line">
      <Link href={`/requests/${draft.id}`} className="line-main">
        {texts.draftLine(title ? say(title) : '', formatInstant(draft.updatedAt, language))}
      </Link>
      <button
        type="button"
        className="button button-quiet"
        onClick={() => window.confirm(texts.dropDraftSure) && drop.mutate(draft.id)}
      >
        {texts.dropDraft}
      </button>
      {drop.error && <ProblemNote error={drop.error} />}
    </li>
  );
}

function MineLink() {
  const texts = useTexts(PORTAL_TEXTS);
  const { data } = useDossiers();
  const count = (data?.pages ?? []).flatMap(({ items }) => items).length;
  return <Link href="/dossiers">{texts.allMine(count)}</Link>;
}
