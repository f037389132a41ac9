import { decide, type Kept, type Pin, supplementUntil } from '@trinhduyet/approval';
import { dayOf, officeInstant, promisedDay } from '@trinhduyet/calendar';
import { ladderOn, type LadderUnit } from '@trinhduyet/directory';
import { type Data, valueAt } from '@trinhduyet/form';
import { isLadderOf } from '@trinhduyet/org';
import type { Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import { dossierCode, drawUp, type LocalText, type PaperValues } from '@trinhduyet/programme';
import type { PublishedType } from '@trinhduyet/request-types';
import { formatDay, formatInstant, formatPromise } from '@trinhduyet/text';
import { textAt } from './documents';
import type { CommandInput, SupplementItem } from './input';
import { keep, type KeptRow, reference } from './kept';
import type { Prepared, Setting } from './prepare';
import type { Rows } from './record';

/** Reception: the statutory code with its day, the versions and the ladder in force on it, and form 01. */
export async function prepareReception(setting: Setting, task: string): Promise<Prepared> {
  const { transaction, types, calendar, loaded } = setting;
  if (!mayReceive(setting, task)) return { command: { type: 'receive', task, paper: NOTHING }, rows: {} };
  if (textAt(loaded.document, setting.type.definition.roles.commune) !== loaded.row.communeId)
    throw new Problem('place-differs');
  const receivedAt = officeInstant(calendar, loaded.now);
  const day = dayOf(receivedAt);
  const type = await types.keyOn(transaction, loaded.fixed.requestType, day);
  const ladder = await ladderOn(transaction, loaded.row.communeId, day);
  const published = ladder && type.chains.find(({ chain }) => isLadderOf(chain.ladder, ladder));
  if (!published || !ladder) return { command: { type: 'receive', task, paper: NOTHING }, rows: {} };
  const receiver = await receivingUnit(transaction, loaded.row.receptionUnitId);
  const code = dossierCode(receiver.symbol, day, await nextSerial(transaction, receiver.unit, day));
  const { workingDays } = published.chain.promise;
  const promisedOn = promisedDay(calendar, day, workingDays, []) ?? day;
  const values = {
    ...(await commonValues(transaction, type, loaded.document)),
    code,
    unit: receiver.name,
    workingDays: String(workingDays),
    papers: papersOf(type, loaded),
    receivedAt: { vi: formatInstant(receivedAt), en: formatInstant(receivedAt, 'en') },
    promisedOn: { vi: formatPromise(promisedOn), en: formatPromise(promisedOn, 'en') },
  };
  const paper = await oneStopPaper(setting, 'form-01', values, loaded.document);
  const pins = { requestType: type.pin, form: type.form.pin, chain: published.pin };
  return {
    command: { type: 'receive', task, paper: reference(paper) },
    rows: { paper },
    chain: published.chain,
    context: {
      offer: { code, pins, chain: published.chain, ladder: rungs(ladder), competentUnit: loaded.row.communeId },
    },
  };
}

const NOTHING: Kept = { id: '', digest: '' };

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
  const { transaction, type, loaded } = setting;
  const note = { ...keep(input.note), kind: 'reason' as const };
  const receiver = await receivingUnit(transaction, loaded.row.receptionUnitId);
  const values = {
    ...(await commonValues(transaction, type, loaded.document)),
    unit: receiver.name,
    reason: input.note,
  };
  const paper = await oneStopPaper(setting, 'form-03', values, loaded.document);
  const { task, reason } = input;
  return { command: { type: 'refuseReception', task, reason, note: reference(note) }, rows: { notes: [note], paper } };
}

/** One request with everything in it, on form 02. */
export async function prepareSupplementRequest(
  setting: Setting,
  input: CommandInput & { type: 'askSupplement' },
): Promise<Prepared> {
  const { transaction, type, chain, calendar, loaded } = setting;
  const until = input.until ?? supplementUntil(chain, calendar, loaded.now);
  const note = { ...keep({ items: input.items, until }), kind: 'supplement' as const };
  const values = {
    ...(await commonValues(transaction, type, loaded.document)),
    items: input.items.map((item, index) => `${index + 1}. ${itemText(type, item)}`).join('\n'),
    until: formatDay(until),
  };
  const paper = await oneStopPaper(setting, 'form-02', values, loaded.document);
  const { task, items } = input;
  return {
    command: { type: 'askSupplement', task, items: items.length, note: reference(note), until },
    rows: { notes: [note], paper },
  };
}

function itemText({ form }: PublishedType, { field, reason }: SupplementItem): string {
  const planned = form.plan.fields.find(({ pointer }) => pointer === field);
  return planned && planned.widget !== 'group' ? `${planned.title.vi}: ${reason}` : reason;
}

type PaperRow = NonNullable<Rows['paper']> & KeptRow;

async function oneStopPaper(
  { transaction, types, calendar, loaded }: Setting,
  key: string,
  values: PaperValues,
  document: Data,
): Promise<PaperRow> {
  const forms = await types.oneStopOn(transaction, dayOf(officeInstant(calendar, loaded.now)));
  const template = forms?.papers.find((each) => each.key === key);
  if (!forms || !template) throw new Error(`No regulation in force has the one-stop paper ${key}.`);
  const drawn = drawUp(template, values, document);
  return { ...keep(drawn), kind: key, regulation: forms.regulation, unitId: loaded.row.receptionUnitId };
}

/** What most papers say of the person: name, place and telephone. */
export async function commonValues(
  transaction: Transaction,
  { definition }: PublishedType,
  document: Data,
): Promise<PaperValues> {
  const { commune, village, name, phone, sex } = definition.roles;
  const place = await transaction.one<{ place: string }>(
    `SELECT concat_ws(', ', (SELECT name FROM village WHERE village_id = $2), (SELECT string_agg(a.name, ', ' ORDER BY nlevel(a.path) DESC)
       FROM unit u JOIN unit a ON a.path @> u.path WHERE u.unit_id = $1)) AS place`,
    [textAt(document, commune), village === undefined ? '' : textAt(document, village)],
  );
  const isWoman = sex !== undefined && valueAt(document, sex) === 'F';
  return {
    name: textAt(document, name),
    phone: textAt(document, phone) || undefined,
    place: place?.place,
    requestType: definition.title,
    salutation: { vi: isWoman ? 'bà' : 'ông', en: '' },
  };
}

/** What was handed over: the papers ticked at the counter, or the electronic form with its files. */
function papersOf(type: PublishedType, { state, document }: Setting['loaded']): LocalText {
  const counter = state.status === 'open' ? state.submission.counter : undefined;
  if (!counter) {
    const files = countFiles(type, document);
    return {
      vi: `01 đơn điện tử và ${files} tệp ảnh, giấy tờ kèm theo`,
      en: `01 electronic form and ${files} photos or papers`,
    };
  }
  const papers = type.checklist.filter(({ key }) => counter.papers.includes(key));
  const listed = (language: 'vi' | 'en') =>
    papers.map((paper, index) => `\n${index + 1}. ${paper.title[language]}: ${paperCount(paper, language)}`).join('');
  return papers.length === 0 ? { vi: 'chưa có giấy tờ', en: 'no papers' } : { vi: listed('vi'), en: listed('en') };
}

function paperCount({ kind, copies = 1 }: PublishedType['checklist'][number], language: 'vi' | 'en'): string {
  const names = {
    original: { vi: 'bản chính', en: 'original' },
    copy: { vi: 'bản sao', en: 'copy' },
    form: { vi: 'bản', en: 'form' },
  };
  return `${String(copies).padStart(2, '0')} ${names[kind][language]}`;
}

function countFiles({ form }: PublishedType, document: Data): number {
  const photos = form.plan.fields.filter(({ widget }) => widget === 'photos');
  return photos.reduce(
    (count, { pointer }) => count + ((valueAt(document, pointer) as unknown[] | undefined)?.length ?? 0),
    0,
  );
}

async function receivingUnit(transaction: Transaction, unit: string): Promise<LadderUnit> {
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
