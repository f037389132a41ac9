import { OPINION_DAYS, OPINIONS, SIGNING_ORDERS } from '@trinhduyet/approval';
import { z } from 'zod';
import { Note, TaskKey } from './common';

const task = { task: TaskKey };
const post = { post: z.string().max(200) };
export const AddSigner = z.strictObject({ ...task, ...post, how: z.enum(SIGNING_ORDERS), note: Note.optional() }).meta({
  id: 'AddSigner',
  example: { task: 'survey.1.1', post: 'p-31673-finance-specialist', how: 'before' },
});
export const Cosign = z
  .strictObject({ ...task, agrees: z.boolean(), note: Note.optional() })
  .meta({ id: 'Cosign', example: { task: 'survey.1.2', agrees: true } });
export const Consult = z
  .strictObject({
    ...task,
    ...post,
    blocking: z.boolean(),
    workingDays: z.number().min(OPINION_DAYS.fewest).max(OPINION_DAYS.most).multipleOf(0.5),
    note: Note,
  })
  .meta({
    id: 'Consult',
    example: {
      task: 'survey.1.1',
      post: 'p-31673-finance-specialist',
      blocking: true,
      workingDays: 2,
      note: 'Nguồn vốn năm nay còn bố trí được không?',
    },
  });
export const Opine = z
  .strictObject({ ...task, opinion: z.enum(OPINIONS), note: Note })
  .meta({ id: 'Opine', example: { task: 'consultation.1.1', opinion: 'agree', note: 'Còn 120.000.000 ₫.' } });
export const Transfer = z
  .strictObject({ ...task, ...post, note: Note.optional() })
  .meta({ id: 'Transfer', example: { task: 'survey.1.1', post: 'p-31673-livelihood-specialist' } });
export const Recall = z
  .strictObject({ ...task, note: Note.optional() })
  .meta({ id: 'Recall', example: { task: 'survey.1.1', note: 'Ghi nhầm số tiền.' } });
export const Suspend = z
  .strictObject({ ...task, ground: z.string().max(40), note: Note })
  .meta({ id: 'Suspend', example: { task: 'survey.1.1', ground: 'flood', note: 'Xã bị cô lập do lũ.' } });
export const Resume = z
  .strictObject({ note: Note.optional() })
  .meta({ id: 'Resume', example: { note: 'Nước đã rút.' } });
export const Urge = z.strictObject({}).meta({ id: 'Urge', example: {} });
