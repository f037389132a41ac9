import { reviewOf, type ReviewStep, taskAt } from '@trinhduyet/approval';
import { type Day, dayOf } from '@trinhduyet/calendar';
import { villagesOf } from '@trinhduyet/directory';
import {
  checkDocument,
  type Data,
  type FieldError,
  type PlanField,
  type Pointer,
  sentenceOf,
  tidied,
  unwantedCharacters,
  valueAt,
} from '@trinhduyet/form';
import type { Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import { namedValues } from '@trinhduyet/programme';
import type { PublishedForm, PublishedType } from '@trinhduyet/request-types';
import type { CommandInput } from './input';
import { keep, type KeptRow } from './kept';
import type { Setting } from './prepare';
import type { PaperNumber } from './record';

export interface DocumentToCheck {
  readonly document: Data;
  readonly day: Day;
  readonly dossier: string;
  /** The form before this supplement, once offices deal with it: its place stays what it was, also after its unit has ended. */
  readonly before?: Data;
  /** Before reception: the commune in which the place must lie. */
  readonly within?: string;
  /** Whoever came on paper may have no telephone, although the portal asks for one. */
  readonly onPaper?: boolean;
}

/** The document as it will be stored, or the problem `form-invalid` with every field that keeps it from that. */
export async function checkedDocument(
  transaction: Transaction,
  type: PublishedType,
  { document, day, dossier, before, within, onPaper }: DocumentToCheck,
): Promise<Data> {
  const { phone } = type.definition.roles;
  const isWaived = ({ at, code }: FieldError) => onPaper === true && at === phone && code === 'required';
  const checked = checkedForm(type.form, document, namedValues(type.definition, day), isWaived);
  await requireFiles(transaction, filesNamed(type.form, checked), dossier);
  if (before) requireSamePlace(type, checked, before);
  else await requirePlace(transaction, type, checked, day);
  if (within !== undefined) requireWithin(type, checked, within);
  return checked;
}

/** A step's form as the person filled it in, where the step has one and the outcome needs it. */
export function checkedEntry(
  { loaded, chain, type }: Setting,
  input: CommandInput & { type: 'decide' },
): CheckedEntry | undefined {
  const asked = taskAt(loaded.state, input.task);
  const step = asked && reviewOf(chain, asked.place.step);
  const outcome = step?.outcomes.find(({ key }) => key === input.outcome);
  const form = step?.form === undefined ? undefined : type.stepForms[step.form];
  const isWanted = outcome !== undefined && outcome.act !== 'return' && !outcome.skipsForm;
  if (!asked || !step || !form || !isWanted || !input.entry) return undefined;
  const named = { ...namedValues(type.definition, dayOf(loaded.now)), dossier: loaded.document };
  const entry = checkedForm(form, input.entry, named);
  return {
    row: { ...keep(entry), formId: form.pin.id, step: step.key, taskKey: input.task },
    amount: amountIn(step, entry),
    number: numberOf(step, entry, asked.task.unit),
  };
}

interface CheckedEntry {
  readonly row: KeptRow & { readonly formId: string; readonly step: string; readonly taskKey: string };
  readonly amount?: number;
  readonly number?: PaperNumber;
}

/** What is known at the counter: each answer right in itself, and nothing missed. */
export async function knownDocument(
  transaction: Transaction,
  type: PublishedType,
  { document, day }: Pick<DocumentToCheck, 'document' | 'day'>,
): Promise<Data> {
  const isMissing = ({ at }: FieldError) => valueAt(document, at) === undefined;
  const checked = checkedForm(type.form, document, namedValues(type.definition, day), isMissing);
  await requirePlace(transaction, type, checked, day);
  return checked;
}

function checkedForm(
  form: PublishedForm,
  given: Data,
  named: Data,
  isWaived: (error: FieldError) => boolean = () => false,
): Data {
  const strange = unwantedCharacters(given);
  if (strange.length > 0) throw invalid(strange.map((at) => ({ at, code: 'characters' })));
  const { document, errors: found } = checkDocument(form.plan, form.check, tidied(given), named);
  const errors = found.filter((error) => !isWaived(error));
  if (errors.length > 0) throw invalid(errors);
  return document;
}

function invalid(errors: readonly FieldError[]): Problem {
  const told = errors.map((error) => ({
    at: error.at,
    code: error.code,
    message: { vi: sentenceOf(error, 'vi'), en: sentenceOf(error, 'en') },
  }));
  return new Problem('form-invalid', { errors: told });
}

function filesNamed({ plan }: PublishedForm, document: Data): readonly string[] {
  const photos = plan.fields.filter((field): field is PlanField => field.widget === 'photos');
  return photos.flatMap(({ pointer }) => (valueAt(document, pointer) as string[] | undefined) ?? []);
}

/** Every photo that the form names was uploaded for this very dossier. */
async function requireFiles(transaction: Transaction, files: readonly string[], dossier: string): Promise<void> {
  if (files.length === 0) return;
  const found = await transaction.query<{ attachment_id: string }>(
    'SELECT attachment_id FROM attachment WHERE dossier_id = $1 AND attachment_id = ANY ($2)',
    [dossier, files],
  );
  if (found.length < new Set(files).size) throw new Problem('file-missing');
}

/** The commune and village that the applicant chose are in force today. */
async function requirePlace(
  transaction: Transaction,
  { definition }: PublishedType,
  document: Data,
  day: Day,
): Promise<void> {
  const { commune, village } = definition.roles;
  const villages = await villagesOf(transaction, textAt(document, commune), day);
  const chosen = village === undefined ? undefined : textAt(document, village);
  if (chosen !== undefined && !villages.some((each) => each.village === chosen)) throw new Problem('unknown-place');
}

/** Offices have dealt with the dossier because of its place: another place is another request. */
function requireSamePlace({ definition: { roles } }: PublishedType, document: Data, before: Data): void {
  const places = [roles.commune, roles.village].filter((pointer) => pointer !== undefined);
  const moved = places.filter((pointer) => textAt(document, pointer) !== textAt(before, pointer));
  if (moved.length > 0) throw invalid(moved.map((at) => ({ at, code: 'place-fixed' })));
}

/** Whoever receives it is in charge of this commune; the form was handed in for another one. */
function requireWithin({ definition: { roles } }: PublishedType, document: Data, commune: string): void {
  if (textAt(document, roles.commune) !== commune) throw invalid([{ at: roles.commune, code: 'choice' }]);
}

export function textAt(document: Data, pointer: Pointer): string {
  const value = valueAt(document, pointer);
  return typeof value === 'string' ? value : '';
}

/** The amount that a step's form names, in đồng, where it names one. */
export function amountIn(step: ReviewStep | undefined, entry: Data): number | undefined {
  const amount = step?.amount === undefined ? undefined : valueAt(entry, step.amount);
  return typeof amount === 'number' ? amount : undefined;
}

/** The number that this step gives to a paper, as the archivist typed it. */
function numberOf({ numbers }: ReviewStep, entry: Data, unit: string): PaperNumber | undefined {
  if (!numbers) return undefined;
  const number = inTwoDigits(textAt(entry, numbers.number));
  const issuedOn = textAt(entry, numbers.issuedOn);
  return {
    unit_id: unit,
    number,
    issued_on: issuedOn,
    kind: numbers.paper,
    register: number.slice(number.indexOf('/') + 1),
    year: Number(issuedOn.slice(0, 4)),
  };
}

/** One number has one spelling: below ten it has a nought before it (NĐ 30/2020/NĐ-CP, Phụ lục I). */
function inTwoDigits(number: string): string {
  return number.replace(/^\d+/, (digits) => String(Number(digits)).padStart(2, '0'));
}
