import type { Data } from '@trinhduyet/form';
import type { Story } from '../stories/story';

export interface DemoDossier {
  /** Index into the applicants. */
  readonly applicant: number;
  readonly story: Story;
  /** How far it has come: `submitted`, or what one of its story's acts reaches. */
  readonly reached: string;
  /** Working days before today on which it was submitted. */
  readonly daysAgo: number;
  readonly change: Data;
}

export const at = (commune: string, village: string, detail: string) => ({
  place: { commune, village: `${commune}/${village}` },
  detail,
});
export const who = (fullName: string, sex: 'M' | 'F', born: string, { id, phone, ethnicity = '01' }: Papers) => ({
  fullName,
  sex,
  dateOfBirth: born,
  citizenId: id,
  phone,
  ethnicity,
  birthYearOnly: false,
});
interface Papers {
  readonly id: string;
  readonly phone: string;
  readonly ethnicity?: string;
}
