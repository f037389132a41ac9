import { checkDocument, type Data, type SchemaCheck, withValueAt } from '@trinhduyet/form';
import type { Door, Transaction } from '@trinhduyet/persistence';
import { TestDatabase } from '@trinhduyet/persistence/testing';
import { namedValues } from '@trinhduyet/programme';
import fc from 'fast-check';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { compiles, inspect, publishForms, readRequestTypeFolder, RequestTypes } from './index';

const FORMS = join(__dirname, '../../../forms');
const TODAY = '2026-03-16';
const samples = (kind: 'valid' | 'invalid') =>
  readdirSync(join(FORMS, 'housing/samples', kind)).map((file) => ({
    name: basename(file, '.json'),
    sample: JSON.parse(readFileSync(join(FORMS, 'housing/samples', kind, file), 'utf8')) as never,
  }));
interface Invalid {
  readonly why: string;
  readonly errors: readonly { readonly at: string; readonly code: string }[];
  readonly document: Data;
}

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
const housing = () => read((transaction) => types.keyOn(transaction, 'housing', TODAY));
const judge = async (document: Data) => {
  const { form, definition } = await housing();
  return checkDocument(form.plan, form.check, document, namedValues(definition, TODAY)).errors;
};

describe('the sample dossiers of housing support', () => {
  it.each(samples('valid'))('$name is accepted', async ({ sample }) => {
    expect(await judge(sample)).toEqual([]);
  });

  it.each(samples('invalid'))('$name is not accepted, for its own reason', async ({ sample }) => {
    const { errors, document } = sample as Invalid;

    const found = (await judge(document)).map(({ at, code }) => ({ at, code }));

    expect(found).toEqual(expect.arrayContaining([...errors]));
    if (errors.length === 1) expect(found).toEqual(errors);
  });
});

describe('the check that the browser runs', () => {
  /** What a page would load, evaluated here as a module of its own. */
  async function browserCheck(): Promise<SchemaCheck> {
    const { form } = await housing();
    const code = (await read((transaction) => types.checks(transaction, form.checksSha256))) ?? '';
    const body = code.replace(/export default \w+;/, '').replace(/export const/g, 'const');
    const validate = new Function(`${body}\nreturn validate;`)() as ((document: unknown) => boolean) & {
      errors?: never[];
    };
    return (document) => (validate(document) ? [] : (validate.errors ?? []));
  }

  it('agrees with the server’s on documents that somebody broke in any way', async () => {
    const { form } = await housing();
    const check = await browserCheck();
    const fields = form.plan.fields.map(({ pointer }) => pointer);
    const sound = samples('valid').map(({ sample }) => sample as Data);
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

  it('asks nothing of Ajv and evaluates nothing', async () => {
    const { form } = await housing();

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

    await expect(publishForms(database.owner, folder)).rejects.toThrow('housing/form@2 is published with another text');
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

describe('a published version', () => {
  it('is compiled once, however often it is asked for', async () => {
    const fresh = new RequestTypes();
    const before = compiles.count;

    await Promise.all(Array.from({ length: 5 }, () => read((transaction) => fresh.byId(transaction, 'housing@2'))));
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
