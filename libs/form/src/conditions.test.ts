import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { conditionsOf, holds, isCanonical } from './conditions';
import type { Data, JsonSchema, Scalar } from './document';
import { pruned, statesOf } from './states';
import { fieldsOf } from './walk';

const ajv = new Ajv({ strict: false });

const scalar: fc.Arbitrary<Scalar> = fc.constantFrom('A', 'B', 1, 2, true, false);
const name = fc.constantFrom('a', 'b', 'c');
const predicates: fc.Arbitrary<JsonSchema> = fc.letrec<{ any: JsonSchema }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.record({ const: scalar }),
    fc.record({ enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 3 }) }),
    fc.record({ minimum: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ maximum: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ required: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }) }),
    fc.record({ properties: fc.dictionary(name, tie('any'), { minKeys: 1, maxKeys: 2 }) }),
    fc.record({ contains: tie('any') }),
    fc.record({ allOf: fc.array(tie('any'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ anyOf: fc.array(tie('any'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ not: tie('any') }),
  ),
})).any;
const values = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(name, fc.oneof(scalar, fc.array(scalar)), { maxKeys: 3 }),
);

describe('a predicate', () => {
  it('holds exactly where Ajv says that the value is valid', () => {
    fc.assert(
      fc.property(predicates, values, (predicate, value) => {
        expect(holds(predicate, value)).toBe(ajv.validate(predicate, value));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the canonical shape', () => {
  const when: JsonSchema = { properties: { a: { const: 'A' } }, required: ['a'] };

  it.each<[string, JsonSchema, string]>([
    ['hides a field', { if: when, else: { properties: { b: false } } }, 'visible'],
    ['demands a field', { if: when, then: { required: ['b'] } }, 'required'],
    ['narrows the choices of a field', { if: when, then: { properties: { b: { enum: [1] } } } }, 'choices'],
  ])('%s', (_what, entry, effect) => {
    expect(conditionsOf({ allOf: [entry] }, '')).toMatchObject([{ field: 'b', effect, when }]);
  });

  it.each<[string, JsonSchema]>([
    ['both branches', { if: when, then: { required: ['b'] }, else: { properties: { b: false } } }],
    ['no condition', { required: ['b'] }],
    ['another keyword in a branch', { if: when, then: { required: ['b'], minProperties: 1 } as JsonSchema }],
    [
      'a property that is neither false nor a list of choices',
      { if: when, else: { properties: { b: { type: 'string' } } } },
    ],
  ])('is nothing else: %s', (_what, entry) => {
    expect(isCanonical(entry)).toBe(false);
  });
});

describe('the states of a form', () => {
  const is = (field: string, value: Scalar): JsonSchema => ({
    properties: { [field]: { const: value } },
    required: [field],
  });
  const condition = fc.record({ field: name, on: name, value: scalar, effect: fc.constantFrom('visible', 'required') });
  const schemas = fc.array(condition, { minLength: 1, maxLength: 5 }).map((conditions): JsonSchema => {
    const entries = conditions.map(({ field, on, value, effect }): JsonSchema => {
      if (effect === 'visible') return { if: is(on, value), else: { properties: { [field]: false } } };
      return { if: is(on, value), then: { required: [field] } };
    });
    const field: JsonSchema = { 'x-id': 'x', 'x-class': 'public' };
    return { type: 'object', properties: { a: field, b: field, c: field }, allOf: entries };
  });
  const documents = fc.dictionary(name, scalar, { maxKeys: 3 });
  const judge = (schema: JsonSchema, data: Data) => {
    const conditions = conditionsOf(schema, '');
    const kept = pruned(fieldsOf(schema), conditions, data);
    return { kept, states: [...statesOf(fieldsOf(schema), conditions, kept).values()] };
  };

  it('say yes to exactly what Ajv accepts, once what is hidden was taken out', () => {
    fc.assert(
      fc.property(schemas, documents, (schema, data) => {
        const { kept, states } = judge(schema, data);
        const keys = ['a', 'b', 'c'];
        const complete = states.every(({ visible, required }, index) => !visible || !required || keys[index]! in kept);
        const isDemandedWhileHidden = !ajv.validate(schema, kept) && complete;
        // A field that is hidden and demanded at once is a contradiction that publishing reports; Ajv refuses it for ever.
        fc.pre(!isDemandedWhileHidden || states.every(({ visible }) => visible));

        expect(complete).toBe(ajv.validate(schema, kept));
      }),
      { numRuns: 1_000 },
    );
  });

  it('never keep what is hidden, and pruning twice is pruning once', () => {
    fc.assert(
      fc.property(schemas, documents, (schema, data) => {
        const { kept, states } = judge(schema, data);

        states.forEach(({ visible }, index) => expect(visible || !(['a', 'b', 'c'][index]! in kept)).toBe(true));
        expect(judge(schema, kept).kept).toEqual(kept);
      }),
    );
  });
});
