import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { useRef, useState } from 'react';
import { api, dataOf, newKey } from '../../../shared/api';
import { planOf } from '../../../shared/form/open-form';
import { type Text, useTexts } from '../../../shared/language';
import { askingPace, useHeard } from '../../../shared/live/live';
import { useProblemSentence } from '../../../shared/problem';
import { announce } from '../../shell/announcements';
import { namedFiles } from '../papers/named-files';
import { DOSSIER_TEXTS } from '../texts';
import { kept } from '../work/kept';

type Dossier = Schema<'DossierView'>;
type Marks = Schema<'Marks'>;
type Mark = Marks['items'][number];

/** One thing that the applicant is to bring or mend: about a field, about one photo of it, or about something else. */
export interface Flag {
  readonly key: string;
  readonly field?: string;
  readonly title?: Text;
  readonly reason: string;
}

/** A flag as it is shared: with who has set it, unless that is the reader. */
export interface SetFlag extends Flag {
  readonly by?: string;
  readonly mayRemove: boolean;
}

export interface Flags {
  readonly list: readonly SetFlag[];
  readonly mayFlag: boolean;
  has(key: string): boolean;
  toggle(flag: Flag): void;
  setReason(key: string, reason: string): void;
  clear(): void;
}

const WRITTEN_AFTER_MS = 500;
const keyOf = (dossier: string) => ['marks', dossier];

/**
 * What is flagged is shared by everybody who is at work on the dossier, and goes into one request, so that nobody is sent
 * away twice. Whoever sends it may word a colleague's reason anew: in the request, not in the colleague's name.
 */
export function useFlags(account: string, dossier: Dossier): Flags {
  const { mayMark, items, change } = useMarks(dossier);
  const [own] = useState(() => kept<Readonly<Record<string, string>>>(account, dossier.id, 'flags'));
  const [words, setWords] = useState(() => own.read() ?? {});
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const texts = useTexts(DOSSIER_TEXTS);
  const word = (next: Readonly<Record<string, string>>) => {
    own.write(next);
    setWords(next);
  };
  const markOf = (key: string) => items.find(({ what }) => what === key);
  const toggle = ({ key, field, reason }: Flag) => {
    const mark = markOf(key);
    if (!mark) change.add({ id: newKey(), what: key, field: field ?? null, reason, ...MINE });
    else if (mark.mayRemove) change.remove(mark);
    else announce(texts.flaggedBy(mark.name));
    word(without(words, key));
  };
  const setReason = (key: string, reason: string) => {
    word({ ...words, [key]: reason });
    const mark = markOf(key);
    clearTimeout(timers.current.get(key));
    if (mark?.isMine)
      timers.current.set(
        key,
        setTimeout(() => change.write({ ...mark, reason }), WRITTEN_AFTER_MS),
      );
  };
  return {
    mayFlag: mayMark,
    list: items.map(({ what: key, field, reason, name, isMine, mayRemove }) => ({
      ...{ key, field: field ?? undefined, title: titleOf(dossier, key), reason: words[key] ?? reason },
      ...{ by: isMine ? undefined : name, mayRemove },
    })),
    has: (key) => markOf(key) !== undefined,
    toggle,
    setReason,
    clear: () => {
      own.forget();
      setWords({});
    },
  };
}

const MINE = { name: '', isMine: true, mayRemove: true };

/** Shown at once, and then as the server has it. */
function useMarks({ id: dossier, sequence, isApplicant, status }: Dossier) {
  const queries = useQueryClient();
  const sentence = useProblemSentence();
  const refresh = () => queries.invalidateQueries({ queryKey: keyOf(dossier) });
  useHeard((heard) => {
    const isOurs = heard.type === 'beside' && heard.beside.dossier === dossier && heard.beside.what === 'marks';
    if (isOurs || heard.type === 'opened') void refresh();
  });
  const { data } = useQuery({
    // A dossier that has moved on has other marks.
    queryKey: [...keyOf(dossier), sequence],
    queryFn: async () => dataOf(await api.GET('/api/dossiers/{dossier}/marks', { params: { path: { dossier } } })),
    enabled: !isApplicant && status === 'open',
    placeholderData: keepPreviousData,
    refetchInterval: askingPace,
  });
  const { mutate } = useMutation({
    mutationFn: (asked: () => Promise<unknown>) => asked(),
    onError: (error) => announce(sentence(error)),
    onSettled: refresh,
  });
  const show = (of: (items: readonly Mark[]) => readonly Mark[]) =>
    queries.setQueryData<Marks>([...keyOf(dossier), sequence], (was) => was && { ...was, items: [...of(was.items)] });
  const put = ({ id: mark, what, field, reason }: Mark) =>
    mutate(() =>
      api.PUT('/api/dossiers/{dossier}/marks/{mark}', {
        params: { path: { dossier, mark } },
        body: { what, field: field ?? undefined, reason },
      }),
    );
  return {
    mayMark: data?.mayMark ?? false,
    items: data?.items ?? [],
    change: {
      add: (mark: Mark) => {
        show((items) => [...items, mark]);
        put(mark);
      },
      write: put,
      remove: ({ id: mark }: Mark) => {
        show((items) => items.filter(({ id }) => id !== mark));
        mutate(() => api.DELETE('/api/dossiers/{dossier}/marks/{mark}', { params: { path: { dossier, mark } } }));
      },
    },
  };
}

/** What is flagged, as its reader calls it; undefined for what is neither a field nor a photo. */
function titleOf(dossier: Dossier, key: string): Text | undefined {
  const [pointer, photo] = key.split('#');
  const file = photo === undefined ? undefined : namedFiles(dossier).find(({ id }) => id === photo);
  const field = planOf(dossier.form).fields.find((each) => each.pointer === pointer);
  return file?.title ?? (field && field.widget !== 'group' ? field.title : undefined);
}

function without(words: Readonly<Record<string, string>>, key: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(words).filter(([each]) => each !== key));
}
