import {
  type Data,
  type FieldState,
  isObject,
  type PlanField,
  statesOf,
  valueAt,
  type ViewPlan,
} from '@trinhduyet/form';
import { formatDay, formatMoney, formatNumber, moneyInWords } from '@trinhduyet/text';
import type { ReactNode } from 'react';
import { useSay, useTexts } from '../language';
import type { ShownFiles } from './form-context';
import { FORM_TEXTS } from './texts';
import { useCodes } from './widgets/choice-widgets';
import { usePlace, useVillages } from './widgets/PlaceWidget';

/** A document in words. */
export interface AnswersGiven {
  readonly document: Data;
  /** What it said before: what differs is shown beside, old after new. */
  readonly previous?: Data;
  readonly access?: Readonly<Record<string, 'masked' | 'read'>>;
  /** Where photos are to be seen. */
  readonly files?: ShownFiles;
}

interface AnswerListProps extends AnswersGiven {
  readonly plan: ViewPlan;
  readonly fields: readonly PlanField[];
  /** An act at the end of each line, such as a flag for supplement. */
  action?(field: PlanField): ReactNode;
}

/** Questions and answers as a list of terms; what the data hides is not there. */
export function AnswerList({ plan, fields, action, ...given }: AnswerListProps) {
  const states = statesOf(plan.fields, plan.conditions, given.document);
  const shown = fields.filter(({ pointer }) => isShown(states.get(pointer), valueAt(given.document, pointer)));
  return (
    <dl className="answers">
      {shown.map((field) => (
        <AnswerLine key={field.pointer} field={field} given={given} action={action?.(field)} />
      ))}
    </dl>
  );
}

const isShown = (state: FieldState | undefined, value: unknown) =>
  state?.visible === true && (value !== undefined || state.required);

interface AnswerLineProps {
  readonly field: PlanField;
  readonly given: AnswersGiven;
  readonly action?: ReactNode;
}

function AnswerLine({ field, given, action }: AnswerLineProps) {
  const say = useSay();
  const texts = useTexts(FORM_TEXTS);
  const value = valueAt(given.document, field.pointer);
  const before = given.previous && valueAt(given.previous, field.pointer);
  const differs = given.previous !== undefined && JSON.stringify(before) !== JSON.stringify(value);
  const isMasked = given.access?.[field.pointer] === 'masked';
  return (
    <div className={differs ? 'answer answer-changed' : 'answer'}>
      <dt>{say(field.title)}</dt>
      <dd>
        {isMasked && value === undefined ? (
          <span className="answer-none">{texts.hiddenHere}</span>
        ) : (
          <AnswerValue field={field} value={value} files={given.files} />
        )}
        {isMasked && value !== undefined && <span className="answer-note"> ({texts.masked})</span>}
        {differs && (
          <span className="answer-before">
            {' '}
            ⟵ {texts.before} <AnswerValue field={field} value={before} files={given.files} />
          </span>
        )}
        {action}
      </dd>
    </div>
  );
}

interface AnswerValueProps extends Pick<AnswersGiven, 'files'> {
  readonly field: PlanField;
  readonly value: unknown;
}

export function AnswerValue({ field, value, files }: AnswerValueProps) {
  const texts = useTexts(FORM_TEXTS);
  if (value === undefined) return <span className="answer-none">{texts.notAnswered}</span>;
  if (field.codes !== undefined) return <CodeName list={field.codes} code={value} />;
  if (field.widget === 'place') return <PlaceWords value={value} />;
  if (field.widget === 'photos' && Array.isArray(value)) return <Photos photos={value as string[]} files={files} />;
  if (field.columns && Array.isArray(value)) return <Rows columns={field.columns} rows={value.filter(isObject)} />;
  return <PlainValue field={field} value={value} />;
}

function PlainValue({ field, value }: Pick<AnswerValueProps, 'field' | 'value'>) {
  const texts = useTexts(FORM_TEXTS);
  const say = useSay();
  const titleOf = (choice: unknown) => {
    const found = field.choices?.find((each) => each.value === choice);
    return found ? say(found.title) : String(choice);
  };
  if (Array.isArray(value)) return value.map(titleOf).join(', ');
  if (field.choices) return titleOf(value);
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  if (typeof value === 'number') return <Figure field={field} value={value} />;
  const text = String(value);
  if (field.widget === 'date') return <span className="num">{formatDay(text)}</span>;
  if (field.widget === 'citizen-number') return <span className="num">{text.replace(/(.{3})(?=.)/g, '$1 ')}</span>;
  if (field.widget === 'phone') return <span className="num">{text.replace(/^(.{4})(.{3})(.+)$/, '$1 $2 $3')}</span>;
  return text;
}

function Figure({ field, value }: { readonly field: PlanField; readonly value: number }) {
  if (field.widget !== 'money')
    return <span className="num">{field.key === 'birthYear' ? value : formatNumber(value)}</span>;
  return (
    <>
      <strong className="num">{formatMoney(value)}</strong> <span className="answer-note">({moneyInWords(value)})</span>
    </>
  );
}

function CodeName({ list, code }: { readonly list: string; readonly code: unknown }) {
  const { data = [] } = useCodes(list);
  return data.find((each) => each.code === code)?.name ?? String(code); // a masked code has no words
}

function PlaceWords({ value }: { readonly value: unknown }) {
  const { commune, village } = isObject(value) ? value : {};
  const unit = typeof commune === 'string' ? commune : undefined;
  const { data: place } = usePlace(unit);
  const { data: villages = [] } = useVillages(unit);
  const name = villages.find((each) => each.village === village)?.name;
  return [name, place?.name, place?.above].filter(Boolean).join(', ') || '…';
}

interface PhotosProps {
  readonly photos: readonly string[];
  readonly files: ShownFiles | undefined;
}

function Photos({ photos, files }: PhotosProps) {
  const texts = useTexts(FORM_TEXTS);
  if (!files) return texts.photos(photos.length);
  return (
    <span className="answer-photos">
      {photos.map((photo, index) => (
        <a
          key={photo}
          href={files.addressOf(photo)}
          target="_blank"
          rel="noreferrer"
          aria-label={texts.openPhoto(index + 1)}
        >
          {files.isPdf(photo) ? (
            <span className="photo-scan">PDF</span>
          ) : (
            <img src={files.addressOf(photo)} alt={texts.photoOf(index + 1)} loading="lazy" />
          )}
        </a>
      ))}
    </span>
  );
}

interface RowsProps {
  readonly columns: readonly PlanField[];
  readonly rows: readonly Data[];
}

/** More than two columns are no table on a phone: each row tells what it holds. */
function Rows({ columns, rows }: RowsProps) {
  return columns.length > 2 ? (
    <ToldRows columns={columns} rows={rows} />
  ) : (
    <TableOfRows columns={columns} rows={rows} />
  );
}

function ToldRows({ columns, rows }: RowsProps) {
  const say = useSay();
  return (
    <ol className="answer-rows">
      {rows.map((row, index) => (
        <li key={index}>
          {columns
            .filter(({ key }) => row[key] !== undefined)
            .map((column) => (
              <span key={column.key} className="answer-cell">
                <span className="answer-note">{say(column.title)}:</span> <CellValue column={column} row={row} />
              </span>
            ))}
        </li>
      ))}
    </ol>
  );
}

function TableOfRows({ columns, rows }: RowsProps) {
  const say = useSay();
  return (
    <table className="answer-table">
      <thead>
        <tr>
          {columns.map(({ key, title }) => (
            <th key={key}>{say(title)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {columns.map((column) => (
              <td key={column.key} className={column.widget === 'money' ? 'num' : undefined}>
                <CellValue column={column} row={row} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Without words for money: in a list of amounts the figures are enough. */
function CellValue({ column, row }: { readonly column: PlanField; readonly row: Data }) {
  const value = row[column.key];
  if (column.widget === 'money' && typeof value === 'number') return <span className="num">{formatMoney(value)}</span>;
  return <AnswerValue field={column} value={value} />;
}
