import { ActionIcon } from '@mantine/core';
import { IconCheck, IconTrash } from '@tabler/icons-react';
import { type DecisionTable, describe, type Ruling } from '@trinhduyet/feel';
import { type CellProblem, parse, parseTest } from '@trinhduyet/feel/publish';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useLanguage, useSay, useTexts } from '../../shared/language';
import { type At, moved, textAt } from './edit';
import { TABLE_TEXTS } from './texts';
import { cellWording, daysInWords, WORDS } from './wording';

interface TableGridProps {
  readonly table: DecisionTable;
  readonly problems: readonly CellProblem[];
  readonly ruling: Ruling | undefined;
  readonly labelledBy: string;
  /** A cell that was asked for from outside, as from the list of problems. */
  readonly wanted: At | undefined;
  onEdit(at: At, text: string): void;
  onRemove(rule: number): void;
}

/** Where the cursor stands and what is being typed; a cell that takes the focus becomes the one that Tab reaches. */
function useGrid({ table, onEdit }: Pick<TableGridProps, 'table' | 'onEdit'>) {
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<At>({ rule: 0, column: 0 });
  const [editing, setEditing] = useState<{ readonly at: At; readonly text: string }>();
  const last: At = { rule: table.rules.length - 1, column: table.inputs.length + table.outputs.length - 1 };
  const focus = ({ rule, column }: At) =>
    grid.current?.querySelector<HTMLElement>(`[data-at="${rule} ${column}"]`)?.focus();
  const edit = (at: At, text = textAt(table, at)) => setEditing({ at, text });
  return {
    grid,
    focus,
    edit,
    setActive,
    isActive: isSame(active.rule > last.rule ? last : active),
    edited: (at: At) => (editing && isSame(editing.at)(at) ? editing.text : undefined),
    commit: (at: At, text: string, by: Step) => {
      setEditing(undefined);
      if (text !== textAt(table, at)) onEdit(at, text);
      // The cell is a field until React has drawn it again.
      if (by !== 'left') requestAnimationFrame(() => focus(stepped(at, by, last)));
    },
    onKeyDown: (event: KeyboardEvent, at: At) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      const next = moved(at, event.key, event.ctrlKey || event.metaKey, last);
      if (next) focus(next);
      else if (event.key === 'Enter' || event.key === 'F2') edit(at);
      else if (event.key === 'Delete') onEdit(at, at.column < table.inputs.length ? '-' : '');
      else if (event.key.length === 1 && isPlain) edit(at, event.key === ' ' ? undefined : event.key);
      else return;
      event.preventDefault();
    },
  };
}
type Grid = ReturnType<typeof useGrid>;
type Step = 'down' | 'on' | 'back' | 'stay' | 'left';

const isSame = (one: At) => (other: At | undefined) => other?.rule === one.rule && other.column === one.column;

/** The table as a grid: one cell can be reached by Tab, the others by arrows, as in a spreadsheet. */
export function TableGrid(props: TableGridProps) {
  const { table, labelledBy, wanted } = props;
  const grid = useGrid(props);
  const { grid: element } = grid;
  useEffect(() => {
    if (wanted) element.current?.querySelector<HTMLElement>(`[data-at="${wanted.rule} ${wanted.column}"]`)?.focus();
  }, [wanted, element]);
  return (
    <div className="grid-scroll">
      <table ref={element} role="grid" className="decision-grid" aria-labelledby={labelledBy}>
        <GridHead table={table} />
        <tbody>
          {table.rules.map((_, rule) => (
            <GridRow key={rule} {...props} rule={rule} grid={grid} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GridRow({
  table,
  problems,
  ruling,
  rule,
  grid,
  onRemove,
}: TableGridProps & { readonly rule: number; readonly grid: Grid }) {
  const texts = useTexts(TABLE_TEXTS);
  const say = useSay();
  const isHit = ruling?.hits.includes(rule) ?? false;
  const decides = ruling?.chosen.includes(rule) ?? false;
  const legalBasis = table.rules[rule]?.legalBasis;
  return (
    <tr className={decides ? 'rule-decides' : isHit ? 'rule-hits' : undefined}>
      <th scope="row" className="num">
        {rule + 1}
        {isHit && <IconCheck size={16} aria-hidden />}
        {isHit && <span className="visually-hidden">{decides ? texts.decides : texts.hits}</span>}
      </th>
      {[...table.inputs, ...table.outputs].map((column, index) => {
        const at = { rule, column: index };
        return (
          <GridCell
            key={column.key}
            at={at}
            text={textAt(table, at)}
            column={column}
            isInput={index < table.inputs.length}
            fails={ruling?.failed[rule] === index}
            problems={problems.filter(({ cell }) => isSame(at)(placeOf(table, cell)))}
            grid={grid}
          />
        );
      })}
      <td className="basis">{legalBasis && say(legalBasis)}</td>
      <td>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={texts.removeRule(rule + 1)}
          disabled={table.rules.length === 1}
          onClick={() => onRemove(rule)}
        >
          <IconTrash size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  );
}

/** After Enter one goes down, after Tab to the side. */
const stepped = ({ rule, column }: At, by: Step, last: At): At => ({
  rule: by === 'down' ? Math.min(last.rule, rule + 1) : rule,
  column: by === 'on' ? Math.min(last.column, column + 1) : by === 'back' ? Math.max(0, column - 1) : column,
});

export function placeOf({ inputs }: DecisionTable, { column, rule }: CellProblem['cell']): At | undefined {
  if (rule === undefined) return undefined;
  return { rule, column: column.kind === 'input' ? column.index : inputs.length + column.index };
}

function GridHead({ table: { inputs, outputs } }: Pick<TableGridProps, 'table'>) {
  const texts = useTexts(TABLE_TEXTS);
  const say = useSay();
  return (
    <thead>
      <tr>
        <th scope="col">{texts.rule}</th>
        {inputs.map(({ key, label, expression }) => (
          <th key={key} scope="col">
            <span className="column-kind">{texts.input}</span>
            {say(label)}
            <code>{expression}</code>
          </th>
        ))}
        {outputs.map(({ key, label }) => (
          <th key={key} scope="col" className="column-output">
            <span className="column-kind">{texts.output}</span>
            {say(label)}
          </th>
        ))}
        <th scope="col">{texts.legalBasis}</th>
        <td />
      </tr>
    </thead>
  );
}

interface GridCellProps {
  readonly at: At;
  readonly text: string;
  readonly column: DecisionTable['inputs'][number] | DecisionTable['outputs'][number];
  readonly isInput: boolean;
  readonly fails: boolean;
  readonly problems: readonly CellProblem[];
  readonly grid: Grid;
}

function GridCell(props: GridCellProps) {
  const { at, text, column, isInput, fails, problems, grid } = props;
  const edited = grid.edited(at);
  const texts = useTexts(TABLE_TEXTS);
  const say = useSay();
  const words = useCellWords(text, column, isInput);
  const [problem] = problems;
  if (edited !== undefined) return <EditedCell {...props} edited={edited} />;
  return (
    <td
      role="gridcell"
      tabIndex={grid.isActive(at) ? 0 : -1}
      data-at={`${at.rule} ${at.column}`}
      className={[problem && 'cell-wrong', fails && 'cell-fails', !isInput && 'column-output']
        .filter(Boolean)
        .join(' ')}
      aria-invalid={problem ? true : undefined}
      title={text}
      onFocus={() => grid.setActive(at)}
      onKeyDown={(event) => grid.onKeyDown(event, at)}
      onDoubleClick={() => grid.edit(at)}
    >
      {words}
      {fails && <span className="visually-hidden"> ({texts.failsAt(say(column.label))})</span>}
      {problem && <span className="cell-problem">{texts.reasons[problem.problem.reason]}</span>}
    </td>
  );
}

/** A cell in words; as it is written where it cannot be read. */
function useCellWords(text: string, column: GridCellProps['column'], isInput: boolean) {
  const { language } = useLanguage();
  if (text === '-') return <span className="quiet">–</span>;
  const parsed = (isInput ? parseTest : parse)(text);
  if (!parsed.ok) return <code>{text}</code>;
  const said = describe(parsed.expression, cellWording(column, language)).replace(/\s+/g, ' ').trim();
  if (said === '') return <span className="quiet">{WORDS[language].always}</span>;
  return column.type === 'date' ? daysInWords(said, language) : said;
}

function EditedCell({ at, text: before, column, edited, grid }: GridCellProps & { readonly edited: string }) {
  const texts = useTexts(TABLE_TEXTS);
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => field.current?.focus(), []);
  const done = (text: string, by: Step) => {
    if (isDone.current) return;
    isDone.current = true;
    grid.commit(at, text, by);
  };
  return (
    <td role="gridcell" className="cell-edited">
      <input
        ref={field}
        aria-label={texts.editCell(say(column.label), at.rule + 1)}
        value={edited}
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => grid.edit(at, event.currentTarget.value)}
        onBlur={(event) => done(event.currentTarget.value, 'left')}
        onKeyDown={(event) => {
          const text = event.currentTarget.value;
          if (event.key === 'Escape') done(before, 'stay');
          else if (event.key === 'Enter') done(text, 'down');
          else if (event.key === 'Tab') done(text, event.shiftKey ? 'back' : 'on');
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
    </td>
  );
}
