import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import type { Schema } from '@trinhduyet/api-client';
import { type Ref, useState } from 'react';
import { useSay, useTexts } from '../../shared/language';
import {
  type Grouping,
  GROUPINGS,
  type HolderFilter,
  type InboxFilter,
  isNarrowed,
  type Kind,
  KINDS,
  widened,
} from './filter';
import { INBOX_TEXTS } from './texts';
import { useOwnVillages, useRequestTypes } from './use-inbox';

interface InboxFiltersProps {
  readonly me: Schema<'Me'>;
  readonly filter: InboxFilter;
  readonly search: Ref<HTMLInputElement>;
  onFilter(filter: InboxFilter): void;
}

export function InboxFilters({ me, filter, search, onFilter }: InboxFiltersProps) {
  const texts = useTexts(INBOX_TEXTS);
  const say = useSay();
  const { data: types = [] } = useRequestTypes();
  const { data: villages = [] } = useOwnVillages(me);
  return (
    <div role="search" className="inbox-filters" aria-label={texts.filters}>
      <SearchField words={filter.q ?? ''} field={search} onWords={(q) => onFilter({ ...filter, q })} />
      {types.length > 1 && (
        <NativeSelect
          aria-label={texts.type}
          value={filter.type ?? ''}
          onChange={({ currentTarget }) => onFilter({ ...filter, type: currentTarget.value })}
          data={[
            { value: '', label: texts.anyType },
            ...types.map(({ key, shortTitle }) => ({ value: key, label: say(shortTitle) })),
          ]}
        />
      )}
      {villages.length > 1 && (
        <NativeSelect
          aria-label={texts.village}
          value={filter.village ?? ''}
          onChange={({ currentTarget }) => onFilter({ ...filter, village: currentTarget.value })}
          data={[
            { value: '', label: texts.anyVillage },
            ...villages.map(({ village, name }) => ({ value: village, label: name })),
          ]}
        />
      )}
      {filter.view !== 'reception' && (
        <NativeSelect
          aria-label={texts.kind}
          value={filter.kind ?? ''}
          onChange={({ currentTarget }) => onFilter({ ...filter, kind: (currentTarget.value || undefined) as Kind })}
          data={[
            { value: '', label: texts.anyKind },
            ...KINDS.map((kind) => ({ value: kind, label: texts.kinds[kind] })),
          ]}
        />
      )}
      <NativeSelect
        aria-label={texts.holderColumn}
        value={filter.holder ?? ''}
        onChange={({ currentTarget }) =>
          onFilter({ ...filter, holder: (currentTarget.value || undefined) as HolderFilter | undefined })
        }
        data={[
          { value: '', label: texts.anyHolder },
          ...(['me', 'anybody', 'colleague'] as const).map((value) => ({ value, label: texts.holders[value] })),
        ]}
      />
      <NativeSelect
        aria-label={texts.groupBy}
        value={filter.group ?? ''}
        onChange={({ currentTarget }) =>
          onFilter({ ...filter, group: (currentTarget.value || undefined) as Grouping | undefined })
        }
        data={[
          { value: '', label: texts.noGroups },
          ...GROUPINGS.map((value) => ({ value, label: texts.groupings[value] })),
        ]}
      />
      {isNarrowed(filter) && (
        <Button variant="subtle" onClick={() => onFilter(widened(filter))}>
          {texts.clear}
        </Button>
      )}
    </div>
  );
}

const PAUSE_MS = 300;

interface SearchFieldProps {
  readonly words: string;
  readonly field: Ref<HTMLInputElement>;
  onWords(words: string): void;
}

function SearchField({ words, field, onWords }: SearchFieldProps) {
  const texts = useTexts(INBOX_TEXTS);
  const [typed, setTyped] = useState(words);
  const [asked, setAsked] = useState(words);
  const later = useDebouncedCallback((next: string) => {
    setAsked(next);
    onWords(next);
  }, PAUSE_MS);
  if (words !== asked) {
    setAsked(words);
    setTyped(words);
  }
  return (
    <TextInput
      ref={field}
      type="search"
      className="inbox-search"
      aria-label={texts.search}
      aria-keyshortcuts="/"
      placeholder={texts.search}
      leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        later(currentTarget.value.trim());
      }}
    />
  );
}
