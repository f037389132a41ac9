import type { ComboboxParsedItem } from '@mantine/core';
import { groupsOf, matching } from './PostPicker';

const post = (key: string, vi: string, officeName: string) => ({
  ...{ post: key, title: { vi, en: vi }, officeName },
  ...{ unit: 'u', unitName: 'Xã Mỹ Tú', duty: 'specialist' },
});
const ADDRESSEES = [
  post('e1', 'Công chức Phòng Kinh tế', 'Phòng Kinh tế'),
  post('e2', 'Trưởng phòng Kinh tế', 'Phòng Kinh tế'),
  post('s1', 'Công chức Phòng Văn hóa – Xã hội', 'Phòng Văn hóa – Xã hội'),
];
const groups = groupsOf(ADDRESSEES, ({ vi }) => vi);
const found = (search: string, limit = 10) =>
  matching({ options: groups as ComboboxParsedItem[], search, limit }).flatMap((group) =>
    'items' in group ? group.items.map((item) => (typeof item === 'string' ? item : item.value)) : [],
  );

describe('the posts to choose from', () => {
  it('stand by unit and office', () => {
    expect(groups.map(({ group, items }) => [group, items.length])).toEqual([
      ['Xã Mỹ Tú · Phòng Kinh tế', 2],
      ['Xã Mỹ Tú · Phòng Văn hóa – Xã hội', 1],
    ]);
  });

  it.each([
    ['kinh te', ['e1', 'e2']],
    ['truong my tu', ['e2']],
    ['VĂN HÓA', ['s1']],
    ['so tai chinh', []],
  ])('are found by “%s”, with or without diacritics', (search, posts) => {
    expect(found(search)).toEqual(posts);
  });

  it('are drawn up to a bound', () => {
    expect(found('', 2)).toEqual(['e1', 'e2']);
  });
});
