import { z } from 'zod';
import { Day, Id, Instant, Text } from './common';

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
    postId: z.string().meta({ description: 'The post that is asked: whoever holds it can be given the task.' }),
    dueAt: Instant,
    daysLate: z.int(),
    promisedOn: Day.nullable(),
  })
  .meta({ id: 'OverdueLine' });
export const WorkloadLine = z
  .object({
    account: Id.nullable(),
    name: z.string().nullable(),
    open: z.int(),
    overdue: z.int(),
    dueSoon: z.int(),
    averageDays: z.number().meta({ description: 'Working days at their present step, on average.' }),
    ahead: z.array(z.int()).meta({ description: 'How many are due on each working day from today on.' }),
  })
  .meta({ id: 'WorkloadLine' });
export const Workload = z
  .object({
    at: Instant,
    people: z.array(WorkloadLine),
    overdue: z.array(OverdueLine),
    week: z
      .object({ from: Day, received: z.int(), ended: z.int() })
      .optional()
      .meta({ description: 'Dossiers that came and went since Monday; for communes only.' }),
  })
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
        fields: z.array(
          z.object({
            pointer: z.string(),
            title: Text,
            widget: z.string(),
            required: z.boolean(),
            choices: z.array(z.object({ value: z.unknown(), title: Text })).optional(),
          }),
        ),
      }),
    ),
    tables: z.array(z.object({ key: z.string(), sha256: z.string(), document: z.record(z.string(), z.unknown()) })),
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
