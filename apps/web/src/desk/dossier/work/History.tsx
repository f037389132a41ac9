import type { Schema } from '@trinhduyet/api-client';
import { formatInstant } from '@trinhduyet/text';
import { AnswerList } from '../../../shared/form/Answers';
import { planOf } from '../../../shared/form/open-form';
import { useLanguage, useSay, useTexts } from '../../../shared/language';
import { PromiseMoved } from '../../../shared/PromiseMoved';
import { QUIET } from '../use-seen';
import { HISTORY_TEXTS } from './history-texts';

type Line = Schema<'HistoryLine'>;
type Entry = Schema<'DossierView'>['entries'][number];

/** What has happened, the latest first. */
export function History({ dossier }: { readonly dossier: Schema<'DossierView'> }) {
  const { history, entries } = dossier;
  const lines = history.filter((line, index) => isWorthTelling(line, history.slice(index + 1)));
  return (
    <ol className="history" reversed>
      {[...lines].reverse().map((line) => (
        <li key={line.sequence} className={`history-${line.act ?? line.type}`}>
          <HistoryWords line={line} />
          {entries
            .filter((entry) => isOf(entry, line))
            .map((entry) => (
              <EntryDetails key={entry.at} entry={entry} />
            ))}
        </li>
      ))}
    </ol>
  );
}

/** What changes nothing of where a dossier stands. */
const PASSING: ReadonlySet<string> = new Set([...QUIET, 'suspended', 'resumed']);

/** Arriving at a step is told as long as nothing has come of it; afterwards the decision names the step. */
function isWorthTelling({ type }: Line, later: readonly Line[]): boolean {
  return type !== 'entered' || later.every((line) => PASSING.has(line.type));
}

function isOf(entry: Entry, { type, at, step }: Line): boolean {
  return type === 'decided' && entry.step.vi === step?.vi && Date.parse(entry.at) === Date.parse(at);
}

/** One line of the record: what and where, when and who, and the words that go with it. */
export function HistoryWords({ line }: { readonly line: Line }) {
  const texts = useTexts(HISTORY_TEXTS);
  const { language } = useLanguage();
  const say = useSay();
  const { at, who, post, note, items = [], findings = [], dueAt, promised, moved = [] } = line;
  return (
    <>
      <p className="history-what">
        <WhatHappened line={line} />
      </p>
      <p className="quiet">
        <span className="num">{formatInstant(at, language)}</span>
        {who && ` · ${who}`}
        {post && ` · ${say(post)}`}
        {dueAt && ` · ${texts.due(formatInstant(dueAt, language))}`}
      </p>
      {promised && <PromiseMoved {...promised} />}
      {note && <blockquote className="history-note">{note}</blockquote>}
      <ul className="history-items">
        {moved.map(({ step, before, now }) => (
          <li key={step.vi} className="num">
            {texts.moved(
              say(step),
              before ? formatInstant(before, language) : '–',
              now ? formatInstant(now, language) : '–',
            )}
          </li>
        ))}
        {items.map(({ reason }, index) => (
          <li key={index}>{reason}</li>
        ))}
        {findings.map(({ code, text }) => (
          <li key={code}>{say(text)}</li>
        ))}
      </ul>
    </>
  );
}

function WhatHappened({ line }: { readonly line: Line }) {
  const { told, noFindings } = useTexts(HISTORY_TEXTS);
  const say = useSay();
  const more = useMore();
  const { type, step, outcome, findings } = line;
  if (type === 'decided' && step) return `${say(step)}: ${outcome ? say(outcome) : told.decided}`;
  const words = type in told ? told[type as keyof typeof told] : type;
  if ((type === 'entered' || type === 'skipped') && step) return `${words} ${say(step)}`;
  if (type === 'checked' && findings?.length === 0) return `${words}: ${noFindings}`;
  return [words, more(line)].filter(Boolean).join(': ');
}

/** Whom it asks, what was said, on which ground. */
function useMore(): (line: Line) => string {
  const { said, order } = useTexts(HISTORY_TEXTS);
  const say = useSay();
  return ({ type, whom, how, opinion, ground }) => {
    if (ground) return say(ground);
    if (opinion) return said[type === 'cosigned' ? 'cosigned' : 'opined'][opinion];
    if (!whom) return '';
    return how ? `${say(whom)} (${order[how]})` : say(whom);
  };
}

function EntryDetails({ entry: { form, document } }: { readonly entry: Entry }) {
  const texts = useTexts(HISTORY_TEXTS);
  const say = useSay();
  if (!form) return null;
  const plan = planOf(form);
  return (
    <details>
      <summary>{texts.entry(say(plan.title))}</summary>
      <AnswerList
        plan={plan}
        fields={plan.pages.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields))}
        document={document}
      />
    </details>
  );
}
