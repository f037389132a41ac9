import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FormDocument, JsonSchema } from './document';
import { publish } from './publish';
import { shippedForm } from './testing/shipped';

const housing = shippedForm('housing/form');
const steps = readdirSync(join(__dirname, '../../../forms/housing/steps')).map((name) => `housing/steps/${name}`);

const codes = (form: FormDocument) => {
  const published = publish(form);
  return published.ok ? [] : published.findings.map(({ code, at }) => `${code} ${at}`);
};
const withSchema = (change: Partial<JsonSchema> | Record<string, unknown>): FormDocument => ({
  ...housing,
  schema: { ...housing.schema, ...change },
});
const withField = (field: Record<string, unknown>): FormDocument =>
  withSchema({ properties: { ...housing.schema.properties, members: field as JsonSchema } });
const members = housing.schema.properties?.['members'] as JsonSchema;

it.each(['housing/form', ...steps])('%s fits the profile', (folder) => {
  expect(codes(shippedForm(folder))).toEqual([]);
});

describe('a form is not published', () => {
  it.each<[string, FormDocument, string]>([
    [
      'with a keyword outside the profile',
      withField({ ...members, patternProperties: {} }),
      'keyword-not-in-profile /members',
    ],
    [
      'with a remote reference',
      withField({ ...members, $ref: 'https://example.org/x' }),
      'keyword-not-in-profile /members',
    ],
    [
      'with a field whose class nobody stated',
      withField({ ...members, 'x-class': undefined }),
      'unclassified-field /members',
    ],
    ['with a field without a stable name', withField({ ...members, 'x-id': undefined }), 'field-without-id /members'],
    ['with one stable name for two fields', withField({ ...members, 'x-id': 'photos' }), 'id-used-twice /photos'],
    [
      'with a text without an end',
      withField({ 'x-id': 'members', 'x-class': 'public', type: 'string' }),
      'unbounded-text /members',
    ],
    [
      'with a list without an end',
      withField({ 'x-id': 'members', 'x-class': 'public', type: 'array' }),
      'unbounded-list /members',
    ],
    [
      'with a condition of another shape',
      withSchema({ allOf: [{ minProperties: 1 }] }),
      'condition-not-canonical /allOf/0',
    ],
    [
      'with a condition on a field that is not there',
      withSchema({ allOf: [{ if: { required: ['nowhere'] }, then: { required: ['members'] } }] }),
      'condition-on-unknown-field /allOf/0',
    ],
    [
      'with a rule that the language does not know',
      withSchema({ 'x-rules': [{ id: 'r', at: '/members', check: 'today() > 1', message: { vi: '', en: '' } }] }),
      'rule /members',
    ],
    [
      'with a rule about something that the form does not ask',
      withSchema({ 'x-rules': [{ id: 'r', at: '/members', check: 'nowhere > 1', message: { vi: '', en: '' } }] }),
      'rule /members',
    ],
    ['with a field on no page', { ...housing, ui: { ...housing.ui, 'ui:pages': [] } }, 'field-on-no-page /members'],
    ['without its English', { ...housing, en: { ...housing.en, fields: {} } }, 'missing-translation /members'],
    [
      'with a name that reaches into the language',
      withSchema({ properties: { ...housing.schema.properties, constructor: members } }),
      'unsafe-name /constructor',
    ],
  ])('%s', (_why, form, finding) => {
    expect(codes(form)).toContain(finding);
  });
});

describe('the view plan', () => {
  const published = publish(housing);
  const plan = published.ok ? published.plan : undefined;

  it('has the pages of the form, each section of one object', () => {
    expect(plan?.pages.map(({ key, sections }) => [key, sections.map(({ at }) => at)])).toEqual([
      ['applicant', ['/applicant']],
      ['household', ['/home', '']],
      ['house', ['']],
      ['land', ['']],
      ['plan', ['']],
      ['money', ['', '/bankAccount']],
    ]);
  });

  it('gives sections schemas that never change: no conditions, nothing required', () => {
    const schema = plan?.pages[0]?.sections[0]?.schema;

    expect(Object.keys(schema ?? {})).toEqual(['type', 'properties']);
  });

  it('knows the words of a field and of its choices in both languages', () => {
    expect(plan?.fields.find(({ pointer }) => pointer === '/requestKind')).toMatchObject({
      widget: 'choice',
      title: { vi: 'Gia đình cần làm gì?', en: 'What does the family need?' },
      choices: [
        { value: 'NEW_BUILD', title: { vi: 'Xây nhà mới', en: 'Build a new house' } },
        { value: 'REPAIR', title: { vi: 'Sửa chữa nhà', en: 'Repair the house' } },
      ],
    });
  });
});
