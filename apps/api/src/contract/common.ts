import { z } from 'zod';

export const Text = z.object({ vi: z.string(), en: z.string() }).meta({ id: 'Text' });
export const Id = z.uuid();
export const Day = z.iso.date();
export const Instant = z.iso.datetime();
export const DaysLeft = z
  .int()
  .meta({ description: 'Working days to the limit of the step; negative when it is past.' });
/** Keys that the core makes, like `survey.2.1`. */
export const TaskKey = z.string().regex(/^[a-z0-9-]{1,40}\.\d{1,4}\.\d{1,4}$/);
export const UnitId = z.string().min(3).max(40);
export const Document = z.record(z.string(), z.unknown());
export const Note = z.string().trim().min(1).max(4_000);

export const ProblemSchema = z
  .object({
    type: z.string().meta({ example: 'urn:trinhduyet:problem:stale' }),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    instance: z.string().optional(),
    errors: z.array(z.object({ at: z.string(), code: z.string(), message: z.string() })).optional(),
    from: Instant.optional(),
    retryAfter: z.number().optional(),
  })
  .meta({
    id: 'Problem',
    description: 'Problem details (RFC 9457): what is so, and what to do next, in the reader’s language.',
  });

export const DossierParams = z.object({ dossier: Id });
