import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconCheck, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { api, dataOf, newKey } from '../../shared/api';
import { useTexts } from '../../shared/language';
import { ProblemNote } from '../../shared/problem';
import { announce } from '../shell/announcements';
import { filterOf, type InboxFilter, partsOf, writeFilter } from './filter';
import { INBOX_TEXTS } from './texts';

type Saved = Schema<'SavedFilter'>;
const KEY = ['saved-filters'];

export function useSavedFilters() {
  return useQuery({ queryKey: KEY, queryFn: async () => dataOf(await api.GET('/api/filters')), staleTime: 60_000 });
}

export const addressOfSaved = ({ filter }: Pick<Saved, 'filter'>) => `/desk${writeFilter(filterOf(filter))}`;

function useSave() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, name, filter }: Saved) => {
      await api.PUT('/api/filters/{filter}', { params: { path: { filter: id } }, body: { name, filter } });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

/** What somebody comes back to every day, under a name of their own. */
export function SavedFilters({ filter }: { readonly filter: InboxFilter }) {
  const texts = useTexts(INBOX_TEXTS);
  const { data: saved = [] } = useSavedFilters();
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus width={360}>
      <Popover.Target>
        <Button variant="subtle" leftSection={<IconBookmark size={18} stroke={1.75} aria-hidden />}>
          {texts.saveFilter}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={texts.saved} className="saved-filters">
        <SaveForm filter={filter} />
        <p className="quiet">{texts.savedMeans}</p>
        <h2>{texts.saved}</h2>
        {saved.length === 0 && <p className="quiet">{texts.noSaved}</p>}
        <ul className="plain-list">
          {saved.map((each) => (
            <SavedLine key={each.id} saved={each} />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function SaveForm({ filter }: { readonly filter: InboxFilter }) {
  const texts = useTexts(INBOX_TEXTS);
  const saving = useSave();
  const [name, setName] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    saving.mutate(
      { id: newKey(), name: name.trim(), filter: partsOf(filter) },
      {
        onSuccess: () => {
          announce(texts.filterSaved(name.trim()));
          setName('');
        },
      },
    );
  };
  return (
    <form className="save-filter" onSubmit={save}>
      <TextInput
        label={texts.filterName}
        maxLength={60}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button type="submit" loading={saving.isPending}>
        {texts.save}
      </Button>
      {saving.error && <ProblemNote error={saving.error} />}
    </form>
  );
}

function SavedLine({ saved }: { readonly saved: Saved }) {
  const texts = useTexts(INBOX_TEXTS);
  const queries = useQueryClient();
  const [name, setName] = useState<string>();
  const saving = useSave();
  const dropping = useMutation({
    mutationFn: () => api.DELETE('/api/filters/{filter}', { params: { path: { filter: saved.id } } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  const failure = saving.error ?? dropping.error;
  const rename = (event: FormEvent) => {
    event.preventDefault();
    if (name?.trim()) saving.mutate({ ...saved, name: name.trim() }, { onSuccess: () => setName(undefined) });
  };
  return (
    <li className="saved-line">
      {name === undefined ? (
        <>
          <Link href={addressOfSaved(saved)}>{saved.name}</Link>
          <ActionIcon aria-label={texts.rename(saved.name)} onClick={() => setName(saved.name)}>
            <IconPencil size={18} stroke={1.75} />
          </ActionIcon>
        </>
      ) : (
        <form className="saved-line" onSubmit={rename}>
          <TextInput
            aria-label={texts.rename(saved.name)}
            autoFocus
            maxLength={60}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <ActionIcon type="submit" aria-label={texts.save} loading={saving.isPending}>
            <IconCheck size={18} stroke={1.75} />
          </ActionIcon>
        </form>
      )}
      <ActionIcon aria-label={texts.drop(saved.name)} loading={dropping.isPending} onClick={() => dropping.mutate()}>
        <IconTrash size={18} stroke={1.75} />
      </ActionIcon>
      {failure && <ProblemNote error={failure} />}
    </li>
  );
}
