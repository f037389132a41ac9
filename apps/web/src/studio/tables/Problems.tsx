import type { DecisionTable } from '@trinhduyet/feel';
import type { TableFinding } from '@trinhduyet/feel/publish';
import { useLanguage, useSay, useTexts } from '../../shared/language';
import type { At } from './edit';
import { placeOf } from './TableGrid';
import { TABLE_TEXTS } from './texts';
import { valueInWords } from './wording';

interface ProblemsProps {
  readonly table: DecisionTable;
  readonly findings: readonly TableFinding[];
  onGo(at: At): void;
}

/** Everything that the verifier found; each leads to its cell. */
export function Problems({ table, findings, onGo }: ProblemsProps) {
  const texts = useTexts(TABLE_TEXTS);
  const wordsOf = useFindingWords(table);
  return (
    <div role="status" className={findings.length === 0 ? 'table-sound' : 'table-problems'}>
      {findings.length === 0 ? (
        <p>{texts.noProblems}</p>
      ) : (
        <>
          <h3>{texts.problems}</h3>
          <ul>
            {findings.map((finding) => {
              const at = whereOf(table, finding);
              const { what, example } = wordsOf(finding);
              return (
                <li key={JSON.stringify(finding)}>
                  {at ? (
                    <button type="button" className="link-button" onClick={() => onGo(at)}>
                      {what}
                    </button>
                  ) : (
                    what
                  )}
                  {example !== undefined && <span className="quiet"> – {example}</span>}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}

function whereOf(table: DecisionTable, finding: TableFinding): At | undefined {
  if (finding.code === 'cell') return placeOf(table, finding.at.cell);
  if ('rule' in finding) return { rule: finding.rule, column: 0 };
  return 'rules' in finding ? { rule: finding.rules[1], column: 0 } : undefined;
}

function useFindingWords(table: DecisionTable): (finding: TableFinding) => { what: string; example?: string } {
  const texts = useTexts(TABLE_TEXTS);
  const say = useSay();
  const { language } = useLanguage();
  const exampleOf = (values: readonly unknown[]) =>
    texts.example(
      table.inputs
        .map((input, index) => `${say(input.label)}: ${valueInWords(values[index], input, language) || '–'}`)
        .join('; '),
    );
  const labelOf = (key: string) =>
    say([...table.inputs, ...table.outputs].find((column) => column.key === key)?.label ?? { vi: key, en: key });
  return (finding) => {
    const { findings } = texts;
    switch (finding.code) {
      case 'cell': {
        const { cell, problem } = finding.at;
        const columns = cell.column.kind === 'input' ? table.inputs : table.outputs;
        const column = say(columns[cell.column.index]?.label ?? { vi: '', en: '' });
        const where = texts.cellAt(column, cell.rule === undefined ? undefined : cell.rule + 1);
        const part = problem.part.trim() === '' ? '' : ` (${problem.part})`;
        return { what: `${where}: ${texts.reasons[problem.reason]}${part}` };
      }
      case 'gap':
        return { what: findings.gap, example: exampleOf(finding.example) };
      case 'overlap':
      case 'disagreement': {
        const [one, other] = finding.rules;
        return { what: findings[finding.code](one + 1, other + 1), example: exampleOf(finding.example) };
      }
      case 'unreachable-rule':
        return { what: findings.unreachable(finding.rule + 1) };
      case 'empty-rule':
        return { what: findings.empty(finding.rule + 1) };
      case 'wrong-number-of-cells':
        return { what: findings.cells(finding.rule + 1) };
      case 'choices-missing':
        return { what: findings.choices(labelOf(finding.column)) };
      case 'duplicate-column':
        return { what: findings.duplicate(finding.column) };
      case 'sum-of-no-number':
        return { what: findings.sum };
      case 'too-large-to-check':
        return { what: findings['too-large'] };
    }
  };
}
