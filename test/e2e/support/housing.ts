import type { Schema } from '@trinhduyet/api-client';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from '../../../deploy/local/workspace.mjs';
import type { Person } from './person';
import { today } from './today';

type Document = Record<string, unknown>;

export const PHOTOS = ['house-front.jpg', 'house-roof.jpg'].map((name) => join(workspace, 'deploy/demo', name));
const SAMPLE = join(workspace, 'forms/housing/samples/valid/new-build.json');

/** Where a household lives, and so which ladder its dossier climbs. */
export const HOMES = {
  'two-tier': { commune: '31567@2025-07-01', village: '31567@2025-07-01/ap-3' },
  'three-tier': { commune: '31609@training', village: '31609@training/tam-soc' },
} as const;
export type Ladder = keyof typeof HOMES;

/** A draft that could be submitted: filled in, with its photos. */
export async function aDraft(applicant: Person, ladder: Ladder = 'two-tier'): Promise<{ id: string; version: number }> {
  const { body: draft } = await applicant.post<Schema<'Draft'>>('/api/drafts', { requestType: 'housing' });
  const photos = [];
  for (const path of PHOTOS) {
    const photo = new Blob([new Uint8Array(readFileSync(path))], { type: 'image/jpeg' });
    photos.push(await applicant.upload(draft.id, '/photos', photo));
  }
  const sample = JSON.parse(readFileSync(SAMPLE, 'utf8')) as Document;
  const document = { ...sample, home: { place: HOMES[ladder] }, photos };
  const { body } = await applicant.put<Schema<'DraftVersion'>>(
    `/api/drafts/${draft.id}`,
    { document, page: 'review' },
    draft.version,
  );
  return { id: draft.id, version: body.version };
}

const ENTRIES: Readonly<Record<string, () => Document>> = {
  meeting: () => ({ meetingDate: today(), meetingPlace: 'Nhà văn hóa ấp', invited: 40, attended: 31, agreed: 29 }),
  posting: () => ({ places: ['VILLAGE_HOUSE'], objections: 0 }),
  survey: () => ({
    surveyDate: today(),
    category: 'POOR',
    foundation: 'NOT_SOLID',
    frameWall: 'NOT_SOLID',
    roof: 'SOLID',
    measuredArea: 30,
    landConfirmed: true,
    proposedAmount: 40_000_000,
  }),
  appraisal: () => ({ complete: true, proposedAmount: 40_000_000 }),
  decision: () => ({ approvedAmount: 40_000_000, source: 'CENTRAL' }),
};

/** What a step's form is filled in with. */
export function entryOf(form: string): Document {
  const entry = ENTRIES[form];
  if (!entry) throw new Error(`Nobody knows how to fill in ${form}.`);
  return entry();
}
