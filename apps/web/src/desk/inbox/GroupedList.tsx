import { Checkbox } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { compareText } from '@trinhduyet/text';
import { type KeyboardEvent, useId, useState } from 'react';
import { useSay, useTexts } from '../../shared/language';
import { Awaited, ProblemNote } from '../../shared/problem';
import { type Grouping, type InboxFilter, nameOfGroup } from './filter';
import { ListHead, MoreRows, NothingHere } from './InboxList';
import { InboxTable } from './InboxTable';
import { useList } from './list-context';
import { keyOf, mark, MOST_MARKED, useMarks } from './marks';
import { INBOX_TEXTS } from './texts';
import { allLines, linesOf, useInbox, useInboxGroups, useRequestTypes } from './use-inbox';

type Group = Schema<'InboxGroups'>['items'][number];

interface Named {
  readonly group: Group;
  readonly key: string;
  readonly title: string;
}

/** The list divided: a head for each group, and under it, unfolded, its own rows page by page. */
export function GroupedList({ by }: { readonly by: Grouping }) {
  const texts = useTexts(INBOX_TEXTS);
  const { filter } = useList();
  const groups = useInboxGroups(filter, by);
  const named = useNamed(groups.data?.items ?? [], by);
  const [folds, setFolds] = useState(() => new Map<string, boolean>());
  const counted = named.reduce((sum, { group }) => sum + group.count, 0);
  return (
    <Awaited query={groups}>
      {({ capped }) => (
        <>
          <ListHead lines={[]} isLoading={groups.isRefetching}>
            <p className="quiet" role="status">
              {capped ? texts.groupsCapped(counted) : texts.groupSize(counted)}
            </p>
          </ListHead>
          {named.length === 0 && <NothingHere />}
          {named.map(({ key, ...each }, index) => (
            <GroupSection
              key={`${by} ${key}`}
              name={key}
              {...each}
              isOpen={folds.get(key) ?? index === 0}
              onFold={(isOpen) => setFolds(new Map(folds).set(key, isOpen))}
            />
          ))}
        </>
      )}
    </Awaited>
  );
}

/** By the names that people see: type first, then village. */
function useNamed(groups: readonly Group[], by: Grouping): readonly Named[] {
  const texts = useTexts(INBOX_TEXTS);
  const say = useSay();
  const { data: types = [] } = useRequestTypes();
  const typeOf = (key: string) => types.find((type) => type.key === key)?.shortTitle;
  const titleOf = ({ requestType, villageName }: Group) => {
    const type = requestType === null ? undefined : typeOf(requestType);
    const village = by === 'type' ? undefined : (villageName ?? texts.noVillage);
    return [type ? say(type) : requestType, village].filter(Boolean).join(' · ');
  };
  return groups
    .map((group) => ({ group, key: nameOfGroup(group, by), title: titleOf(group) }))
    .sort((one, other) => compareText(one.title, other.title));
}

interface GroupSectionProps extends Omit<Named, 'key'> {
  readonly name: string;
  readonly isOpen: boolean;
  onFold(isOpen: boolean): void;
}

function GroupSection({ group, name, title, isOpen, onFold }: GroupSectionProps) {
  const texts = useTexts(INBOX_TEXTS);
  const { filter } = useList();
  const own: InboxFilter = { ...filter, within: name };
  const id = useId();
  const Icon = isOpen ? IconChevronDown : IconChevronRight;
  const fold = (event: KeyboardEvent) => {
    const next = { ArrowLeft: false, ArrowRight: true }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onFold(next);
  };
  return (
    <section className="group" aria-labelledby={id}>
      <header className="group-head">
        <GroupMark filter={own} title={title} count={group.count} />
        <h2 id={id}>
          <button
            type="button"
            className="group-name"
            data-stop
            aria-expanded={isOpen}
            onClick={() => onFold(!isOpen)}
            onKeyDown={fold}
          >
            <Icon size={20} stroke={1.75} aria-hidden />
            <span>{title}</span>
            <span className="quiet num">{texts.groupSize(group.count)}</span>
            {group.overdue > 0 && <span className="count count-late num">{texts.groupLate(group.overdue)}</span>}
          </button>
        </h2>
      </header>
      {isOpen && <GroupRows filter={own} />}
    </section>
  );
}

function GroupRows({ filter }: { readonly filter: InboxFilter }) {
  const inbox = useInbox(filter);
  return (
    <Awaited query={inbox}>
      {(data) => (
        <>
          <InboxTable lines={linesOf(data)} isOld={inbox.isPlaceholderData} within={filter.within} />
          <MoreRows inbox={inbox} />
        </>
      )}
    </Awaited>
  );
}

interface GroupMarkProps {
  readonly filter: InboxFilter;
  readonly title: string;
  readonly count: number;
}

/** Marks a whole group, also what of it was not loaded yet. */
function GroupMark({ filter, title, count }: GroupMarkProps) {
  const texts = useTexts(INBOX_TEXTS);
  const marks = useMarks();
  const [own, setOwn] = useState<readonly string[]>([]);
  const isMarked = own.length > 0 && own.every((key) => marks.has(key));
  const marking = useMutation({
    mutationFn: (isToMark: boolean) => allLines(filter, MOST_MARKED).then((lines) => ({ lines, isToMark })),
    onSuccess: ({ lines, isToMark }) => {
      mark(lines, isToMark);
      setOwn(lines.map(keyOf));
    },
  });
  return (
    <>
      <Checkbox
        aria-label={texts.markGroup(title)}
        checked={isMarked}
        indeterminate={!isMarked && own.some((key) => marks.has(key))}
        disabled={marking.isPending || count === 0}
        onChange={({ currentTarget }) => marking.mutate(currentTarget.checked)}
      />
      {marking.error && <ProblemNote error={marking.error} />}
    </>
  );
}
