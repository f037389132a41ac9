import type { Schema } from '@trinhduyet/api-client';
import { compareNames } from '@trinhduyet/text';
import { useTexts } from '../../shared/language';
import { OVERDUE_TEXTS } from './texts';

type Line = Schema<'WorkloadLine'>;

/** By name and never by rank; what nobody has taken stands last. */
function byName(one: Line, other: Line): number {
  if (one.name === null || other.name === null) return Number(one.name === null) - Number(other.name === null);
  return compareNames(one.name, other.name);
}

export function WorkloadTable({ people }: { readonly people: readonly Line[] }) {
  const texts = useTexts(OVERDUE_TEXTS);
  const most = Math.max(1, ...people.map(({ open }) => open));
  return (
    <section className="card" aria-labelledby="workload-title" tabIndex={0}>
      <h2 id="workload-title">{texts.workload}</h2>
      {people.length === 0 ? (
        <p className="quiet">{texts.nothingHeld}</p>
      ) : (
        <>
          <p className="quiet">{texts.workloadMeans}</p>
          <table className="plain-table workload-table">
            <thead>
              <tr>
                <th scope="col">{texts.person}</th>
                <th scope="col">{texts.holds}</th>
                <th scope="col" className="figure">
                  {texts.lateColumn}
                </th>
                <th scope="col" className="figure">
                  {texts.soonColumn}
                </th>
                <th scope="col" className="figure">
                  {texts.averageColumn}
                </th>
                <th scope="col">{texts.aheadColumn}</th>
              </tr>
            </thead>
            <tbody>
              {[...people].sort(byName).map((line) => (
                <tr key={line.account}>
                  <th scope="row">{line.name ?? texts.nobody}</th>
                  <td>
                    <span className="load">
                      <span className="num">{line.open}</span>
                      <span className="load-bar" style={{ width: `${(line.open / most) * 100}%` }} aria-hidden="true" />
                    </span>
                  </td>
                  <td className="figure num">{line.overdue}</td>
                  <td className="figure num">{line.dueSoon}</td>
                  <td className="figure num">{texts.days(line.averageDays)}</td>
                  <td>
                    <Ahead ahead={line.ahead} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

/** How much is due on each of the next working days: as bars for eyes, in words for readers, as figures on hovering. */
function Ahead({ ahead }: Pick<Line, 'ahead'>) {
  const texts = useTexts(OVERDUE_TEXTS);
  const most = Math.max(1, ...ahead);
  const words = texts.ahead(ahead.join(', '));
  return (
    <>
      <span className="ahead" title={words} aria-hidden="true">
        {ahead.map((count, day) => (
          <span key={day} style={{ height: `${(count / most) * 100}%` }} />
        ))}
      </span>
      <span className="visually-hidden">{words}</span>
    </>
  );
}
