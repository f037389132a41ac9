import { decide, type DossierState, type Pin, supplementUntil, taskAt } from '@trinhduyet/approval';
import { dayOf, officeInstant, promisedDay } from '@trinhduyet/calendar';
import type { LadderUnit } from '@trinhduyet/directory';
import { type Data, type PlanField, valueAt } from '@trinhduyet/form';
import type { Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import { dossierCode, type DrawnTable, type LocalText, type PaperValues } from '@trinhduyet/programme';
import type { PublishedType } from '@trinhduyet/request-types';
import { formatDay, formatInstant, formatPromise } from '@trinhduyet/text';
import { textAt } from './documents';
import type { CommandInput, SupplementItem } from './input';
import { keep, NOTHING, reasonNote, reference } from './kept';
import { commonValues, type PaperFacts, paperFacts, paperRow, type PaperRow, ofOffice, spoken } from './papers';
import type { Prepared, Setting } from './prepare';
import { findWay } from './way';

/** Reception: the statutory code with its day, the versions and the ladder in force on it, and form 01. */
export async function prepareReception(setting: Setting, task: string): Promise<Prepared> {
  const { transaction, types, calendar, loaded } = setting;
  if (!mayReceive(setting, task)) return { command: { type: 'receive', task, paper: NOTHING }, rows: {} };
  if (textAt(loaded.document, setting.type.definition.roles.commune) !== loaded.row.communeId)
    throw new Problem('place-differs');
  const receivedAt = officeInstant(calendar, loaded.now);
  const day = dayOf(receivedAt);
  const type = await types.keyOn(transaction, loaded.fixed.requestType, day);
  const way = await findWay(transaction, type, { commune: loaded.row.communeId, day });
  if (!way) return { command: { type: 'receive', task, paper: NOTHING }, rows: {} };
  const { chain, pin } = way.chain;
  const receiver = await unitOf(transaction, loaded.row.receptionUnitId);
  const code = dossierCode(receiver.symbol, day, await nextSerial(transaction, receiver.unit, day));
  const { workingDays } = chain.promise;
  const promisedOn = promisedDay(calendar, day, workingDays, []) ?? day;
  const paper = await oneStopPaper({ ...setting, type }, task, {
    key: 'form-01',
    code,
    rows: papersHandedIn(type, loaded),
    values: {
      workingDays: String(workingDays),
      receivedAt: { vi: formatInstant(receivedAt), en: formatInstant(receivedAt, 'en') },
      promisedOn: promise(promisedOn),
      handOver: handOverOf(type, loaded.document),
    },
  });
  const pins = { requestType: type.pin, form: type.form.pin, chain: pin };
  return {
    command: { type: 'receive', task, paper: reference(paper) },
    rows: { paper },
    chain,
    context: {
      offer: { code, pins, chain, ladder: rungs(way.ladder), competentUnit: loaded.row.communeId },
    },
  };
}

/** Asked before a serial is taken: a command that is refused must not use one up. */
function mayReceive({ chain, loaded, actor, seen, calendar }: Setting, task: string): boolean {
  const offer = {
    code: '',
    pins: { requestType: NO_PIN, form: NO_PIN, chain: NO_PIN },
    chain,
    ladder: [],
    competentUnit: '',
  };
  return decide(
    chain,
    loaded.state,
    { type: 'receive', task, paper: NOTHING },
    { at: loaded.now, actor, calendar, seen, offer },
  ).ok;
}
const NO_PIN: Pin = { id: '', sha256: '' };

export async function prepareReceptionRefusal(
  setting: Setting,
  input: CommandInput & { type: 'refuseReception' },
): Promise<Prepared> {
  const { task, reason } = input;
  const note = reasonNote(input.note);
  const paper = await oneStopPaper(setting, task, { key: 'form-03', values: { reason: input.note } });
  return { command: { type: 'refuseReception', task, reason, note: reference(note) }, rows: { notes: [note], paper } };
}

/** One request with everything in it, on form 02. */
export async function prepareSupplementRequest(
  setting: Setting,
  input: CommandInput & { type: 'askSupplement' },
): Promise<Prepared> {
  const { type, chain, calendar, loaded } = setting;
  const { task, items } = input;
  const until = input.until ?? supplementUntil(chain, calendar, loaded.now);
  const note = { ...keep({ items, until }), kind: 'supplement' as const };
  const listed = items.map((item, index) => `${index + 1}. ${itemText(type, item)}`).join('\n');
  const paper = await oneStopPaper(setting, task, {
    key: 'form-02',
    values: { items: listed, until: formatDay(until) },
  });
  return {
    command: { type: 'askSupplement', task, items: items.length, note: reference(note), until },
    rows: { notes: [note], paper },
  };
}

function itemText({ form }: PublishedType, { field, reason }: SupplementItem): string {
  const planned = form.plan.fields.find(({ pointer }) => pointer === field);
  return planned && planned.widget !== 'group' ? `${planned.title.vi}: ${reason}` : reason;
}

/** Another promised day, with an apology: form 04 of the regulation in force when the dossier was received. */
export async function prepareExtension(
  setting: Setting,
  { task, promisedOn, note: reason }: CommandInput & { type: 'extend' },
): Promise<Prepared> {
  const { state } = setting.loaded;
  const reception = state.status === 'open' ? state.reception : undefined;
  const note = reasonNote(reason);
  const values = {
    reason,
    receivedOn: reception && formatDay(reception.on),
    promisedBefore: reception?.promisedOn === undefined ? undefined : promise(reception.promisedOn),
    promisedOn: promise(promisedOn),
  };
  const paper = await oneStopPaper(setting, task, { key: 'form-04', values });
  return {
    command: { type: 'extend', task, promisedOn, note: reference(note), paper: reference(paper) },
    rows: { notes: [note], paper },
  };
}

interface FormAsked {
  readonly key: string;
  readonly values: PaperValues;
  readonly code?: string;
  readonly rows?: DrawnTable['rows'];
}

/** A form of the one-stop shop, by whoever acts: in the version of the day of reception, before that of today. */
async function oneStopPaper(
  { transaction, types, type, calendar, loaded, actor, publicUrl }: Setting,
  task: string,
  { key, values, code, rows }: FormAsked,
): Promise<PaperRow> {
  const { state, row, document } = loaded;
  const on = dayOf(officeInstant(calendar, loaded.now));
  const forms = await types.oneStopOn(transaction, receivedOn(state) ?? on);
  const template = forms?.papers.find((each) => each.key === key);
  if (!forms || !template) throw new Error(`No regulation in force has the one-stop paper ${key}.`);
  const asked = taskAt(state, task)?.task;
  const unit = asked?.unit ?? row.receptionUnitId;
  const signer = asked && actor.kind === 'official' ? { account: actor.account, post: asked.post } : undefined;
  const facts = await paperFacts(transaction, { type, document, unit, signer });
  return paperRow(loaded, publicUrl, {
    kind: key,
    template,
    facts,
    on: dayOf(loaded.now),
    unitId: unit,
    issuer: ofOffice(facts),
    final: true,
    regulation: forms.regulation,
    code,
    rows,
    values: { ...commonValues(type, document, facts), unit: officeOf(facts), code: code ?? codeOf(state), ...values },
  });
}

const receivedOn = (state: DossierState) => (state.status === 'open' ? state.reception?.on : undefined);
const codeOf = (state: DossierState) => (state.status === 'open' ? state.reception?.code : undefined);

function officeOf({ office, duty, unit }: PaperFacts): string {
  return spoken(office === null || duty === 'leader' ? 'Ủy ban nhân dân' : office, unit);
}

const promise = (day: string) => ({ vi: formatPromise(day), en: formatPromise(day, 'en') });

interface HandedIn {
  readonly title: LocalText;
  readonly kind: LocalText;
  readonly count: number;
}

/** What came in, one line a kind of paper: ticked at the counter, or the electronic form and its files. */
function papersHandedIn(type: PublishedType, { state, document }: Setting['loaded']): DrawnTable['rows'] {
  const counter = state.status === 'open' ? state.submission.counter : undefined;
  const papers = counter ? tickedPapers(type, counter.papers) : electronicPapers(type, document);
  return papers.map(({ title, kind, count }, index) => [same(String(index + 1)), title, kind, same(String(count))]);
}

const PAPER_KINDS: Readonly<Record<PublishedType['checklist'][number]['kind'], LocalText>> = {
  original: { vi: 'Bản chính', en: 'Original' },
  copy: { vi: 'Bản sao', en: 'Copy' },
  form: { vi: 'Đơn giấy', en: 'Paper form' },
};
const ELECTRONIC: LocalText = { vi: 'Bản điện tử', en: 'Electronic' };

function tickedPapers({ checklist }: PublishedType, ticked: readonly string[]): readonly HandedIn[] {
  return checklist
    .filter(({ key }) => ticked.includes(key))
    .map(({ title, kind, copies = 1 }) => ({ title, kind: PAPER_KINDS[kind], count: copies }));
}

/** The form itself first. */
function electronicPapers({ form }: PublishedType, document: Data): readonly HandedIn[] {
  const files = fieldsOf(form, 'photos').flatMap(({ title, pointer }) => {
    const count = (valueAt(document, pointer) as unknown[] | undefined)?.length ?? 0;
    return count === 0 ? [] : [{ title, count }];
  });
  return [{ title: form.plan.title, count: 1 }, ...files].map((paper) => ({ ...paper, kind: ELECTRONIC }));
}

const same = (text: string): LocalText => ({ vi: text, en: text });

function fieldsOf({ plan }: PublishedType['form'], widget: string): readonly PlanField[] {
  return plan.fields.filter((field): field is PlanField => field.widget === widget);
}

/** How the applicant wants the result, in the words of the form. */
function handOverOf({ form, definition }: PublishedType, document: Data): LocalText | undefined {
  const { receiveBy } = definition.roles;
  if (receiveBy === undefined) return undefined;
  const chosen = valueAt(document, receiveBy);
  const field = form.plan.fields.find(({ pointer }) => pointer === receiveBy);
  return field && 'choices' in field ? field.choices?.find(({ value }) => value === chosen)?.title : undefined;
}

async function unitOf(transaction: Transaction, unit: string): Promise<LadderUnit> {
  const row = await transaction.one<LadderUnit>(
    'SELECT unit_id AS unit, tier, name, symbol, training FROM unit WHERE unit_id = $1',
    [unit],
  );
  if (!row) throw new Error(`There is no unit ${unit}.`);
  return row;
}

/** The next serial of a unit on a day: a row of its own, locked last; never the highest code plus one. */
async function nextSerial(transaction: Transaction, unit: string, day: string): Promise<number> {
  const row = await transaction.one<{ last: number }>(
    `INSERT INTO number_register (unit_id, register, period, last) VALUES ($1, 'dossier', $2, 1)
     ON CONFLICT (unit_id, register, period) DO UPDATE SET last = number_register.last + 1 RETURNING last`,
    [unit, day],
  );
  return row?.last ?? 1;
}

function rungs(ladder: readonly LadderUnit[]) {
  return ladder.map(({ tier, unit }) => ({ tier, unit }));
}
