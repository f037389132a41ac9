import { z } from 'zod';
import { Document, Id, Instant } from './common';

export const DraftStart = z
  .strictObject({ requestType: z.string().max(40) })
  .meta({ id: 'DraftStart', example: { requestType: 'housing' } });
export const DraftSave = z
  .strictObject({ document: Document, page: z.string().max(40) })
  .meta({ id: 'DraftSave', example: { document: { members: 4 }, page: 'household' } });
export const FileView = z
  .object({ id: Id, field: z.string(), name: z.string(), mediaType: z.string(), bytes: z.int() })
  .meta({ id: 'FileView' });
export const Draft = z
  .object({
    id: Id,
    requestType: z.string(),
    document: Document,
    page: z.string(),
    version: z.int(),
    updatedAt: Instant,
    files: z.array(FileView),
  })
  .meta({ id: 'Draft' });
export const DraftLine = z
  .object({ id: Id, requestType: z.string(), page: z.string(), version: z.int(), updatedAt: Instant })
  .meta({ id: 'DraftLine' });
export const DraftVersion = z.object({ version: z.int(), updatedAt: Instant }).meta({ id: 'DraftVersion' });
export const Submit = z.strictObject({ version: z.int().min(1) }).meta({ id: 'Submit', example: { version: 7 } });
export const Acknowledgement = z
  .object({
    dossier: Id,
    lookupCode: z.string(),
    pin: z.string(),
    submittedAt: Instant,
    sequence: z.int(),
    inTransit: z.boolean(),
    answerBy: Instant,
  })
  .meta({
    id: 'Acknowledgement',
    description: 'Submitted, not received: a look-up code and its PIN, and by when somebody looks at it.',
  });
