import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { api, dataOf, newKey } from '../../shared/api';
import { once } from '../../shared/acts';
import { dossierKey } from '../dossier/use-dossier';
import { keyOf, mark } from './marks';
import type { InboxLine } from './use-inbox';

export type ListAct = Schema<'InboxLine'>['acts'][number];
type Task = Pick<InboxLine, 'dossier' | 'task'>;

export interface Asked {
  readonly act: ListAct;
  readonly to?: string;
  readonly tasks: readonly Task[];
}

export interface Outcome {
  readonly done: number;
  readonly failed: readonly Schema<'ActResult'>[];
}

/** Does the same with many tasks. What was done is marked no more; what failed stays, with its reason. */
export function useManyActs() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: sendActs,
    onSuccess: ({ failed }, { tasks }) => {
      const stays = new Set(failed.map(keyOf));
      mark(tasks.filter((task) => !stays.has(keyOf(task))) as InboxLine[], false);
    },
    onSettled: (_, __, { tasks }) => {
      void queries.invalidateQueries({ queryKey: ['inbox'] });
      void queries.invalidateQueries({ queryKey: ['workload'] });
      for (const dossier of new Set(tasks.map((task) => task.dossier)))
        void queries.invalidateQueries({ queryKey: dossierKey(dossier) });
    },
  });
}

/** Once, however often it is tried before there is an answer. */
export function sendActs(asked: Asked): Promise<Outcome> {
  const { act, to, tasks } = asked;
  return once(`${act} ${to ?? ''} ${tasks.map(keyOf).join()}`, (key) => send(asked, key));
}

async function send({ act, to, tasks }: Asked, key: string): Promise<Outcome> {
  const keys = keysOf(key, tasks.length);
  const items = tasks.map(({ dossier, task }, index) => ({ dossier, task, key: keys[index] ?? newKey() }));
  const { items: results } = dataOf(await api.POST('/api/inbox/acts', { body: { act, to, items } }));
  const failed = results.filter(({ done }) => !done);
  return { done: results.length - failed.length, failed };
}

/** One key for each of many, from the one that is kept until there is an answer: repeated, they are the same. */
export function keysOf(key: string, count: number): readonly string[] {
  const head = key.slice(0, -12);
  const tail = Number.parseInt(key.slice(-12), 16);
  return Array.from({ length: count }, (_, index) => head + ((tail + index) % 2 ** 48).toString(16).padStart(12, '0'));
}
