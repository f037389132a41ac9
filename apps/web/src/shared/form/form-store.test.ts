import type { SchemaError, ViewPlan } from '@trinhduyet/form';
import { FormStore } from './form-store';

const field = (key: string, required = false) =>
  ({
    pointer: `/${key}`,
    at: '',
    key,
    id: key,
    required,
    widget: 'text',
    class: 'public',
    schema: {},
    title: { vi: key, en: key },
  }) as const;

const PLAN: ViewPlan = {
  title: { vi: '', en: '' },
  pages: [],
  declaration: [],
  conditions: [],
  rules: [],
  fields: [field('has', true), field('which')],
};

const tooShort = (document: unknown): SchemaError[] => {
  const { which } = document as { which?: string };
  return which !== undefined && which.length < 3
    ? [{ instancePath: '/which', keyword: 'minLength', params: { limit: 3 } }]
    : [];
};

function aForm(document = {}) {
  return new FormStore({ plan: PLAN, check: tooShort, named: {} }, document);
}

it('shows a fault only when the field was left', () => {
  const form = aForm();
  form.set('/which', 'ab');
  expect(form.view('/which').error).toBeUndefined();

  form.leave('/which');

  expect(form.view('/which').error).toMatchObject({ code: 'too-short', actual: 2 });
});

it('takes the fault away with the next key', () => {
  const form = aForm();
  form.set('/which', 'ab');
  form.leave('/which');

  form.set('/which', 'abc');

  expect(form.view('/which').error).toBeUndefined();
});

it('gives the same view for a field that nothing happened to', () => {
  const form = aForm({ has: 'no' });
  const before = form.view('/has');

  form.set('/which', 'abc');

  expect(form.view('/has')).toBe(before);
});

it('gives the same view for what is no field, such as a cell of a table', () => {
  const form = aForm();

  expect(form.view('/rows/0/amount')).toBe(form.view('/rows/1/amount'));
});

it('shows all faults of a page at once', () => {
  const form = aForm({ which: 'a' });

  const found = form.show(({ at }) => at === '/which');

  expect(found).toHaveLength(1);
  expect(form.view('/which').error?.code).toBe('too-short');
});
