import type { Schema } from '@trinhduyet/api-client';
import { formatDay } from '@trinhduyet/text';
import { Link } from 'wouter';
import { useSay, useTexts } from '../../shared/language';
import { ASSIGN, dossierAddress } from '../inbox/addresses';
import { DeadlineMark } from '../marks/DeadlineMark';
import { OVERDUE_TEXTS } from './texts';

/** Each line ends in something that can be done about it. */
export function OverdueTable({ lines }: { readonly lines: readonly Schema<'OverdueLine'>[] }) {
  const texts = useTexts(OVERDUE_TEXTS);
  const say = useSay();
  return (
    <section className="card" aria-labelledby="overdue-title" tabIndex={0}>
      <h2 id="overdue-title">{texts.overdue}</h2>
      {lines.length === 0 ? (
        <p className="quiet">{texts.nothingLate}</p>
      ) : (
        <table className="plain-table overdue-table">
          <thead>
            <tr>
              <th scope="col">{texts.lateBy}</th>
              <th scope="col">{texts.dossier}</th>
              <th scope="col">{texts.whose}</th>
              <th scope="col">{texts.promised}</th>
              <th scope="col">
                <span className="visually-hidden">{texts.reassignShort}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ dossier, task, code, maskedName, stepTitle, office, post, holder, ...line }) => (
              <tr key={`${dossier} ${task}`}>
                <td>
                  <DeadlineMark dueAt={line.dueAt} daysLeft={-line.daysLate} />
                </td>
                <td>
                  <strong>{maskedName}</strong> <span className="num quiet">{code}</span>
                  <p className="quiet">{say(stepTitle)}</p>
                </td>
                <td>
                  {holder ?? texts.nobody}
                  <p className="quiet">
                    {say(post)}, {office}
                  </p>
                </td>
                <td className="num">{line.promisedOn && formatDay(line.promisedOn)}</td>
                <td>
                  <Link href={dossierAddress(dossier, { view: 'all' }) + ASSIGN} aria-label={texts.reassign(code)}>
                    {texts.reassignShort}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
