import { type ComboboxItem, type OptionsFilter, Select } from '@mantine/core';
import type { Schema } from '@trinhduyet/api-client';
import { fold } from '@trinhduyet/text';
import { type Text, useSay, useTexts } from '../../../../shared/language';
import { ACT_TEXTS } from '../act-texts';

type Addressee = Schema<'DossierView'>['addressees'][number];

interface PostPickerProps {
  readonly label: string;
  readonly addressees: readonly Addressee[];
  readonly isMissing: boolean;
  readonly value: string;
  onChoose(post: string): void;
}

/** As many are drawn as somebody could look through; the search goes over all. */
const MOST_SHOWN = 80;

/** The list hangs over the panel, which scrolls, and belongs to the bar for readers. */
const IN_THE_BAR = { portalProps: { target: '.decision-bar' } } as const;

/** A post along the dossier's ladder, by unit and office: chosen by keys, found without diacritics. */
export function PostPicker({ label, addressees, isMissing, value, onChoose }: PostPickerProps) {
  const texts = useTexts(ACT_TEXTS);
  const say = useSay();
  return (
    <Select
      className="field post-picker"
      label={label}
      description={texts.whomHelp}
      error={isMissing && texts.whomMissing}
      searchable
      openOnFocus={false}
      limit={MOST_SHOWN}
      maxDropdownHeight={280}
      comboboxProps={IN_THE_BAR}
      nothingFoundMessage={texts.whomNone}
      data={groupsOf(addressees, say)}
      filter={matching}
      value={value === '' ? null : value}
      onChange={(post) => onChoose(post ?? '')}
    />
  );
}

interface Group {
  readonly group: string;
  readonly items: ComboboxItem[];
}

/** In the order of the API: the nearest tier first, its offices by name. */
export function groupsOf(addressees: readonly Addressee[], say: (text: Text) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const { post, title, unitName, officeName } of addressees) {
    const name = `${unitName} · ${officeName}`;
    const group = groups.get(name) ?? { group: name, items: [] };
    group.items.push({ value: post, label: say(title) });
    groups.set(name, group);
  }
  return [...groups.values()];
}

/** Every word that was typed stands in the post, its office or its unit. */
export const matching: OptionsFilter = ({ options, search, limit }) => {
  const words = fold(search).split(' ');
  let left = limit;
  return options.flatMap((option) => {
    if (!('group' in option)) return [];
    const items = option.items.filter(({ label }) => {
      const text = fold(`${label} ${option.group}`);
      return words.every((word) => text.includes(word));
    });
    const shown = items.slice(0, left);
    left -= shown.length;
    return shown.length > 0 ? [{ ...option, items: shown }] : [];
  });
};
