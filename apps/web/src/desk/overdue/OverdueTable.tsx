import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { Schema } from '@trinhduyet/api-client';
import { formatDay } from '@trinhduyet/text';
import { Link } from 'wouter';
import { useSay, useTexts } from '../../shared/language';
import { ProblemNote } from '../../shared/problem';
import { dossierAddress } from '../inbox/addresses';
import { AssignMenu } from '../inbox/AssignMenu';
import { useManyActs } from '../inbox/many-acts';
import { keyOf } from '../inbox/marks';
import { DeadlineMark } from '../marks/DeadlineMark';
import { announce } from '../shell/announcements';
import { OVERDUE_TEXTS } from './texts';

type Line = Schema<'OverdueLine'>;
type People = readonly Schema<'Colleague'>[];

/** Each line ends in something that can be done about it. */
export function OverdueTable({ lines, people }: { readonly lines: readonly Line[]; readonly people: People }) {
  const texts = useTexts(OVERDUE_TEXTS);
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
              <th scope="col" className="screen-only">
                <span className="visually-hidden">{texts.act}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <OverdueRow key={keyOf(line)} line={line} people={people} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function OverdueRow({ line, people }: { readonly line: Line; readonly people: People }) {
  const texts = useTexts(OVERDUE_TEXTS);
  const say = useSay();
  const { dossier, code, maskedName, stepTitle, office, post, holder, dueAt, daysLate, promisedOn } = line;
  return (
    <tr>
      <td>
        <DeadlineMark dueAt={dueAt} daysLeft={-daysLate} />
      </td>
      <td>
        <Link href={dossierAddress(dossier, { view: 'overdue', scope: 'office' })}>{maskedName}</Link>{' '}
        <span className="num quiet">{code}</span>
        <p className="quiet">{say(stepTitle)}</p>
      </td>
      <td>
        {holder ?? texts.nobody}
        <p className="quiet">
          {say(post)}, {office}
        </p>
      </td>
      <td className="num">{promisedOn && formatDay(promisedOn)}</td>
      <td className="screen-only">
        <Reassign line={line} people={people} />
      </td>
    </tr>
  );
}

function Reassign({ line: { dossier, task, code, postId }, people }: { readonly line: Line; readonly people: People }) {
  const texts = useTexts(OVERDUE_TEXTS);
  const acting = useManyActs();
  const assign = (to: string) =>
    acting.mutate(
      { act: 'assign', to, tasks: [{ dossier, task }] },
      { onSuccess: ({ done }) => done > 0 && announce(texts.assigned(done)) },
    );
  const [refused] = acting.data?.failed ?? [];
  return (
    <>
      <AssignMenu
        people={people}
        posts={[postId]}
        none={texts.noColleague}
        onPick={assign}
        target={
          <Button
            variant="default"
            size="compact-md"
            aria-label={texts.reassign(code)}
            loading={acting.isPending}
            rightSection={<IconChevronDown size={16} stroke={1.75} aria-hidden />}
          >
            {texts.reassignShort}
          </Button>
        }
      />
      {refused && <p role="status">{refused.problem?.title}</p>}
      {acting.error && <ProblemNote error={acting.error} />}
    </>
  );
}
