import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { compareNames, compareText } from '@trinhduyet/text';
import { useState } from 'react';
import { useTexts } from '../../shared/language';
import { ProblemNote } from '../../shared/problem';
import { type InboxFilter, nameOfGroup } from '../inbox/filter';
import { MOST_MARKED } from '../inbox/marks';
import { sendActs } from '../inbox/many-acts';
import { allLines, type InboxLine, useInboxGroups } from '../inbox/use-inbox';
import { OVERDUE_TEXTS } from './texts';

type People = readonly Schema<'Colleague'>[];
type Group = Schema<'InboxGroups'>['items'][number];

/** What nobody has, in the whole office. */
const UNASSIGNED: InboxFilter = { view: 'all', scope: 'office', holder: 'anybody' };

interface Given {
  readonly done: number;
  readonly failed: number;
}

/** What nobody has, by village: one person for each of them, and all is given at once (“thôn 3, 4, 5 là của …”). */
export function UnassignedTable({ people }: { readonly people: People }) {
  const texts = useTexts(OVERDUE_TEXTS);
  const { data: groups, error } = useInboxGroups(UNASSIGNED, 'village');
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const queries = useQueryClient();
  const giving = useMutation({
    mutationFn: () => give(chosen, people),
    onSuccess: () => setChosen({}),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['inbox'] });
      void queries.invalidateQueries({ queryKey: ['workload'] });
    },
  });
  const villages = [...(groups?.items ?? [])].sort((one, other) =>
    compareText(nameOf(one, texts), nameOf(other, texts)),
  );
  const isReady = Object.values(chosen).some((account) => account !== '');
  return (
    <section className="card screen-only" aria-labelledby="unassigned-title" tabIndex={0}>
      <h2 id="unassigned-title">{texts.unassigned}</h2>
      {error && <ProblemNote error={error} />}
      <p className="quiet">{groups && villages.length === 0 ? texts.allAssigned : texts.unassignedMeans}</p>
      {villages.length > 0 && (
        <>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{texts.village}</th>
                <th scope="col" className="figure">
                  {texts.tasks}
                </th>
                <th scope="col">{texts.assignTo}</th>
              </tr>
            </thead>
            <tbody>
              {villages.map((group) => {
                const key = nameOfGroup(group, 'village');
                return (
                  <tr key={key}>
                    <th scope="row">{nameOf(group, texts)}</th>
                    <td className="figure num">{group.count}</td>
                    <td>
                      <PersonSelect
                        label={`${texts.assignTo}: ${nameOf(group, texts)}`}
                        people={people}
                        value={chosen[key] ?? ''}
                        onChoose={(account) => setChosen({ ...chosen, [key]: account })}
                      />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <Button
            className="give-by-village"
            aria-disabled={!isReady}
            loading={giving.isPending}
            onClick={() => isReady && giving.mutate()}
          >
            {texts.assignByVillage}
          </Button>
        </>
      )}
      <p role="status">{giving.data && told(giving.data, texts)}</p>
      {giving.error && <ProblemNote error={giving.error} />}
    </section>
  );
}

type Words = (typeof OVERDUE_TEXTS)['vi'];
const nameOf = ({ villageName }: Group, texts: Words) => villageName ?? texts.noVillage;
const told = ({ done, failed }: Given, texts: Words) =>
  [texts.assigned(done), failed > 0 ? texts.notAssigned(failed) : ''].filter(Boolean).join(' ');

interface PersonSelectProps {
  readonly label: string;
  readonly people: People;
  readonly value: string;
  onChoose(account: string): void;
}

function PersonSelect({ label, people, value, onChoose }: PersonSelectProps) {
  const texts = useTexts(OVERDUE_TEXTS);
  const sorted = [...people].sort((one, other) => compareNames(one.name, other.name));
  return (
    <NativeSelect
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      data={[
        { value: '', label: texts.nobodyYet },
        ...sorted.map(({ account, name }) => ({ value: account, label: name })),
      ]}
    />
  );
}

/** Village by village; what its person does not hold the post of stays with nobody. */
async function give(chosen: Readonly<Record<string, string>>, people: People): Promise<Given> {
  let [done, failed] = [0, 0];
  for (const [within, to] of Object.entries(chosen).filter(([, account]) => account !== '')) {
    const lines = await allLines({ ...UNASSIGNED, within }, MOST_MARKED);
    const able = lines.filter(({ post }) => holdsPost(people, to, post));
    const outcome = able.length === 0 ? undefined : await sendActs({ act: 'assign', to, tasks: able });
    done += outcome?.done ?? 0;
    failed += lines.length - (outcome?.done ?? 0);
  }
  return { done, failed };
}

function holdsPost(people: People, account: string, post: InboxLine['post']): boolean {
  return people.some((person) => person.account === account && person.posts.includes(post));
}
