import { z } from 'zod';
import { Day, DossierParams, Id, Instant, Text } from './common';

const LONGEST = 4_000;
const MOST_PHOTOS = 10;
const MOST_MENTIONS = 20;

export const TalkPhoto = z
  .object({ id: Id, name: z.string(), mediaType: z.string(), bytes: z.int() })
  .meta({ id: 'TalkPhoto' });
export const TalkNote = z
  .object({
    id: Id,
    number: z.int(),
    at: Instant,
    name: z.string(),
    title: Text.nullable(),
    isMine: z.boolean(),
    class: z.enum(['personal', 'sensitive']),
    is: z.enum(['shown', 'withdrawn', 'erased', 'hidden']),
    withdrawnAt: Instant.nullable(),
    text: z.string(),
    photos: z.array(TalkPhoto),
    hiddenPhotos: z.int().meta({ description: 'How many photos are too private for the reader.' }),
    mentions: z.array(z.object({ account: Id, name: z.string() })),
  })
  .meta({ id: 'TalkNote', description: 'What is withdrawn, erased or too private for the reader has no content.' });
export const Talk = z
  .object({
    notes: z.array(TalkNote),
    next: z.int().optional().meta({ description: 'From where older notes go on: `before` of the next page.' }),
    seen: z.int(),
    unread: z.int(),
    isOpen: z.boolean(),
    openUntil: Day.optional(),
    seesSensitive: z.boolean(),
  })
  .meta({ id: 'Talk' });
export const TalkQuery = z.object({ before: z.coerce.number().int().min(1).max(1_000_000).optional() });
export const NoteParams = DossierParams.extend({ note: Id });
export const PhotoParams = DossierParams.extend({ photo: Id });
export const Say = z
  .strictObject({
    text: z.string().trim().max(LONGEST),
    photos: z.array(Id).max(MOST_PHOTOS),
    mentions: z.array(Id).max(MOST_MENTIONS),
    isClose: z.boolean().meta({ description: 'Only for whoever sees the sensitive fields of the dossier.' }),
  })
  .refine(({ text, photos }) => text !== '' || photos.length > 0, 'A note has words or a photo.')
  .meta({ id: 'Say', example: { text: 'Đã đến nhà, mái bếp dột nặng.', photos: [], mentions: [], isClose: false } });
export const Seen = z.strictObject({ number: z.int().min(1) }).meta({ id: 'Seen', example: { number: 3 } });
export const Mentionable = z
  .object({ account: Id, name: z.string(), title: Text, office: z.string(), seesSensitive: z.boolean() })
  .meta({ id: 'Mentionable' });
