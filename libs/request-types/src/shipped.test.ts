import { checkDocument, type Data, type FieldError, valueAt, withValueAt } from '@trinhduyet/form';
import { parseRule } from '@trinhduyet/feel/publish';
import { publish } from '@trinhduyet/form/publish';
import { intakeFindings, namedValues, type RequestType } from '@trinhduyet/programme';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { asForm, inspect, readForms, type RequestTypeFolder } from './index';
import { tablesOf } from './inspect-expressions';
import { schemaCheck } from './schema-check';

const FORMS = join(__dirname, '../../../forms');
const TODAY = '2026-03-16';

/** A valid sample that was changed. */
interface Changed {
  /** Name of the valid sample. */
  readonly of: string;
  readonly with?: Readonly<Record<string, unknown>>;
  /** What was taken out. */
  readonly without?: readonly string[];
}
/** A form that must not be accepted, and why: each breaks one thing and is named by it. */
interface Invalid extends Changed {
  readonly why: string;
  readonly errors: readonly Told[];
}
type Told = Pick<FieldError, 'at' | 'code'>;

/** A worked example: a sample with changes, perhaps a step's form on top, and the figures and faults that follow. */
interface Worked extends Changed {
  readonly id: string;
  readonly says: string;
  readonly step?: string;
  readonly entry?: Data;
  readonly gives: Readonly<Record<string, unknown>>;
  readonly errors: readonly Told[];
  /** What the intake check finds, where the example is about that. */
  readonly findings?: readonly string[];
}

const read = <T>(...path: string[]) => JSON.parse(readFileSync(join(FORMS, ...path), 'utf8')) as T;

/** Everything in a folder of samples, by name. */
function samples<T>(type: string, kind: string): readonly (readonly [string, T])[] {
  const folder = join(FORMS, type, 'samples', kind);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((file) => [basename(file, '.json'), read<T>(type, 'samples', kind, file)]);
}

/** Judges documents by one of a request type's forms, as the server does. */
function judgeOf({ definition, publications }: RequestTypeFolder, form: string) {
  const found = publications.find(({ id }) => id === `${definition.key}/${form}@${definition.version}`);
  const document = found && asForm(found);
  const published = document && publish(document, tablesOf(publications));
  if (!document || !published?.ok) throw new Error(`${definition.key} has no form ${form}.`);
  const check = schemaCheck(document.schema);
  return (data: Data, more: Data = {}) =>
    checkDocument(published.plan, check, data, { ...namedValues(definition, TODAY), ...more });
}

function changed(valid: ReadonlyMap<string, Data>, sample: Changed): Data {
  const begun = valid.get(sample.of);
  if (!begun) throw new Error(`There is no valid sample ${sample.of}.`);
  const filled = Object.entries(sample.with ?? {}).reduce((data, [at, value]) => withValueAt(data, at, value), begun);
  return (sample.without ?? []).reduce((data, at) => withValueAt(data, at, undefined), filled);
}

const told = (errors: readonly FieldError[]): readonly Told[] => errors.map(({ at, code }) => ({ at, code }));

function findingsOf(definition: RequestType, document: Data): readonly string[] {
  const rules = definition.eligibility.map(({ code, when }) => ({ code, when: parseRule(when) }));
  return intakeFindings(definition, rules, document, TODAY);
}

const TEMPLATES = [
  ...readForms(FORMS).types.flatMap(({ publications }) => publications.filter(({ kind }) => kind === 'paper')),
  ...readForms(FORMS).oneStop,
];
it.each(TEMPLATES.map(({ id, body }) => [id, body]))('%s begins no sentence with a small letter', (_id, body) => {
  expect(body).not.toMatch(/(": "|[.:!?] |- )\{\{salutation\}\}/);
});

describe.each(readForms(FORMS).types.map((type) => [type.definition.key, type] as const))('%s', (key, type) => {
  const judge = judgeOf(type, type.definition.form);
  const valid = new Map(samples<Data>(key, 'valid'));

  it('can be published', () => {
    expect(inspect(type)).toEqual([]);
  });

  it('has samples of both kinds', () => {
    expect(valid.size).toBeGreaterThan(0);
    expect(samples(key, 'invalid').length).toBeGreaterThan(0);
  });

  it.each([...valid])('accepts the sample %s', (_name, document) => {
    expect(judge(document).errors).toEqual([]);
  });

  it.each(samples<Invalid>(key, 'invalid'))('does not accept the sample %s, for its own reason', (_name, sample) => {
    const found = told(judge(changed(valid, sample)).errors);

    expect(found).toEqual(expect.arrayContaining([...sample.errors]));
    if (sample.errors.length === 1) expect(found).toEqual(sample.errors);
  });

  const worked = existsSync(join(FORMS, key, 'samples/worked.json')) ? read<Worked[]>(key, 'samples/worked.json') : [];
  if (worked.length > 0) {
    it.each(worked.map((each) => [each.id, each.says, each] as const))('agrees with %s: %s', (_id, _says, example) => {
      const form = judge(changed(valid, example));
      const { document, errors } =
        example.step === undefined
          ? form
          : judgeOf(type, `steps/${example.step}`)(example.entry ?? {}, { dossier: form.document });

      const given = Object.keys(example.gives).map((at) => [at, valueAt(document, at)]);

      expect(Object.fromEntries(given)).toEqual(example.gives);
      expect(told(errors)).toEqual(example.errors);
      if (example.findings) expect(findingsOf(type.definition, form.document)).toEqual(example.findings);
    });
  }
});
