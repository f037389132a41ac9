import ethnicGroups from './ethnic-groups.json';

/** Code lists that forms refer to by name (QĐ 121-TCTK/PPCĐ 1979 for the ethnic groups: 54 and two for others). */
export const CODE_LISTS = { 'ethnic-groups': ethnicGroups } as const;
