import { z } from 'zod';
import { DossierParams, Id } from './common';

const LONGEST = 4_000;

export const MarkView = z
  .object({
    id: Id,
    what: z.string(),
    field: z.string().nullable(),
    reason: z.string(),
    name: z.string(),
    isMine: z.boolean(),
    mayRemove: z.boolean(),
  })
  .meta({ id: 'MarkView' });
export const Marks = z.object({ mayMark: z.boolean(), items: z.array(MarkView) }).meta({ id: 'Marks' });
export const MarkParams = DossierParams.extend({ mark: Id });
export const PutMark = z
  .strictObject({
    what: z.string().min(1).max(300),
    field: z.string().max(200).optional(),
    reason: z.string().max(LONGEST),
  })
  .meta({ id: 'PutMark', example: { what: '/photos', field: '/photos', reason: 'Ảnh mặt trước nhà bị mờ.' } });
