import type { Schema } from '@trinhduyet/api-client';
import { formatDay, formatInstant } from '@trinhduyet/text';
import { useEffect } from 'react';
import { useLanguage, useSay, useTexts } from '../../shared/language';
import { useDeadlineWords } from '../marks/DeadlineMark';
import type { InboxFilter } from './filter';
import { keyOf } from './marks';
import { INBOX_TEXTS } from './texts';
import type { InboxLine } from './use-inbox';
import { useStepWords } from './use-step-words';

interface PrintedListProps {
  readonly me: Schema<'Me'>;
  readonly filter: InboxFilter;
  readonly lines: readonly InboxLine[];
  onPrinted(): void;
}

/** The list on paper: every state in words, the heads on every sheet, no row cut; who printed it when stands below. */
export function PrintedList({ me, filter, lines, onPrinted }: PrintedListProps) {
  const texts = useTexts(INBOX_TEXTS);
  const say = useSay();
  const { language } = useLanguage();
  const deadline = useDeadlineWords();
  const stepWords = useStepWords();
  const [post] = me.posts;
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', onPrinted);
    // Once: drawing it anew must not print it anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <div className="printed-list">
      <p>{post && `${post.unitName} · ${post.officeName}`}</p>
      <h1>
        {texts.title} – {texts.views[filter.view]}
      </h1>
      <table>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{texts.dueColumn}</th>
            <th scope="col">{texts.promisedColumn}</th>
            <th scope="col">{texts.dossierColumn}</th>
            <th scope="col">{texts.villageColumn}</th>
            <th scope="col">{texts.stepColumn}</th>
            <th scope="col">{texts.holderColumn}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={keyOf(line)}>
              <td className="num">{index + 1}</td>
              <td>
                {deadline(line)}
                {line.dueAt && <span> ({formatInstant(line.dueAt, language)})</span>}
              </td>
              <td className="num">{line.promisedOn ? formatDay(line.promisedOn) : texts.notPromised}</td>
              <td>
                {line.maskedName} · {say(line.requestTitle)} <span className="num">{line.code}</span>
              </td>
              <td>{line.village}</td>
              <td>{stepWords(line)}</td>
              <td>{line.holder === 'colleague' ? line.holderName : texts.holders[line.holder]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="printed-foot">
        {texts.groupSize(lines.length)}. {texts.printedAt(new Date().toISOString(), me.name)}
      </p>
    </div>
  );
}
