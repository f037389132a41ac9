import { z } from 'zod';
import { Text } from './common';

const Choice = z.object({ value: z.union([z.string(), z.number(), z.boolean(), z.null()]), title: Text });
const FieldBase = z.object({
  pointer: z.string(),
  at: z.string(),
  key: z.string(),
  id: z.string(),
  class: z.enum(['public', 'personal', 'sensitive']),
  widget: z.string(),
  title: Text,
  help: Text.optional(),
  required: z.boolean(),
  choices: z.array(Choice).optional(),
  codes: z.string().optional(),
  autocomplete: z.string().optional(),
  schema: z.record(z.string(), z.unknown()),
});
export const PlanField = FieldBase.extend({ columns: z.array(FieldBase).optional() }).meta({ id: 'PlanField' });
const Section = z.object({
  key: z.string(),
  at: z.string(),
  fields: z.array(PlanField),
  schema: z.record(z.string(), z.unknown()),
});

export const ViewPlan = z
  .object({
    title: Text,
    pages: z.array(z.object({ key: z.string(), title: Text, sections: z.array(Section) })),
    declaration: z.array(PlanField),
    fields: z.array(
      z.union([
        PlanField,
        z.object({
          pointer: z.string(),
          at: z.string(),
          key: z.string(),
          required: z.boolean(),
          widget: z.literal('group'),
        }),
      ]),
    ),
    conditions: z.array(z.record(z.string(), z.unknown())),
    rules: z.array(z.record(z.string(), z.unknown())),
  })
  .meta({ id: 'ViewPlan', description: 'A form version as a page shows it: pages, sections, conditions and rules.' });

export const Form = z
  .object({
    id: z.string(),
    sha256: z.string(),
    plan: ViewPlan,
    checks: z.string().meta({ description: 'Address of the check as a module.' }),
    named: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Form' });

export const RequestTypeSummary = z
  .object({
    key: z.string(),
    version: z.int(),
    need: z.string(),
    title: Text,
    shortTitle: Text,
    summary: Text,
    gives: z.array(Text),
    fee: Text,
    minutes: z.int(),
    workingDays: z.int(),
    brings: z.array(Text),
    hints: z.array(z.object({ key: z.string(), question: Text, yes: Text, no: Text })),
    legalBasis: z.array(Text),
  })
  .meta({ id: 'RequestTypeSummary' });
export const RequestTypeDetail = RequestTypeSummary.extend({ form: Form }).meta({ id: 'RequestTypeDetail' });

export const Place = z
  .object({
    unit: z.string(),
    name: z.string(),
    above: z.string(),
    formerly: z.string().optional().nullable(),
    training: z.boolean(),
    receives: z.boolean(),
  })
  .meta({ id: 'Place' });
export const Village = z.object({ village: z.string(), name: z.string() }).meta({ id: 'Village' });
export const Code = z.object({ code: z.string(), name: z.string() }).meta({ id: 'Code' });
