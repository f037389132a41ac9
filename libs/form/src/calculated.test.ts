import { calculated, checkDocument, namesFor, type FormDocument, type JsonSchema } from './index';
import { publish } from './publish';

const money = (title: string, more: Partial<JsonSchema> = {}): JsonSchema => ({
  'x-id': title,
  'x-class': 'public',
  title,
  type: 'integer',
  'x-unit': 'VND',
  ...more,
});
const ITEMS: JsonSchema = {
  'x-id': 'items',
  'x-class': 'public',
  title: 'items',
  type: 'array',
  maxItems: 10,
  items: {
    type: 'object',
    additionalProperties: false,
    properties: {
      quantity: { 'x-id': 'quantity', 'x-class': 'public', title: 'quantity', type: 'number' },
      price: money('price'),
      amount: money('amount', { 'x-value': 'round(item.quantity * item.price, 0)' }),
    },
  },
};
const words = (id: string) => [id, { title: id }];

function aForm(total: string): FormDocument {
  const properties = { items: ITEMS, total: money('total', { 'x-value': total }), most: money('most') };
  return {
    schema: {
      title: 'form',
      type: 'object',
      additionalProperties: false,
      properties,
      'x-rules': [{ id: 'most', at: '/total', check: 'total <= rule.most', message: { vi: 'quá', en: 'over' } }],
    },
    ui: { 'ui:pages': [{ key: 'main', title: 'main', sections: [{ at: '', fields: Object.keys(properties) }] }] },
    en: { title: 'form', pages: { main: 'main' }, fields: Object.fromEntries(Object.keys(properties).map(words)) },
  };
}

function planOf(total = 'sum(items.amount)') {
  const published = publish(aForm(total));
  if (!published.ok) throw new Error(JSON.stringify(published.findings));
  return published.plan;
}

const ROWS = [
  { quantity: 2.5, price: 1001 },
  { quantity: 3, price: 200 },
];

describe('what a form works out', () => {
  it('stands in the rows first, then in the fields that build on them', () => {
    expect(calculated(planOf(), { items: ROWS }, {})).toEqual({
      items: [
        { quantity: 2.5, price: 1001, amount: 2503 },
        { quantity: 3, price: 200, amount: 600 },
      ],
      total: 3103,
    });
  });

  it('takes the place of what somebody sent, and is gone where it cannot be told', () => {
    const sent = { items: [{ quantity: 1, amount: 5 }], total: 9 };

    expect(calculated(planOf(), sent, {})).toEqual({ items: [{ quantity: 1 }] });
  });

  it('is the same document as long as nothing changes', () => {
    const document = calculated(planOf(), { items: ROWS }, {});

    expect(calculated(planOf(), document, {})).toBe(document);
  });

  it('is judged by the rules as if it had been typed', () => {
    const judged = (most: number) => checkDocument(planOf(), () => [], { items: ROWS }, { rule: { most } }).errors;

    expect(judged(3103)).toEqual([]);
    expect(judged(3102)).toEqual([{ at: '/total', code: 'rule', message: { vi: 'quá', en: 'over' } }]);
  });

  it.each([
    ['sum(nothing.amount)', 'x-value: unknown name nothing'],
    ['sum(items.amount', 'syntax'],
  ])('is not published as %s', (text, detail) => {
    expect(publish(aForm(text))).toMatchObject({ findings: [{ code: 'rule', at: '/total' }] });
    expect(JSON.stringify(publish(aForm(text)))).toContain(detail);
  });
});

describe('the parameters of rules', () => {
  const sets = [
    { validFrom: '2016-01-01', parameters: { meals: 30_000 } },
    { validFrom: '2026-01-01', parameters: { meals: 50_000 } },
  ];
  const named = { rule: { meals: 0 }, ruleDate: '/course/start', ruleSets: sets };
  const meals = (document: object, more: object = {}) => namesFor(document as never, { ...named, ...more }).rule;

  it('follow the day that the form names', () => {
    expect(meals({ course: { start: '2025-12-31' } })).toEqual({ meals: 30_000 });
    expect(meals({ course: { start: '2026-01-01' } })).toEqual({ meals: 50_000 });
  });

  it('follow the day of the dossier at a step', () => {
    expect(meals({}, { dossier: { course: { start: '2026-02-01' } } })).toEqual({ meals: 50_000 });
  });

  it('are those of the reception day as long as no day is named', () => {
    expect(meals({})).toEqual({ meals: 0 });
    expect(meals({ course: { start: '2015-12-31' } })).toEqual({ meals: 0 });
  });
});
