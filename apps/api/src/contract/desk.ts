import { INBOX_CURSOR } from '@trinhduyet/dossiers';
import { z } from 'zod';
import { Day, DaysLeft, Id, Instant, Text, UnitId } from './common';

export const InboxQuery = z.object({
  view: z.enum(['all', 'today', 'overdue']).default('all'),
  kind: z.enum(['reception', 'review']).optional(),
  requestType: z.string().max(40).optional(),
  village: UnitId.optional(),
  after: z.string().regex(INBOX_CURSOR).optional(),
});
/** What is searched for may be a person's name: it goes into a body, never into an address. */
export const InboxSearch = InboxQuery.extend({ words: z.string().trim().min(1).max(100) }).meta({
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
    holder: z.enum(['me', 'anybody', 'colleague']),
    training: z.boolean(),
  })
  .meta({ id: 'InboxLine' });
export const InboxSlice = z
  .object({ items: z.array(InboxLine), next: z.string().optional() })
  .meta({ id: 'InboxSlice' });
export const InboxCounts = z
  .object({ all: z.int(), reception: z.int(), today: z.int(), overdue: z.int(), most: z.int() })
  .meta({ id: 'InboxCounts' });

export const OverdueLine = z
  .object({
    dossier: Id,
    task: z.string(),
    code: z.string(),
    maskedName: z.string(),
    stepTitle: Text,
    office: z.string(),
    post: Text,
    holder: z.string().nullable(),
    dueAt: Instant,
    daysLate: z.int(),
    promisedOn: Day.nullable(),
  })
  .meta({ id: 'OverdueLine' });
export const WorkloadLine = z
  .object({ account: Id.nullable(), name: z.string().nullable(), open: z.int(), overdue: z.int(), dueSoon: z.int() })
  .meta({ id: 'WorkloadLine' });
export const Workload = z
  .object({ people: z.array(WorkloadLine), overdue: z.array(OverdueLine) })
  .meta({ id: 'Workload' });

export const Notice = z
  .object({
    key: z.string(),
    dossier: Id,
    kind: z.string(),
    at: Instant,
    read: z.boolean(),
    code: z.string(),
    title: Text,
  })
  .meta({ id: 'Notice' });
export const NoticeList = z.object({ items: z.array(Notice), unread: z.int() }).meta({ id: 'NoticeList' });

export const StudioType = z
  .object({
    key: z.string(),
    version: z.int(),
    title: Text,
    validFrom: Day,
    validTo: Day.nullable(),
    inForce: z.boolean(),
    open: z.int(),
    chains: z.array(Text),
  })
  .meta({ id: 'StudioType' });
export const StudioVersion = z
  .object({
    definition: z.record(z.string(), z.unknown()),
    sha256: z.string(),
    chains: z.array(z.object({ key: z.string(), sha256: z.string(), document: z.record(z.string(), z.unknown()) })),
    form: z.object({ id: z.string(), sha256: z.string(), plan: z.record(z.string(), z.unknown()) }),
    stepForms: z.array(
      z.object({
        key: z.string(),
        title: Text,
        fields: z.array(z.object({ title: Text, widget: z.string(), required: z.boolean() })),
      }),
    ),
  })
  .meta({ id: 'StudioVersion' });

export const StuckLine = z
  .object({
    dossier: Id,
    code: z.string(),
    requestType: z.string(),
    step: z.string(),
    reason: z.string(),
    since: Instant,
    unit: z.string(),
  })
  .meta({ id: 'StuckLine' });
