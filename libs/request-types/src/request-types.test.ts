import { type Data, type SchemaCheck, withValueAt } from '@trinhduyet/form';
import { type Door, PublicationEntity, type Transaction } from '@trinhduyet/persistence';
import { TestDatabase } from '@trinhduyet/persistence/testing';
import fc from 'fast-check';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  compiles,
  inspect,
  type Publication,
  publication,
  type PublishedType,
  publishForms,
  readForms,
  readRequestTypeFolder,
  RequestTypes,
} from './index';

const FORMS = join(__dirname, '../../../forms');
const TODAY = '2026-03-16';
const KEYS = readForms(FORMS).types.map(({ definition }) => definition.key);
const samples = (type: string) => {
  const folder = join(FORMS, type, 'samples/valid');
  return readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Data);
};

let database: TestDatabase;
let door: Door;
let types: RequestTypes;
beforeAll(async () => {
  database = await TestDatabase.create();
  door = await database.door();
  await publishForms(database.owner, FORMS);
  types = new RequestTypes();
});
afterAll(() => database.drop());

const read = <T>(work: (transaction: Transaction) => Promise<T>) => door.asActor({ kind: 'public' }, work);
const inForce = (key: string) => read((transaction) => types.keyOn(transaction, key, TODAY));

describe('the check that the browser runs', () => {
  /** What a page would load, evaluated here as a module of its own. */
  async function browserCheck({ form }: PublishedType): Promise<SchemaCheck> {
    const code = (await read((transaction) => types.checks(transaction, form.checksSha256))) ?? '';
    const body = code.replace(/export default \w+;/, '').replace(/export const/g, 'const');
    const validate = new Function(`${body}\nreturn validate;`)() as ((document: unknown) => boolean) & {
      errors?: never[];
    };
    return (document) => (validate(document) ? [] : (validate.errors ?? []));
  }

  it.each(KEYS)('agrees with the server’s on documents of %s that somebody broke in any way', async (key) => {
    const type = await inForce(key);
    const { form } = type;
    const check = await browserCheck(type);
    const fields = form.plan.fields.map(({ pointer }) => pointer);
    const sound = samples(key);
    const aChange = fc.tuple(
      fc.constantFrom(...fields),
      fc.oneof(
        fc.constant(undefined),
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constantFrom('2026-02-30', '094165000888', [], {}, 'REPAIR', 0.5),
      ),
    );
    const told = (errors: ReturnType<SchemaCheck>) =>
      errors.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`).sort();

    fc.assert(
      fc.property(fc.constantFrom(...sound), fc.array(aChange, { maxLength: 6 }), (document, changes) => {
        const broken = changes.reduce((data, [pointer, value]) => withValueAt(data, pointer, value), document);

        expect(told(check(broken))).toEqual(told(form.check(broken)));
      }),
      { numRuns: 300 },
    );
  });

  it.each(KEYS)('of %s asks nothing of Ajv and evaluates nothing', async (key) => {
    const { form } = await inForce(key);

    expect(await read((transaction) => types.checks(transaction, form.checksSha256))).not.toMatch(
      /require\(|new Function|eval\(|import /,
    );
  });
});

describe('publishing', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'td-forms-'));
    cpSync(FORMS, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const change = (file: string, from: string, to: string) => {
    const path = join(folder, 'housing', file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  };

  it('again changes nothing', async () => {
    const stored = () => database.query('SELECT publication_id, sha256 FROM publication ORDER BY 1');
    const before = await stored();

    await publishForms(database.owner, folder);

    expect(await stored()).toEqual(before);
  });

  it('never changes a published version', async () => {
    change('form/schema.json', 'Họ và tên', 'Tên');

    await expect(publishForms(database.owner, folder)).rejects.toThrow('housing/form@4 is published with another text');
  });

  it.each([
    [
      'a chain with a step that leads nowhere',
      'chains/two-tier.json',
      '"to": "posting"',
      '"to": "nowhere"',
      'unknown-step meeting nowhere',
    ],
    [
      'a chain that its own schema refuses',
      'chains/two-tier.json',
      '"workingDays": 0.5',
      '"workingDays": "soon"',
      'must be number',
    ],
    [
      'a pattern that can take for ever',
      'form/schema.json',
      '^[0-9]{12}$',
      '^(a+)+$',
      'pattern-not-safe /applicant/citizenId',
    ],
    [
      'a pattern that is not linear',
      'form/schema.json',
      '^[0-9]{12}$',
      '^(?=a)b$',
      'pattern-not-linear /applicant/citizenId',
    ],
    [
      'a step for which no office of the ladder is there',
      'chains/two-tier.json',
      '"function": "housing"',
      '"function": "weather"',
      'no-office intake-check commune/weather/specialist',
    ],
    ['a rule of another language', 'request-type.json', 'yearsBetween(', 'now(', 'HOUSEHOLD_TOO_NEW'],
    [
      'a role that points at nothing',
      'request-type.json',
      '/applicant/fullName',
      '/applicant/whole',
      'role name points at /applicant/whole',
    ],
    ['a paper whose condition is no rule', 'request-type.json', 'landStatus in (', 'landStatus like (', 'land-papers'],
    [
      'a paper whose photos have no field',
      'request-type.json',
      '"field": "/landPapers"',
      '"field": "/land"',
      'paper land-papers points at /land',
    ],
  ])('refuses %s', (_what, file, from, to, reason) => {
    change(file, from, to);

    const reasons = inspect(readRequestTypeFolder(join(folder, 'housing'))).map(({ reason: why }) => why);

    expect(reasons.join('\n')).toContain(reason);
  });
});

describe('an installation of an earlier release', () => {
  let earlier: TestDatabase;
  beforeAll(async () => {
    earlier = await TestDatabase.create();
  });
  afterAll(() => earlier.drop());

  const keep = (publications: readonly Publication[]) =>
    earlier.owner.transaction((transaction) =>
      transaction.upsert(
        PublicationEntity,
        publications.map(({ id: publicationId, ...rest }) => ({ publicationId, ...rest })),
        ['publicationId'],
      ),
    );
  const asActor = async <T>(work: (transaction: Transaction) => Promise<T>) =>
    (await earlier.door()).asActor({ kind: 'public' }, work);

  it('takes the new text of the one-stop forms beside the one that it has', async () => {
    const first = readFileSync(join(FORMS, 'one-stop/papers-2025.json'), 'utf8')
      .replace('"version": 2,', '')
      .replace('GIẤY TIẾP NHẬN', 'PHIẾU TIẾP NHẬN');
    await keep([publication('one-stop/papers-2025', 'paper', first)]);

    await publishForms(earlier.owner, FORMS);

    const inForce = await asActor((transaction) => new RequestTypes().oneStopOn(transaction, TODAY));
    expect(inForce?.version).toBe(2);
    expect(inForce?.papers[0]?.title.vi).toMatch(/^GIẤY TIẾP NHẬN/);
    expect(await earlier.query(`SELECT body FROM publication WHERE publication_id = 'one-stop/papers-2025'`)).toEqual([
      { body: first },
    ]);
  });

  it('still knows a version without a checklist, to which its dossiers are pinned', async () => {
    const { publications, definition } = readRequestTypeFolder(join(FORMS, 'housing'));
    const first = publications.map(({ id, kind, body }) => {
      const { checklist: _none, phrases: _neither, ...rest } = JSON.parse(body) as Data;
      const text = kind === 'request-type' ? JSON.stringify({ ...rest, version: 1 }) : body;
      return publication(id.replace(`@${definition.version}`, '@1'), kind, text);
    });
    const forms = first.filter(({ kind }) => kind === 'form');
    await keep([...first, ...forms.map(({ id }) => publication(`${id}/checks`, 'checks', ''))]);

    const type = await asActor((transaction) => new RequestTypes().byId(transaction, 'housing@1'));

    expect(type.checklist).toEqual([]);
    expect(type.definition.version).toBe(1);
  });
});

describe('a published version', () => {
  it('is compiled once, however often it is asked for', async () => {
    const fresh = new RequestTypes();
    const before = compiles.count;

    await Promise.all(Array.from({ length: 5 }, () => read((transaction) => fresh.byId(transaction, 'housing@4'))));
    await read((transaction) => fresh.keyOn(transaction, 'housing', TODAY));

    expect(compiles.count - before).toBe(1 + 6);
  });

  it('knows which version is in force on a day, and says so when there is none', async () => {
    expect(await read((transaction) => types.inForceOn(transaction, '2024-12-31'))).toEqual([]);
    await expect(read((transaction) => types.keyOn(transaction, 'housing', '2024-12-31'))).rejects.toMatchObject({
      code: 'form-version-unknown',
    });
    await expect(read((transaction) => types.byId(transaction, 'housing@99'))).rejects.toMatchObject({
      code: 'form-version-unknown',
    });
  });
});
