import type { Schema } from '@trinhduyet/api-client';
import { dayOf } from '@trinhduyet/calendar';
import { formatDay, formatInstant, formatMoney, moneyInWords } from '@trinhduyet/text';
import { useState } from 'react';
import { Link } from 'wouter';
import { useLanguage, useSay, useTexts } from '../../shared/language';
import { filesOf } from '../../shared/form/form-files';
import { planOf } from '../../shared/form/open-form';
import { AnswerList } from '../../shared/form/Answers';
import { PromiseMoved } from '../../shared/PromiseMoved';
import { Awaited, ProblemNote } from '../../shared/problem';
import { useDossier, useUrge, useWithdraw } from '../data';
import { tellOf } from '../history';
import { Page } from '../Page';
import { Status } from '../status';
import { PORTAL_TEXTS } from '../texts';

type Dossier = Schema<'DossierView'>;

/** Past, now and next in plain words, with who, where and by when. */
export function DossierPage({ dossier }: { readonly dossier: string }) {
  const query = useDossier(dossier);
  return <Awaited query={query}>{(view) => <Dossier view={view} />}</Awaited>;
}

function Dossier({ view }: { readonly view: Dossier }) {
  const texts = useTexts(PORTAL_TEXTS);
  const say = useSay();
  const { language } = useLanguage();
  return (
    <Page title={say(view.requestType.title)} tab={texts.mine}>
      {view.training && <p className="strip">{texts.training}</p>}
      <section className="card">
        <p className="num quiet">{view.code ?? view.lookupCode}</p>
        <p>
          <Status {...statusOf(view)} stoppedFor={view.suspended && say(view.suspended.ground)} />
        </p>
        {view.suspended && <p>{texts.stoppedSince(formatInstant(view.suspended.since, language))}</p>}
        {view.inTransit && (
          <p role="status" className="quiet">
            {texts.onItsWay}
          </p>
        )}
        {view.promisedOn && (
          <p>
            {texts.promised}: <PromiseMoved before={view.promisedBefore} now={view.promisedOn} />
          </p>
        )}
        {view.decidedAmount !== undefined && view.ending === 'approved' && (
          <p>
            {texts.amount}: <strong className="num">{formatMoney(view.decidedAmount)}</strong>{' '}
            <span className="quiet">({moneyInWords(view.decidedAmount)})</span>
          </p>
        )}
        {view.ending === 'rejected' && <p>{texts.appeal}</p>}
        <SupplementCall view={view} />
        <Urging view={view} />
      </section>
      <Timeline view={view} />
      <Papers view={view} />
      <FormGiven view={view} />
      <Withdrawal view={view} />
    </Page>
  );
}

function statusOf({ status, ending, code, places, supplementUntil, offers }: Dossier) {
  const waits = offers.some(({ command, because }) => command === 'supplement' && !because);
  const office = places.find((place) => place.office)?.office;
  return {
    status,
    ending,
    office,
    isReceived: code !== undefined,
    supplementUntil: waits ? (supplementUntil ?? '') : undefined,
  };
}

function SupplementCall({ view }: { readonly view: Dossier }) {
  const texts = useTexts(PORTAL_TEXTS);
  const waits = view.offers.some(({ command, because }) => command === 'supplement' && !because);
  if (!waits) return null;
  return (
    <p>
      <Link href={`/dossiers/${view.id}/supplement`} className="button button-main">
        {texts.answerSupplement}
      </Link>
    </p>
  );
}

/** Once a step is late; before, and just after, when it is possible. */
function Urging({ view }: { readonly view: Dossier }) {
  const texts = useTexts(PORTAL_TEXTS);
  const say = useSay();
  const { language } = useLanguage();
  const urge = useUrge(view.id);
  const offer = view.offers.find(({ command }) => command === 'urge');
  if (!offer || view.inTransit) return null;
  const { because, from } = offer;
  if (because) {
    if (from === undefined) return null;
    return (
      <p className="quiet" role="status">
        {urge.isSuccess ? texts.urged : say(because.title)} {texts.urgeFrom(formatInstant(from, language))}
      </p>
    );
  }
  return (
    <>
      <p>{texts.urgeMeans}</p>
      {urge.error && <ProblemNote error={urge.error} />}
      <button type="button" className="button" disabled={urge.isPending} onClick={() => urge.mutate({})}>
        {texts.urge}
      </button>
    </>
  );
}

function Timeline({ view }: { readonly view: Dossier }) {
  const texts = useTexts(PORTAL_TEXTS);
  const say = useSay();
  const { language } = useLanguage();
  const past = view.history.flatMap((line) => {
    const words = tellOf(line, language, say);
    return words === undefined ? [] : [{ line, words }];
  });
  return (
    <section aria-label={texts.timeline}>
      <h2>{texts.timeline}</h2>
      <ol className="timeline">
        {past.map(({ line, words }) => (
          <li key={line.sequence} className="moment moment-past">
            <span className="visually-hidden">{texts.timelinePast}: </span>
            <span className="moment-title">{words}</span>
            <span className="quiet num">{formatInstant(line.at, language)}</span>
            {line.promised && <PromiseMoved {...line.promised} />}
            {line.note && <span className="moment-note">{line.note}</span>}
            {line.items?.map(({ reason }) => (
              <span key={reason} className="moment-note">
                {reason}
              </span>
            ))}
          </li>
        ))}
        {view.status === 'open' &&
          placesToTell(view).map((place) => (
            <Now key={place.key} place={place} isStopped={view.suspended !== undefined} />
          ))}
        {view.upcoming.map((step) => (
          <li key={step.vi} className="moment moment-next">
            <span className="visually-hidden">{texts.timelineNext}: </span>
            <span className="moment-title">{say(step)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Where branches run, each is told for itself. */
function placesToTell({ places }: Dossier): Dossier['places'] {
  const isSplit = places.some(({ branch }) => branch !== undefined);
  return places.filter(({ kind }) => kind !== 'branches' || !isSplit);
}

interface NowProps {
  readonly place: Dossier['places'][number];
  readonly isStopped: boolean;
}

function Now({ place, isStopped }: NowProps) {
  const texts = useTexts(PORTAL_TEXTS);
  const say = useSay();
  const { language } = useLanguage();
  const where = [place.office, place.unit].filter(Boolean).join(', ');
  return (
    <li className="moment moment-now" aria-current="step">
      <span className="visually-hidden">{texts.timelineNow}: </span>
      <span className="moment-title">{say(place.applicant)}</span>
      {where !== '' && <span>{texts.by(where)}</span>}
      {place.notBefore && <span className="num">{texts.from(formatInstant(place.notBefore, language))}</span>}
      {place.dueAt && !isStopped && <span className="num">{texts.until(formatInstant(place.dueAt, language))}</span>}
      {place.telephone && (
        <a href={`tel:${place.telephone.replace(/\s/g, '')}`}>
          {texts.phone} <span className="num">{place.telephone}</span>
        </a>
      )}
    </li>
  );
}

function Papers({ view }: { readonly view: Dossier }) {
  const texts = useTexts(PORTAL_TEXTS);
  const say = useSay();
  return (
    <section aria-label={texts.papersTitle}>
      <h2>{texts.papersTitle}</h2>
      <ul className="lines">
        <li className="line">
          <Link href={`/dossiers/${view.id}/receipt`} className="line-main">
            {texts.lookupCode} <span className="num">{view.lookupCode}</span>
          </Link>
        </li>
        {view.papers.map((paper) => (
          <li key={paper.id} className="line">
            <Link href={`/dossiers/${view.id}/papers/${paper.id}`} className="line-main">
              <span>{say(paper.title)}</span>
              <span className="quiet num">
                {paper.number ? `${texts.paperNumber(paper.number)} · ` : ''}
                {formatDay(dayOf(paper.at))}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FormGiven({ view }: { readonly view: Dossier }) {
  const texts = useTexts(PORTAL_TEXTS);
  const say = useSay();
  const plan = planOf(view.form);
  return (
    <details className="card">
      <summary>{texts.form}</summary>
      {plan.pages.map((page) => (
        <section key={page.key}>
          <h3>{say(page.title)}</h3>
          <AnswerList
            plan={plan}
            fields={page.sections.flatMap(({ fields }) => fields)}
            document={view.document}
            previous={view.previous}
            access={view.access}
            files={filesOf(view)}
          />
        </section>
      ))}
    </details>
  );
}

/** Quiet and at the end, but never hidden. */
function Withdrawal({ view }: { readonly view: Dossier }) {
  const texts = useTexts(PORTAL_TEXTS);
  const withdraw = useWithdraw(view.id);
  const [isAsked, setAsked] = useState(false);
  const [note, setNote] = useState('');
  const isOffered = view.offers.some(({ command, because }) => command === 'withdraw' && !because);
  if (!isOffered) return null;
  if (!isAsked) {
    return (
      <button type="button" className="button button-quiet" onClick={() => setAsked(true)}>
        {texts.withdraw}
      </button>
    );
  }
  return (
    <section className="card" aria-label={texts.withdraw}>
      <p>{texts.withdrawSure}</p>
      {withdraw.error && <ProblemNote error={withdraw.error} />}
      <label className="field">
        <span className="field-label">{texts.withdrawWhy}</span>
        <textarea
          className="control control-long"
          rows={2}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
      <div className="acts">
        <button
          type="button"
          className="button button-danger"
          disabled={withdraw.isPending}
          onClick={() => withdraw.mutate(note.trim() === '' ? {} : { note })}
        >
          {texts.withdraw}
        </button>
        <button type="button" className="button button-quiet" onClick={() => setAsked(false)}>
          {texts.cancel}
        </button>
      </div>
    </section>
  );
}
