import { OPINIONS, SIGNING_ORDERS } from '@trinhduyet/approval';
import { RECEPTION_REASONS } from '@trinhduyet/dossiers';
import { z } from 'zod';
import { Day, DaysLeft, Document, Id, Instant, Note, TaskKey, Text, UnitId } from './common';
import { FileView } from './drafts';
import { Form } from './request-types';

export const DossierLine = z
  .object({
    id: Id,
    requestType: z.string(),
    title: Text,
    lookupCode: z.string(),
    code: z.string().nullable(),
    status: z.enum(['open', 'ended']),
    ending: z.string().nullable(),
    submittedAt: Instant,
    promisedOn: Day.nullable(),
    waitsForApplicant: z.boolean(),
    training: z.boolean(),
  })
  .meta({ id: 'DossierLine' });
export const DossierSlice = z
  .object({ items: z.array(DossierLine), next: z.string().optional() })
  .meta({ id: 'DossierSlice' });
export const ListQuery = z.object({ after: Id.optional() });

export const Item = z.strictObject({ field: z.string().max(200).optional(), reason: Note });
export const HistoryLine = z
  .object({
    sequence: z.int(),
    type: z.string(),
    at: Instant,
    step: Text.optional(),
    who: z.string().optional(),
    post: Text.optional(),
    outcome: Text.optional(),
    act: z.string().optional(),
    note: z.string().optional(),
    findings: z.array(z.object({ code: z.string(), text: Text })).optional(),
    items: z.array(Item).optional(),
    dueAt: Instant.optional(),
    promised: z.object({ before: Day, now: Day }).optional(),
    whom: Text.optional().meta({ description: 'The post that is asked, or that gets the task.' }),
    how: z.enum(SIGNING_ORDERS).optional(),
    opinion: z.enum(OPINIONS).optional(),
    ground: Text.optional(),
  })
  .meta({ id: 'HistoryLine' });
export const SignerView = z
  .object({
    task: z.string(),
    post: Text.optional(),
    office: z.string().optional(),
    name: z.string().optional(),
    standing: z.enum(['asked', 'waiting', 'signed']),
    outcome: Text.optional(),
    how: z.enum(SIGNING_ORDERS).optional(),
    agrees: z.boolean().optional(),
    isMine: z.boolean(),
  })
  .meta({ id: 'SignerView', description: 'One of several who sign a step.' });
export const PlaceView = z
  .object({
    key: z.string(),
    step: z.string(),
    kind: z.string(),
    title: Text,
    applicant: Text,
    enteredAt: Instant,
    dueAt: Instant.optional(),
    daysLeft: DaysLeft.optional(),
    notBefore: Instant.optional(),
    stuck: z.string().optional(),
    task: z.string().optional(),
    office: z.string().optional(),
    unit: z.string().optional(),
    telephone: z.string().optional(),
    form: z.string().optional(),
    outcomes: z
      .array(z.object({ key: z.string(), act: z.string(), title: Text, reason: z.boolean(), form: z.boolean() }))
      .optional(),
    mineBy: Text.optional(),
    holder: z.string().optional().meta({ description: 'The official who has it; for officials.' }),
    signers: z
      .array(SignerView)
      .optional()
      .meta({ description: 'Everybody who signs, where several do; for officials.' }),
    branches: z.array(z.object({ key: z.string(), title: Text, outcome: z.string().optional() })).optional(),
    branch: Text.optional().meta({ description: 'The branch that the step runs in.' }),
    cosigns: z.boolean().optional().meta({ description: 'The reader is asked for a signature beside another’s.' }),
    question: z.string().optional().meta({ description: 'What the reader’s opinion is asked of.' }),
    blocking: z.boolean().optional(),
  })
  .meta({ id: 'PlaceView' });
export const OfferView = z
  .object({
    command: z.string(),
    task: z.string().optional(),
    outcome: z.string().optional(),
    targets: z
      .array(
        z.object({
          step: z.string(),
          title: Text,
          others: z
            .enum(['keep', 'void'])
            .optional()
            .meta({ description: 'What the return makes of the decisions that others have taken.' }),
        }),
      )
      .optional(),
    posts: z
      .array(z.string())
      .optional()
      .meta({
        description:
          'Of an act that asks another post, or gives it the task: those of the addressees that it may name.',
      }),
    because: z.object({ code: z.string(), title: Text }).optional(),
    from: Instant.optional(),
  })
  .meta({ id: 'OfferView', description: 'One thing that the reader could ask for: lawful now, or why not.' });
export const PaperLine = z
  .object({ id: Id, kind: z.string(), at: Instant, title: Text, number: z.string().nullable(), issued: z.boolean() })
  .meta({ id: 'PaperLine' });

export const DossierView = z
  .object({
    id: Id,
    requestType: z.object({ key: z.string(), version: z.int(), title: Text }),
    isApplicant: z.boolean(),
    training: z.boolean(),
    status: z.enum(['open', 'ended']),
    ending: z.string().optional(),
    sequence: z.int(),
    inTransit: z.boolean(),
    headingFor: z.array(Text),
    lookupCode: z.string(),
    pin: z.string().optional(),
    code: z.string().optional(),
    submittedAt: Instant,
    receivedOn: Day.optional(),
    promisedOn: Day.optional(),
    promisedBefore: Day.optional(),
    latestExtensionOn: Day.optional(),
    workingDays: z.int().optional(),
    decidedAmount: z.number().optional(),
    supplementUntil: Day.optional(),
    stepNumber: z.int(),
    stepCount: z.int(),
    upcoming: z.array(Text),
    placeName: z.string(),
    places: z.array(PlaceView),
    form: Form,
    document: Document,
    access: z.record(z.string(), z.enum(['masked', 'read'])),
    previous: Document.optional(),
    history: z.array(HistoryLine),
    entries: z.array(z.object({ step: Text, form: Form.optional(), at: Instant, document: Document })),
    files: z.array(FileView),
    papers: z.array(PaperLine),
    offers: z.array(OfferView),
    stepForm: Form.optional(),
    counter: z
      .object({
        transcribed: z.boolean(),
        papers: z.array(z.object({ key: z.string(), title: Text, field: z.string().optional(), isThere: z.boolean() })),
        optional: z.array(z.string()).meta({ description: 'Answers that may be missing in a paper form.' }),
      })
      .optional()
      .meta({ description: 'Of a dossier that came on paper.' }),
    proposal: z.object({ at: z.string(), amount: z.number() }).optional(),
    numbering: z
      .object({
        number: z.object({ at: z.string(), value: z.string() }),
        issuedOn: z.object({ at: z.string(), value: Day }),
      })
      .optional(),
    draft: z.object({ step: z.string(), document: Document, note: z.string() }).optional(),
    colleagues: z.array(z.object({ account: Id, name: z.string() })),
    phrases: z.array(z.object({ for: z.array(z.string()), text: Text, legalBasis: Text.optional() })),
    addressees: z.array(
      z.object({
        post: z.string(),
        title: Text,
        unit: UnitId,
        unitName: z.string(),
        officeName: z.string(),
        duty: z.string(),
      }),
    ),
    suspensions: z.array(z.object({ key: z.string(), title: Text, legalBasis: Text })),
    suspended: z.object({ since: Instant, ground: Text }).optional(),
    receptionUnits: z.array(z.object({ unit: UnitId, name: z.string() })),
  })
  .meta({ id: 'DossierView' });

export const CommandAnswer = z
  .object({ dossier: Id, sequence: z.int(), inTransit: z.boolean() })
  .meta({ id: 'CommandAnswer', description: 'Recorded: durable, lawful and done, whatever else is away.' });

const task = { task: TaskKey };
export const Receive = z.strictObject(task).meta({ id: 'Receive', example: { task: 'reception.1.1' } });
export const RefuseReception = z.strictObject({ ...task, reason: z.enum(RECEPTION_REASONS), note: Note }).meta({
  id: 'RefuseReception',
  example: { task: 'reception.1.1', reason: 'NOT_IN_SCOPE', note: 'Yêu cầu này thuộc chương trình khác.' },
});
export const ForwardReception = z
  .strictObject({ ...task, to: UnitId, note: Note.optional() })
  .meta({ id: 'ForwardReception', example: { task: 'reception.1.1', to: '31673@2025-07-01' } });
export const AskSupplement = z
  .strictObject({ ...task, items: z.array(Item).min(1).max(30), until: Day.optional() })
  .meta({
    id: 'AskSupplement',
    example: { task: 'survey.1.1', items: [{ field: '/photos', reason: 'Ảnh mặt trước nhà bị mờ.' }] },
  });
export const Supplement = z
  .strictObject({ document: Document })
  .meta({ id: 'Supplement', example: { document: { members: 5 } } });
export const Transcribe = z
  .strictObject({ document: Document })
  .meta({ id: 'Transcribe', example: { document: { members: 5 } } });
export const Extend = z.strictObject({ ...task, promisedOn: Day, note: Note }).meta({
  id: 'Extend',
  example: { task: 'survey.1.1', promisedOn: '2026-04-13', note: 'Mưa lũ, chưa khảo sát được nhà.' },
});
export const Assign = z
  .strictObject({ ...task, to: Id })
  .meta({ id: 'Assign', example: { task: 'survey.1.1', to: '01900000-0000-7000-8000-000000000013' } });
export const OfTask = z.strictObject(task).meta({ id: 'OfTask', example: { task: 'survey.1.1' } });
export const Decide = z
  .strictObject({
    ...task,
    outcome: z.string().max(40),
    note: Note.optional(),
    entry: Document.optional(),
    returnTo: z.string().max(40).optional(),
  })
  .meta({
    id: 'Decide',
    example: { task: 'decide.1.1', outcome: 'approve', entry: { approvedAmount: 40_000_000, source: 'CENTRAL' } },
  });
export const Withdraw = z
  .strictObject({ note: Note.optional() })
  .meta({ id: 'Withdraw', example: { note: 'Gia đình tự sửa được.' } });
export const LookAgain = z.strictObject({}).meta({ id: 'LookAgain', example: {} });
export const EntryDraft = z
  .strictObject({ document: Document, note: z.string().max(4_000) })
  .meta({ id: 'EntryDraft', example: { document: { proposedAmount: 40_000_000 }, note: '' } });
export const Saved = z.object({ savedAt: Instant }).meta({ id: 'Saved' });

export const PaperView = z
  .object({
    id: Id,
    kind: z.string(),
    at: Instant,
    issued: z.boolean(),
    number: z.string().nullable(),
    issuedOn: Day.nullable(),
    content: z.object({
      key: z.string(),
      number: z.string().optional(),
      symbol: z.string().optional(),
      regulation: z.string().optional(),
      issuer: z.object({ above: z.string().optional(), name: z.string() }),
      place: z.string(),
      on: Day,
      code: z.string().optional(),
      lookUp: z.string(),
      training: z.boolean(),
      title: Text,
      subject: Text.optional(),
      authority: Text.optional(),
      grounds: z.array(Text),
      operative: Text.optional(),
      addressee: Text.optional(),
      paragraphs: z.array(Text),
      table: z.object({ after: z.int(), columns: z.array(Text), rows: z.array(z.array(Text)) }).optional(),
      recipients: z.array(Text),
      signature: z.object({ lines: z.array(z.string()), name: z.string() }),
    }),
  })
  .meta({ id: 'PaperView' });

export const LookUp = z
  .strictObject({ code: z.string().min(3).max(40), pin: z.string().regex(/^\d{6}$/) })
  .meta({ id: 'LookUp', example: { code: 'T7K-4Q2', pin: '123456' } });
export const LookedUp = z
  .object({
    code: z.string(),
    title: Text,
    status: z.enum(['open', 'ended']),
    ending: z.string().nullable(),
    step: Text.nullable(),
    office: z.string().nullable(),
    promisedOn: Day.nullable(),
    submittedAt: Instant,
    training: z.boolean(),
  })
  .meta({ id: 'LookedUp', description: 'State and next step only: nothing personal.' });
