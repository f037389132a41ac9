import { GROUPINGS, INBOX_CURSOR, LIST_ACTS } from '@trinhduyet/dossiers';
import { z } from 'zod';
import { Day, DaysLeft, Id, Instant, TaskKey, Text, UnitId } from './common';

const Scope = z.enum(['mine', 'office']).default('mine');
export const InboxFilter = z.object({
  view: z.enum(['all', 'today', 'overdue']).default('all'),
  scope: Scope,
  kind: z.enum(['reception', 'review', 'cosigning', 'consultation']).optional(),
  requestType: z.string().max(40).optional(),
  village: UnitId.optional().meta({ description: 'A village, or `none`.' }),
  holder: z.enum(['me', 'anybody', 'colleague']).optional(),
});
/** Few sizes: each has a plan of its own in every connection of the database. */
const PAGES = [20, 50, 100];
export const InboxQuery = InboxFilter.extend({
  after: z.string().regex(INBOX_CURSOR).optional(),
  size: z.coerce
    .number()
    .pipe(z.literal(PAGES))
    .optional()
    .meta({ description: 'How many rows: 20, 50 (the default) or 100.' }),
});
const Words = z.string().trim().min(1).max(100);
/** What is searched for may be a person's name: it goes into a body, never into an address. */
export const InboxSearch = InboxQuery.extend({ words: Words }).meta({
  id: 'InboxSearch',
  example: { view: 'all', words: 'tran thi bich' },
});
export const InboxLine = z
  .object({
    dossier: Id,
    task: z.string(),
    step: z.string(),
    stepTitle: Text,
    kind: z.string(),
    requestType: z.string(),
    requestTitle: Text,
    code: z.string(),
    maskedName: z.string(),
    village: z.string().nullable(),
    dueAt: Instant.nullable(),
    daysLeft: DaysLeft.nullable(),
    notBefore: Instant.nullable(),
    promisedOn: Day.nullable(),
    enteredAt: Instant,
    post: z.string(),
    holder: z.enum(['me', 'anybody', 'colleague']),
    holderName: z.string().nullable(),
    acts: z.array(z.enum(LIST_ACTS)),
    training: z.boolean(),
  })
  .meta({ id: 'InboxLine' });
export const InboxSlice = z
  .object({ items: z.array(InboxLine), next: z.string().optional() })
  .meta({ id: 'InboxSlice' });
export const CountsQuery = z.object({ scope: Scope });
export const InboxCounts = z
  .object({ all: z.int(), reception: z.int(), today: z.int(), overdue: z.int(), most: z.int() })
  .meta({ id: 'InboxCounts' });

export const GroupsQuery = InboxFilter.extend({ by: z.enum(GROUPINGS), words: Words.optional() }).meta({
  id: 'GroupsQuery',
  example: { by: 'village' },
});
export const InboxGroups = z
  .object({
    items: z.array(
      z.object({
        requestType: z.string().nullable(),
        village: z.string().nullable(),
        villageName: z.string().nullable(),
        count: z.int(),
        overdue: z.int(),
      }),
    ),
    capped: z.boolean().meta({ description: 'Whether there is more than was counted.' }),
  })
  .meta({ id: 'InboxGroups' });

const MOST_ROWS = 200;
export const RowsQuery = z
  .strictObject({ dossiers: z.array(Id).min(1).max(MOST_ROWS) })
  .meta({ id: 'RowsQuery', example: { dossiers: ['01900000-0000-7000-8000-000000000001'] } });
export const InboxRows = z.object({ items: z.array(InboxLine) }).meta({ id: 'InboxRows' });

export const Colleague = z
  .object({ account: Id, name: z.string(), posts: z.array(z.string()) })
  .meta({ id: 'Colleague' });

const OneTask = z.strictObject({ dossier: Id, task: TaskKey });
const EXAMPLE = { dossier: '01900000-0000-7000-8000-000000000001', task: 'survey.1.1' };
const MOST_AT_ONCE = 500;
export const ManyActs = z
  .strictObject({
    act: z.enum(LIST_ACTS),
    to: Id.optional().meta({ description: 'To whom; needed where tasks are assigned.' }),
    items: z
      .array(OneTask.extend({ key: z.uuid().meta({ description: 'The idempotency key of this one act.' }) }))
      .min(1)
      .max(MOST_AT_ONCE),
  })
  .refine(({ act, to }) => act !== 'assign' || to !== undefined, { path: ['to'] })
  .meta({
    id: 'ManyActs',
    example: { act: 'claim', items: [{ ...EXAMPLE, key: '01900000-0000-7000-8000-000000000002' }] },
  });
export const ActResult = z
  .object({
    dossier: Id,
    task: z.string(),
    done: z.boolean(),
    problem: z.object({ code: z.string(), title: z.string(), detail: z.string() }).optional(),
  })
  .meta({ id: 'ActResult' });
export const ManyResults = z.object({ items: z.array(ActResult) }).meta({ id: 'ManyResults' });

export const MOST_EXPORTED = 1_000;
export const Export = z
  .strictObject({
    filter: InboxFilter.extend({ words: Words.optional() }),
    only: z
      .array(OneTask)
      .max(MOST_EXPORTED)
      .optional()
      .meta({ description: 'These alone, instead of all that the filter means.' }),
  })
  .meta({ id: 'Export', example: { filter: { view: 'all' } } });
