import { z } from 'zod';
import { Id } from './common';

/** Keys and values of an address; what was searched for is no part of it. */
const Filter = z.partialRecord(
  z.enum(['view', 'scope', 'kind', 'type', 'village', 'holder', 'group']),
  z.string().min(1).max(60),
);

export const SavedFilter = z.object({ id: Id, name: z.string(), filter: Filter }).meta({ id: 'SavedFilter' });
export const SaveFilter = z
  .strictObject({ name: z.string().trim().min(1).max(60), filter: Filter })
  .meta({ id: 'SaveFilter', example: { name: 'Ấp 3, quá hạn', filter: { view: 'overdue' } } });
export const FilterParams = z.object({ filter: Id });

export const Phrase = z.object({ id: Id, text: z.string() }).meta({ id: 'Phrase' });
export const KeepPhrase = z
  .strictObject({ text: z.string().trim().min(1).max(500) })
  .meta({ id: 'KeepPhrase', example: { text: 'Đã đối chiếu bản chính.' } });
export const PhraseParams = z.object({ phrase: Id });
