import fc from 'fast-check';
import { Evaluation } from '../evaluate';
import { ruling, rulingFor } from '../index';
import { type DecisionTable, type TableInput } from './table.generated';
import { aTable, text } from '../testing/a-table';
import { fromDmn, toDmn } from './dmn';
import { verifyTable } from './verify';

const tableOf = (document: DecisionTable) => {
  const { table, findings } = verifyTable(document);
  if (!table) throw new Error(JSON.stringify(findings));
  return table;
};
const decided = (document: DecisionTable, inputs: readonly unknown[]) => rulingFor(tableOf(document), inputs);
const codes = (document: DecisionTable) => verifyTable(document).findings.map(({ code }) => code);

describe('a decision table', () => {
  it('says which rule hits, and for each other the input that did not fit', () => {
    const table = aTable({
      rules: [
        ['< 18', '-', '0'],
        ['>= 18', 'false', '1'],
        ['>= 18', 'true', '2'],
      ],
    });

    expect(decided(table, [20, true])).toEqual({
      value: 2,
      inputs: [20, true],
      hits: [2],
      chosen: [2],
      failed: [0, 1, undefined],
    });
  });

  // One table under every hit policy: 5 is in the first, second and third rule.
  const rules = [
    ['< 10', '-', '30'],
    ['< 20', '-', '10'],
    ['< 30', '-', '20'],
    ['>= 30', '-', '0'],
  ];
  it.each([
    ['F', 30, [0]],
    ['P', 10, [1]],
    ['R', [30, 10, 20], [0, 1, 2]],
    ['C', [30, 10, 20], [0, 1, 2]],
    ['C+', 60, [0, 1, 2]],
    ['C<', 10, [1]],
    ['C>', 30, [0]],
    ['C#', 3, [0, 1, 2]],
  ] as const)('under %s gives %j', (hitPolicy, value, chosen) => {
    const choices = ['10', '20', '30', '0'].map((each) => ({ value: each, title: text(each) }));
    const table = aTable({ hitPolicy, rules, output: hitPolicy === 'P' ? { type: 'number', choices } : {} });

    expect(decided(table, [5, true])).toMatchObject({ value, chosen, hits: [0, 1, 2] });
  });

  it('has no answer where its hit policy forbids what happened', () => {
    expect(decided(aTable({ hitPolicy: 'U', rules }), [5, true])).toMatchObject({
      value: null,
      fault: 'several-rules',
    });
    expect(decided(aTable({ hitPolicy: 'A', rules }), [5, true])).toMatchObject({
      value: null,
      fault: 'rules-disagree',
    });
    expect(decided(aTable({ rules: [['< 1', '-', '0']] }), [5, true])).toMatchObject({ value: null, fault: 'no-rule' });
    expect(decided(aTable({ rules }), [null, true])).toMatchObject({ value: null, fault: 'no-rule' });
  });

  it('gives a record where it has several outputs, worked out from what it reads', () => {
    const one = aTable({ rules: [['-', '-', 'share(fee, 5000)']] });
    const table = tableOf({
      ...one,
      outputs: [...one.outputs, { key: 'why', label: text('why'), type: 'text' }],
      rules: one.rules.map(({ when, then }) => ({ when, then: [...then, '"half"'] })),
    });

    expect(ruling(table, { age: 1, member: true, fee: 1_001 }).value).toEqual({ result: 500, why: 'half' });
  });
});

describe('the verifier of tables', () => {
  it('finds nothing where there is nothing', () => {
    expect(
      codes(
        aTable({
          hitPolicy: 'U',
          rules: [
            ['< 18', '-', '0'],
            ['>= 18', 'true', '1'],
            ['>= 18', 'false', '2'],
          ],
        }),
      ),
    ).toEqual([]);
  });

  it.each<[string, string[][], unknown]>([
    [
      'a gap between two ages',
      [
        ['< 18', '-', '0'],
        ['> 18', '-', '1'],
      ],
      { code: 'gap', example: [18, true] },
    ],
    [
      'a gap for those who are no members',
      [
        ['< 18', '-', '0'],
        ['>= 18', 'true', '1'],
      ],
      { code: 'gap', example: [18, false] },
    ],
    [
      'an overlap',
      [
        ['<= 18', '-', '0'],
        ['>= 18', '-', '1'],
      ],
      { code: 'overlap', rules: [0, 1], example: [18, true] },
    ],
    [
      'a rule that can hold for nothing',
      [
        ['-', '-', '0'],
        ['? > 5 and ? < 3', '-', '1'],
      ],
      { code: 'empty-rule', rule: 1 },
    ],
  ])('finds %s', (_, rules, finding) => {
    expect(verifyTable(aTable({ hitPolicy: 'U', rules })).findings).toEqual([expect.objectContaining(finding)]);
  });

  it('finds rules that others always forestall, also several together', () => {
    expect(
      verifyTable(
        aTable({
          rules: [
            ['< 18', '-', '0'],
            ['>= 18', '-', '1'],
            ['5', 'true', '2'],
          ],
        }),
      ).findings,
    ).toEqual([{ code: 'unreachable-rule', rule: 2 }]);
  });

  it('lets rules overlap that say the same, and no others', () => {
    expect(
      codes(
        aTable({
          hitPolicy: 'A',
          rules: [
            ['< 18', '-', '1'],
            ['-', '-', '1'],
          ],
        }),
      ),
    ).toEqual([]);
    expect(
      codes(
        aTable({
          hitPolicy: 'A',
          rules: [
            ['< 18', '-', '0'],
            ['-', '-', '1'],
          ],
        }),
      ),
    ).toEqual(['disagreement']);
  });

  it('names the cell and its place', () => {
    const { findings } = verifyTable(
      aTable({
        rules: [
          ['< 18', 'perhaps', '0'],
          ['for x in y', '-', '"two"'],
        ],
      }),
    );

    expect(findings).toMatchObject([
      {
        code: 'cell',
        at: { cell: { rule: 0, column: { kind: 'input', index: 1 } }, problem: { reason: 'unknown-name' } },
      },
      { code: 'cell', at: { cell: { rule: 1, column: { kind: 'input', index: 0 } }, problem: { reason: 'no-loop' } } },
      {
        code: 'cell',
        at: { cell: { rule: 1, column: { kind: 'output', index: 0 } }, problem: { reason: 'wrong-type' } },
      },
    ]);
  });

  it.each([
    ['year(?) > 3', 'wrong-type'],
    ['? + 1 > 3', 'not-decidable'],
    ['decide("other") > ?', 'unknown-table'],
    ['"young"', 'wrong-type'],
    ['', 'syntax'],
  ])('refuses the cell %s: %s', (cell, reason) => {
    expect(verifyTable(aTable({ rules: [[cell, '-', '0']] })).findings[0]).toMatchObject({
      at: { problem: { reason } },
    });
  });

  it('looks through sets of choices, and says so where there are too many', () => {
    const choices = Array.from({ length: 14 }, (_, index) => ({ value: `C${index}`, title: text(`C${index}`) }));
    const groups: TableInput = { key: 'groups', label: text('groups'), expression: 'groups', type: 'choices', choices };
    const ask = (count: number) => choices.slice(0, count).map(({ value }) => [`list contains(?, "${value}")`, '1']);

    expect(verifyTable(aTable({ inputs: [groups], rules: ask(2) })).findings).toEqual([{ code: 'gap', example: [[]] }]);
    expect(verifyTable(aTable({ inputs: [groups], rules: ask(14) })).findings).toEqual([
      { code: 'too-large-to-check' },
    ]);
  });

  it('does not begin with more rules than the format allows, and tells no more than can be read', () => {
    expect(codes(aTable({ rules: Array.from({ length: 501 }, () => ['-', '-', '1']) }))).toEqual([
      'too-large-to-check',
    ]);
    expect(codes(aTable({ hitPolicy: 'U', rules: Array.from({ length: 500 }, () => ['-', '-', '1']) }))).toHaveLength(
      100,
    );
  });

  it('is right about gaps and overlaps, as trying every case shows', () => {
    const cell = fc.oneof(
      fc.constant('-'),
      fc
        .tuple(fc.constantFrom('<', '<=', '>', '>=', ''), fc.integer({ min: 0, max: 4 }))
        .map(([by, to]) => `${by} ${to}`),
      fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 2, max: 4 })).map(([from, to]) => `[${from}..${to})`),
    );
    const rule = fc.tuple(cell, fc.constantFrom('-', 'true', 'false'), fc.constantFrom('0', '1'));
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 5 }), fc.constantFrom('U', 'F'), (rules, hitPolicy) => {
        const table = aTable({ hitPolicy: hitPolicy as 'U' | 'F', rules });
        const { table: compiled, findings } = verifyTable(table);
        if (!compiled) throw new Error(JSON.stringify(findings));
        const cases = Array.from({ length: 13 }, (_, index) => index / 2 - 1).flatMap((age) => [
          [age, true],
          [age, false],
        ]);
        const hits = cases.map((each) => rulingFor(compiled, each).hits);

        expect(findings.some(({ code }) => code === 'gap')).toBe(hits.some((each) => each.length === 0));
        if (hitPolicy === 'U')
          expect(findings.some(({ code }) => code === 'overlap')).toBe(hits.some((each) => each.length > 1));
        else {
          const decisive = new Set(hits.map(([first]) => first));
          const dead = findings.flatMap((each) => ('rule' in each ? [each.rule] : []));
          expect(rules.flatMap((_, index) => (decisive.has(index) ? [] : [index]))).toEqual(dead.sort());
        }
        for (const finding of findings)
          if ('example' in finding) {
            const count = rulingFor(compiled, finding.example).hits.length;
            expect(finding.code === 'gap' ? count === 0 : count > 1).toBe(true);
          }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('DMN', () => {
  const choices = [
    { value: 'POOR', title: { vi: 'Hộ nghèo & "khó"', en: 'Poor' } },
    { value: 'OTHER', title: { vi: 'Khác', en: 'Other' } },
  ];
  const groups: TableInput = {
    key: 'groups',
    label: { vi: 'Nhóm', en: 'Groups' },
    expression: 'groups',
    type: 'choices',
    choices,
  };
  const days: TableInput = {
    key: 'km',
    label: text('km'),
    expression: 'distance',
    type: 'number',
    minimum: 0,
    maximum: 500,
  };
  const whole = {
    ...aTable({
      inputs: [groups, days],
      rules: [
        ['list contains(?, "POOR")', '< 15', '1'],
        ['-', '-', '2'],
      ],
    }),
    legalBasis: { vi: 'Nghị định <1>', en: 'Decree <1>' },
  };

  it.each(['U', 'A', 'P', 'F', 'R', 'C', 'C+', 'C<', 'C>', 'C#'] as const)(
    'goes out and comes back the same under %s',
    (hitPolicy) => {
      const [first, ...rest] = whole.rules;
      const table = {
        ...whole,
        hitPolicy,
        rules: [{ ...first!, legalBasis: { vi: 'Điều 7', en: 'Article 7' } }, ...rest],
      };

      expect(fromDmn(toDmn(table))).toEqual({ ok: true, table });
    },
  );

  it('takes over a table of another tool', () => {
    const xml = `<?xml version="1.0"?><dmn:definitions xmlns:dmn="https://www.omg.org/spec/DMN/20191111/MODEL/" name="x" namespace="y">
      <dmn:decision id="Phụ Cấp" name="Phụ cấp"><dmn:decisionTable><dmn:input label="Tuổi"><dmn:inputExpression typeRef="integer">
      <dmn:text>age</dmn:text></dmn:inputExpression></dmn:input><dmn:output name="result" typeRef="feel:string"><dmn:outputValues>
      <dmn:text>"A", "B"</dmn:text></dmn:outputValues></dmn:output><dmn:rule><dmn:inputEntry><dmn:text><![CDATA[< 18]]></dmn:text>
      </dmn:inputEntry><dmn:outputEntry><dmn:text>"A"</dmn:text></dmn:outputEntry></dmn:rule></dmn:decisionTable></dmn:decision></dmn:definitions>`;

    expect(fromDmn(xml)).toMatchObject({
      ok: true,
      table: {
        key: 'phu-cap',
        hitPolicy: 'U',
        inputs: [{ label: { vi: 'Tuổi', en: 'Tuổi' }, expression: 'age', type: 'number' }],
        outputs: [{ type: 'choice', choices: [{ value: 'A' }, { value: 'B' }] }],
        rules: [{ when: ['< 18'], then: ['"A"'] }],
      },
    });
  });

  const bomb = '<!DOCTYPE a [<!ENTITY b "bbb"><!ENTITY c "&b;&b;">]><a>&c;</a>';
  it.each([
    ['not-well-formed', ''],
    ['not-well-formed', '<definitions>'],
    ['not-well-formed', toDmn(whole).replace('</rule>', '')],
    ['not-well-formed', toDmn(whole).replace('&lt; 15', '&nope; 15')],
    ['doctype', bomb],
    ['doctype', bomb.toLowerCase()],
    ['not-dmn', '<html/>'],
    ['not-dmn', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>'],
    ['no-table', '<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/"/>'],
    ['several-tables', toDmn(whole).replace('</definitions>', '<decision><decisionTable/></decision></definitions>')],
    ['hit-policy', toDmn(whole).replace('hitPolicy="FIRST"', 'hitPolicy="OUTPUT ORDER"')],
    ['input-without-expression', toDmn(whole).replace('<text>groups</text>', '<text> </text>')],
    ['too-large', 'x'.repeat(1_000_001)],
  ])('is refused: %s', (reason, xml) => expect(fromDmn(xml)).toMatchObject({ ok: false, reason }));

  it('counts the steps of a table as of any expression', () => {
    const run = new Evaluation(3);

    expect(
      run.of(
        { op: 'decide', name: 'x', table: tableOf(aTable({ rules: [['-', '-', '1']] })) },
        { age: 1, member: true },
      ),
    ).toBeNull();
  });
});
