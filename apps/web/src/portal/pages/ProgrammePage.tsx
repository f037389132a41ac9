import type { Schema } from '@trinhduyet/api-client';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useSay, useTexts } from '../../shared/language';
import { Awaited, ProblemNote } from '../../shared/problem';
import { useMe } from '../../shared/session';
import { useProgrammes, useStartDraft } from '../data';
import { Page } from '../Page';
import { PORTAL_TEXTS } from '../texts';

type Programme = Schema<'RequestTypeSummary'>;

/** What one gets, how long it takes, what it costs and which papers: all of it before anybody signs in. */
export function ProgrammePage({ programme }: { readonly programme: string }) {
  const programmes = useProgrammes();
  const texts = useTexts(PORTAL_TEXTS);
  return (
    <Awaited query={programmes}>
      {(types) => {
        const type = types.find(({ key }) => key === programme);
        return type ? <Programme type={type} /> : <Page title={texts.notFound}>{null}</Page>;
      }}
    </Awaited>
  );
}

function Programme({ type }: { readonly type: Programme }) {
  const texts = useTexts(PORTAL_TEXTS);
  const say = useSay();
  return (
    <Page title={say(type.title)}>
      <p className="lead">{say(type.summary)}</p>
      <dl className="facts card">
        <Fact name={texts.gets}>
          {type.gives.map((line) => (
            <span key={line.vi} className="fact-line">
              {say(line)}
            </span>
          ))}
        </Fact>
        <Fact name={texts.duration}>{texts.workingDays(type.workingDays)}</Fact>
        <Fact name={texts.fee}>{say(type.fee)}</Fact>
        <Fact name={texts.where}>{texts.wherePlace}</Fact>
        <Fact name={texts.papers}>
          {type.brings.map((line) => (
            <span key={line.vi} className="fact-line">
              {say(line)}
            </span>
          ))}
        </Fact>
      </dl>
      <section className="card">
        <h2>{texts.hints}</h2>
        <p className="quiet">{texts.hintsHelp}</p>
        {type.hints.map((hint) => (
          <Hint key={hint.key} hint={hint} />
        ))}
      </section>
      <details className="card">
        <summary>{texts.basis}</summary>
        <ul>
          {type.legalBasis.map((line) => (
            <li key={line.vi}>{say(line)}</li>
          ))}
        </ul>
      </details>
      <StartLine type={type} />
    </Page>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** An answer only tells whom to ask; it never keeps anybody from beginning. */
function Hint({ hint }: { readonly hint: Programme['hints'][number] }) {
  const texts = useTexts(PORTAL_TEXTS);
  const say = useSay();
  const [answer, setAnswer] = useState<boolean>();
  return (
    <fieldset className="hint">
      <legend>{say(hint.question)}</legend>
      <div className="cards cards-row">
        {[true, false].map((option) => (
          <label key={String(option)} className="card-choice">
            <input type="radio" name={hint.key} checked={answer === option} onChange={() => setAnswer(option)} />
            <span>{option ? texts.yes : texts.no}</span>
          </label>
        ))}
      </div>
      <p role="status" className={answer === undefined ? 'visually-hidden' : 'hint-answer'}>
        {answer !== undefined && say(answer ? hint.yes : hint.no)}
      </p>
    </fieldset>
  );
}

function StartLine({ type }: { readonly type: Programme }) {
  const texts = useTexts(PORTAL_TEXTS);
  const { data: me } = useMe();
  const start = useStartDraft();
  const [, go] = useLocation();
  const begin = () => {
    if (!me) return go(`/sign-in?to=${encodeURIComponent(`/programmes/${type.key}`)}`);
    return start.mutate(type.key, { onSuccess: ({ id }) => go(`/requests/${id}`) });
  };
  return (
    <div className="stick">
      {start.error && <ProblemNote error={start.error} />}
      <button type="button" className="button button-main" disabled={start.isPending} onClick={begin}>
        {texts.start}
      </button>
      <p className="quiet">{texts.startNote(type.minutes)}</p>
    </div>
  );
}
