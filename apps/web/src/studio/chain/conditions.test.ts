import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chain } from '@trinhduyet/approval';
import type { FormDocument } from '@trinhduyet/form';
import { publish } from '@trinhduyet/form/publish';
import { hangingsOf, inWords, namesOf } from './conditions';

const FORMS = join(__dirname, '../../../../../forms/housing');
const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(FORMS, ...path), 'utf8'));
const form = (...folder: string[]) => {
  const [schema, ui, en] = ['schema.json', 'ui.json', 'texts.en.json'].map((file) => read(...folder, file));
  const published = publish({ schema, ui, en } as FormDocument);
  if (!published.ok) throw new Error(JSON.stringify(published.findings));
  return published.plan;
};
const survey = form('steps', 'survey');
const shipped = read('chains', 'two-tier.json') as Chain;
const names = namesOf(shipped, form('form'), [
  {
    key: 'survey',
    title: survey.title,
    fields: survey.fields.flatMap((field) => (field.widget === 'group' ? [] : [{ ...field, choices: undefined }])),
  },
]);

/** Amounts have a space that does not break. */
const said = (text: string, language: 'vi' | 'en') => inWords(text, names, language).replaceAll('\u00a0', ' ');

describe('a condition in words', () => {
  it.each([
    ['step.survey.proposedAmount > 30000000', /^Mức đề xuất.* \(.*\) > 30\.000\.000 ₫$/],
    ['landStatus in ("NONE", "DISPUTED")', /^.+ là một trong: .+, .+$/],
    ['received >= date("2026-01-31")', /^ngày tiếp nhận ≥ 31\/01\/2026$/],
    [
      'outcome.decide = "approve" and not(amount < 5)',
      /^kết quả bước “.+” là Ký duyệt.* và không phải \(số tiền được duyệt < 5 ₫\)$/,
    ],
    ['if hazardZone then 2 else 4', /^2 nếu .+, còn lại 4$/],
    ['for x in', /^for x in$/],
  ])('%s', (text, words) => expect(said(text, 'vi')).toMatch(words));

  it('is said in English too', () => {
    expect(said('amount > 30000000 or received < date("2026-01-31")', 'en')).toBe(
      'the amount approved > 30.000.000 ₫ or the day of reception < 31/01/2026',
    );
  });

  it('is numbered for the picture: of a step, of its time, of each way', () => {
    const chain = {
      ...shipped,
      steps: shipped.steps.map((step) => {
        if (step.key === 'posting')
          return { ...step, entry: 'hazardZone', routes: [...step.routes, { on: 'skipped', to: 'survey' }] };
        return step.key === 'number-decision'
          ? {
              ...step,
              workingDaysBy: '0.5',
              routes: [
                { on: 'issue', when: 'amount > 3', to: 'allocation' },
                { on: 'issue', when: 'amount > 2', end: 'stopped' },
                { on: 'issue', to: 'hand-over' },
              ],
            }
          : step;
      }),
    } as Chain;

    expect(hangingsOf(chain, names, 'vi').map(({ number, step, to }) => [number, step, to])).toEqual([
      [1, 'posting', undefined],
      [2, 'number-decision', undefined],
      [3, 'number-decision', 'allocation'],
      [4, 'number-decision', undefined],
    ]);
    expect(hangingsOf(shipped, names, 'vi')).toEqual([]);
  });
});
