import { RECEPTION_REASONS } from '@trinhduyet/dossiers';
import { CITIZEN_NUMBER } from '@trinhduyet/programme';
import { z } from 'zod';
import { Day, Id, Instant, Note, Text, UnitId } from './common';
import { Item } from './dossiers';

const Sex = z.enum(['M', 'F']);
const CitizenNumber = z.string().regex(CITIZEN_NUMBER);
const PaperKey = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(40);
const Papers = z.array(PaperKey).max(30);

export const CounterService = z
  .object({
    key: z.string(),
    title: Text,
    shortTitle: Text,
    workingDays: z.int(),
    papers: z.array(
      z.object({
        key: z.string(),
        title: Text,
        kind: z.enum(['original', 'copy', 'form']),
        copies: z.int(),
        field: z.string().optional(),
        conditional: z.boolean().meta({ description: 'Needed only in some cases that the form tells.' }),
      }),
    ),
  })
  .meta({
    id: 'CounterService',
    description: 'What can be handed in at the counter today, with its checklist of papers.',
  });

export const CounterQuery = z.object({ unit: UnitId });
export const CounterDesk = z
  .object({
    services: z.array(CounterService),
    communes: z.array(z.object({ unit: UnitId, name: z.string() })),
  })
  .meta({ id: 'CounterDesk', description: 'What a reception can take today, and for households of which communes.' });

/** A citizen number or a name goes into the body, never into an address. */
export const PeopleSought = z
  .strictObject({
    unit: UnitId.meta({ description: 'The reception where the clerk sits.' }),
    by: z.union([
      z.strictObject({ citizenNumber: CitizenNumber }),
      z.strictObject({ words: z.string().trim().min(2).max(100) }),
      z.strictObject({ person: Id }),
    ]),
  })
  .meta({ id: 'PeopleSought', example: { unit: '31567@2025-07-01', by: { citizenNumber: '094165000888' } } });

export const PersonFound = z
  .object({
    id: Id,
    name: z.string(),
    maskedNumber: z.string().nullable(),
    dateOfBirth: Day.nullable(),
    birthYear: z.int().nullable(),
    sex: Sex,
    ethnicity: z.string().nullable(),
    phone: z.string().nullable(),
    commune: z.string(),
    communeName: z.string(),
    village: z.string().nullable(),
    villageName: z.string().nullable(),
    household: z
      .object({
        headName: z.string(),
        relation: z.string(),
        members: z.array(z.object({ name: z.string(), relation: z.string(), birthYear: z.int().nullable() })),
        category: z
          .object({
            category: z.enum(['POOR', 'NEAR_POOR', 'NEWLY_ESCAPED']),
            decisionNo: z.string(),
            decidedOn: Day,
            validFrom: Day,
            validTo: Day.nullable(),
          })
          .nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'PersonFound' });

export const OpenDossier = z
  .object({
    dossier: Id,
    requestType: z.string(),
    code: z.string(),
    unitName: z.string(),
    submittedAt: Instant,
    promisedOn: Day.nullable(),
    isSeen: z.boolean(),
    awaitsPapers: z.boolean(),
    isOwn: z.boolean(),
  })
  .meta({
    id: 'OpenDossier',
    description: 'An open dossier of the person or of the household: where it is, not what is in it.',
  });

export const PeopleFound = z
  .object({ people: z.array(PersonFound), isMore: z.boolean(), openDossiers: z.array(OpenDossier) })
  .meta({ id: 'PeopleFound' });

const Act = z.union([
  z.strictObject({ type: z.literal('receive') }),
  z.strictObject({ type: z.literal('askSupplement'), items: z.array(Item).min(1).max(30), until: Day.optional() }),
  z.strictObject({ type: z.literal('refuseReception'), reason: z.enum(RECEPTION_REASONS), note: Note }),
]);

export const FileDossier = z
  .strictObject({
    unit: UnitId,
    requestType: z.string().max(40),
    person: z.union([
      z.strictObject({ id: Id }),
      z.strictObject({
        citizenNumber: CitizenNumber,
        name: z.string().trim().min(2).max(100),
        dateOfBirth: Day.optional(),
        sex: Sex,
      }),
    ]),
    phone: z.string().max(20).optional(),
    place: z.strictObject({ commune: UnitId, village: z.string().min(1).max(80).optional() }),
    papers: Papers,
    act: Act,
  })
  .meta({
    id: 'FileDossier',
    example: {
      unit: '31567@2025-07-01',
      requestType: 'housing',
      person: { citizenNumber: '094170000123', name: 'Danh Thị Sà Rây', dateOfBirth: '1970-02-01', sex: 'F' },
      place: { commune: '31567@2025-07-01', village: '31567@2025-07-01/ap-3' },
      papers: ['application', 'house-photos'],
      act: { type: 'receive' },
    },
  });

export const Filed = z
  .object({
    dossier: Id,
    lookupCode: z.string(),
    pin: z.string(),
    code: z.string().optional(),
    promisedOn: Day.optional(),
    paper: Id,
    sequence: z.int(),
    inTransit: z.boolean(),
  })
  .meta({ id: 'Filed', description: 'Filed and acted upon: what is handed over the counter.' });

export const BringPapers = z
  .strictObject({ papers: Papers })
  .meta({ id: 'BringPapers', example: { papers: ['application', 'house-photos'] } });

export const UntypedLine = z
  .object({
    dossier: Id,
    title: Text,
    code: z.string(),
    maskedName: z.string(),
    village: z.string().nullable(),
    submittedAt: Instant,
    promisedOn: Day.nullable(),
  })
  .meta({ id: 'UntypedLine', description: 'A paper dossier whose form still has to be typed in.' });
