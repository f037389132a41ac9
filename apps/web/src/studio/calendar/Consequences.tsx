import type { Schema } from '@trinhduyet/api-client';
import { useSay, useTexts } from '../../shared/language';
import { CALENDAR_TEXTS } from './texts';

type Preview = Schema<'CalendarPreview'>;

/** What would move, before it moves: how many dossiers, which dates, and which way. */
export function Consequences({ preview }: { readonly preview: Preview }) {
  const texts = useTexts(CALENDAR_TEXTS);
  const { looked, complete, moved, later, earlier, promises, examples } = preview;
  const lines = [
    later > 0 && texts.later(later),
    earlier > 0 && texts.earlier(earlier),
    promises.later > 0 && texts.promisesLater(promises.later),
    promises.kept > 0 && texts.promisesKept(promises.kept),
  ].filter((line) => line !== false);
  return (
    <section className="consequences" aria-label={texts.consequences}>
      <div role="status">
        <p>
          <strong>{moved === 0 ? texts.nothingMoves(looked) : texts.moves(moved, looked)}</strong>
        </p>
        {lines.length > 0 && (
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {!complete && <p className="quiet">{texts.incomplete}</p>}
      </div>
      {examples.length > 0 && <Examples examples={examples} />}
    </section>
  );
}

function Examples({ examples }: Pick<Preview, 'examples'>) {
  const texts = useTexts(CALENDAR_TEXTS);
  const say = useSay();
  return (
    <div className="examples" tabIndex={0} role="group" aria-label={texts.some(examples.length)}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{texts.what}</th>
            <th scope="col">{texts.from}</th>
            <th scope="col">{texts.to}</th>
          </tr>
        </thead>
        {examples.map(({ code, dates, promised }) => (
          <tbody key={code}>
            <tr>
              <th scope="rowgroup" colSpan={3} className="num">
                {code}
              </th>
            </tr>
            {dates.map(({ step, before, now }) => (
              <Move key={step.vi} what={say(step)} before={texts.instant(before)} now={texts.instant(now)} />
            ))}
            {promised && (
              <Move what={texts.promised} before={texts.promise(promised.before)} now={texts.promise(promised.now)} />
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Move({ what, before, now }: { readonly what: string; readonly before: string; readonly now: string }) {
  return (
    <tr>
      <td>{what}</td>
      <td className="num">
        <s>{before}</s>
      </td>
      <td className="num">
        <strong>{now}</strong>
      </td>
    </tr>
  );
}
