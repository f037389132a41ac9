import type { Press } from '@trinhduyet/papers';
import { renderPaper } from '@trinhduyet/papers/render';
import type { DoorActor } from '@trinhduyet/persistence';
import type { DrawnPaper } from '@trinhduyet/programme';
import { FileStore } from '@trinhduyet/storage';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archivesOf, nextNumber, numberBlocks, PaperFiles, paperPage, PaperQueue, reserveNumbers } from './index';
import {
  APPRAISAL,
  DECISION,
  MEETING,
  numbering,
  PEOPLE,
  PUBLIC_URL,
  SURVEY,
  THREE_TIER,
  TWO_TIER,
  type Who,
  World,
} from './testing';

let world: World;
let folder: string;
let store: FileStore;
beforeAll(async () => {
  world = await World.create();
});
afterAll(() => world.end());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'td-papers-'));
  store = new FileStore(folder);
  await world.clock('2026-03-16');
});
afterEach(() => rm(folder, { recursive: true }));

interface Stored {
  readonly id: string;
  readonly kind: string;
  readonly regulation: string | null;
  readonly content: DrawnPaper;
}
async function papersOf(dossier: string): Promise<readonly Stored[]> {
  return world.database.query<Stored & object>(
    'SELECT paper_id AS id, kind, regulation, content FROM paper WHERE dossier_id = $1 ORDER BY paper_id',
    [dossier],
  );
}
async function paperOf(dossier: string, kind: string): Promise<Stored> {
  const found = (await papersOf(dossier)).filter((paper) => paper.kind === kind).at(-1);
  if (!found) throw new Error(`The dossier has no paper ${kind}.`);
  return found;
}

const press: Press = { print: renderPaper, end: () => Promise.resolve() };
const lost: string[] = [];
function filesBy(door: typeof world.app, made: Press = press): PaperFiles {
  return new PaperFiles({ door, store, press: made, differs: ({ paper }) => void lost.push(paper) });
}
const asPerson = (who: Who, dossier: string) => ({ kind: 'account', account: PEOPLE[who], dossier }) as const;
const asSystem = (dossier: string): DoorActor & { dossier: string } => ({ kind: 'system', dossier });
const madeOf = (dossier: string) =>
  world.database.query<{ paper_id: string; sha256: string | null }>(
    'SELECT paper_id, sha256 FROM paper_file WHERE dossier_id = $1',
    [dossier],
  );

async function numbered(number: string): Promise<string> {
  const dossier = await world.atSurvey();
  await world.decide('specialist', dossier, 'propose', SURVEY);
  await world.decide('chair', dossier, 'approve', DECISION);
  await world.decide('archivist', dossier, 'issue', numbering(number));
  return dossier;
}

describe('what a paper says is fixed by the act that it tells of', () => {
  it('a receipt: what came in, by whom it was received, and where the dossier may be followed', async () => {
    const dossier = await world.received();
    const { content, regulation } = await paperOf(dossier, 'form-01');

    expect(regulation).toBe('Thông tư 03/2025/TT-VPCP');
    expect(content.issuer).toEqual({
      above: 'ỦY BAN NHÂN DÂN XÃ MỸ TÚ',
      name: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    });
    expect(content).toMatchObject({ place: 'Mỹ Tú', on: '2026-03-16', training: false });
    expect(content.signature).toMatchObject({ lines: ['NGƯỜI TIẾP NHẬN HỒ SƠ'], name: expect.stringMatching(/./) });
    expect(content.table?.rows.map((row) => row.map(({ vi }) => vi))).toEqual([
      ['1', expect.stringMatching(/./), 'Bản điện tử', '1'],
      ['2', expect.stringMatching(/[Ảả]nh/), 'Bản điện tử', '2'],
    ]);
    expect(content.paragraphs.at(-1)?.vi).toBe('Đăng ký nhận kết quả: Qua trưởng thôn');
    expect(content.lookUp).toMatch(new RegExp(`^${PUBLIC_URL}/look-up\\?code=[0-9A-Z]{3}-[0-9A-Z]{3}$`));
  });

  it('a decision: signed as the post of who decided has it, headed by the committee', async () => {
    const { content } = await paperOf(await numbered('61'), 'decision');

    expect(content.issuer).toEqual({
      above: 'ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ',
      name: 'ỦY BAN NHÂN DÂN XÃ MỸ TÚ',
    });
    expect(content.signature.lines).toEqual(['CHỦ TỊCH']);
    expect(content.authority?.vi).toBe('CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MỸ TÚ');
  });

  it('a submission from tier to tier, by deputies for their chair, kept from the applicant', async () => {
    const dossier = await world.atSurvey('three-tier');
    await world.decide('specialist', dossier, 'propose', SURVEY);
    await world.decide('chair', dossier, 'forward');
    await world.decide('districtSpecialist', dossier, 'propose', { ...APPRAISAL, proposedAmount: 35_000_000 });
    await world.decide('districtLeader', dossier, 'forward');
    const [commune, district] = (await papersOf(dossier)).filter(({ kind }) => kind === 'to-trinh');

    expect(commune?.content.signature.lines).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
    expect(commune?.content.paragraphs[1]?.vi).toContain('40.000.000 đồng (Bốn mươi triệu đồng)');
    expect(district?.content.signature.lines).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
    expect(district?.content.paragraphs[1]?.vi).toContain('35.000.000 đồng');
    expect(district?.content).toMatchObject({ training: true, symbol: 'TTr-UBND' });
    const [event] = await world.database.query<{ paper: { id: string } }>(
      `SELECT data -> 'paper' AS paper FROM event WHERE dossier_id = $1 AND data ->> 'act' = 'forward' ORDER BY sequence`,
      [dossier],
    );
    expect(event?.paper.id).toBe(commune?.id);
  });
});

describe('an extension', () => {
  const extend = (dossier: string, who: Who, promisedOn: string, task: string) =>
    world.give(who, dossier, { type: 'extend', task, promisedOn, note: 'Mưa lũ, chưa khảo sát được.' });

  it('moves the promised day, apologises on form 04, and tells the applicant', async () => {
    const dossier = await world.atSurvey();
    const task = await world.task(dossier);
    await extend(dossier, 'specialist', '2026-04-16', task);
    const { content } = await paperOf(dossier, 'form-04');
    const told = await world.database.query(`SELECT FROM outbox WHERE dossier_id = $1 AND kind = 'extended'`, [
      dossier,
    ]);
    const [line] = await world.database.query<{ promised_on: string }>(
      'SELECT promised_on FROM task WHERE dossier_id = $1',
      [dossier],
    );

    expect((await world.open(dossier)).reception).toMatchObject({
      promisedOn: '2026-04-16',
      extension: { from: '2026-04-09', workingDays: 5 },
    });
    expect(content.title.vi).toBe('VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT');
    const words = content.paragraphs.map(({ vi }) => vi).join(' ');
    for (const part of ['thứ Năm, 09/04/2026', 'thứ Năm, 16/04/2026', 'Mưa lũ, chưa khảo sát được.'])
      expect(words).toContain(part);
    expect(content.issuer.name).toBe('PHÒNG KINH TẾ');
    expect(told).toHaveLength(1);
    expect(line?.promised_on).toBe('2026-04-16');
  });

  it('is refused a second time, and on the promised day, and says why', async () => {
    const dossier = await world.atSurvey();
    const task = await world.task(dossier);
    await extend(dossier, 'specialist', '2026-04-16', task);
    await expect(extend(dossier, 'specialist', '2026-04-20', task)).rejects.toMatchObject({ code: 'already-extended' });

    const late = await world.atSurvey();
    await world.clock('2026-04-09');
    await expect(extend(late, 'specialist', '2026-04-16', await world.task(late))).rejects.toMatchObject({
      code: 'too-late-to-extend',
    });
  });

  it('follows the regulation of the reception day', async () => {
    await world.clock('2025-08-04');
    const dossier = await world.submitted();
    await world.give('clerk', dossier, { type: 'receive', task: await world.task(dossier) });
    await world.carry(dossier);
    await world.decide('villageHead', dossier, 'propose', { ...MEETING, meetingDate: '2025-08-04' });
    await world.clock('2025-08-11');
    await world.decide('villageHead', dossier, 'no-objection', { places: ['VILLAGE_HOUSE'], objections: 0 });
    await extend(dossier, 'specialist', '2025-10-01', await world.task(dossier));

    expect(await paperOf(dossier, 'form-04')).toMatchObject({
      regulation: 'Thông tư 01/2018/TT-VPCP',
      content: { title: { vi: 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ' } },
    });
  });
});

describe('the file of a paper', () => {
  it('is made by the first download and is the same ever after', async () => {
    const dossier = await world.received();
    const { id } = await paperOf(dossier, 'form-01');
    const first = await filesBy(world.app).of(asPerson('applicant', dossier), id);
    const again = await filesBy(world.app, { ...press, print: () => Promise.reject(new Error('twice')) }).of(
      asPerson('clerk', dossier),
      id,
    );

    expect(first.content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(again.content.equals(first.content)).toBe(true);
    expect(first.name).toMatch(/^H92-31567-260316-\d{4}-form-01$/);
    expect(await madeOf(dossier)).toEqual([{ paper_id: id, sha256: first.sha256 }]);
  });

  it('is one also when two make it at once', async () => {
    const dossier = await world.received();
    const { id } = await paperOf(dossier, 'form-01');
    const made = await Promise.all([
      filesBy(world.app).of(asPerson('applicant', dossier), id),
      filesBy(world.worker).of(asSystem(dossier), id),
      filesBy(world.app).of(asPerson('clerk', dossier), id),
    ]);

    expect(new Set(made.map(({ sha256 }) => sha256)).size).toBe(1);
    expect((await readdir(folder, { recursive: true })).filter((name) => name.length > 2)).toHaveLength(1);
  });

  it('is not to be had before the paper is numbered, and then has its number', async () => {
    const dossier = await world.atSurvey();
    await world.decide('specialist', dossier, 'propose', SURVEY);
    await world.decide('chair', dossier, 'approve', DECISION);
    const { id } = await paperOf(dossier, 'decision');
    await expect(filesBy(world.app).of(asPerson('chair', dossier), id)).rejects.toMatchObject({
      code: 'paper-not-issued',
    });

    await world.decide('archivist', dossier, 'issue', numbering('62'));

    expect((await filesBy(world.app).of(asPerson('applicant', dossier), id)).content.length).toBeGreaterThan(10_000);
    const [row] = await world.database.query('SELECT number, issued_on FROM paper_file WHERE paper_id = $1', [id]);
    expect(row).toEqual({ number: '62/QĐ-UBND', issued_on: '2026-03-25' });
  });

  it('is nobody’s who may not read the dossier', async () => {
    const dossier = await world.received();
    const { id } = await paperOf(dossier, 'form-01');

    for (const who of ['stranger', 'outsider'] as const)
      await expect(filesBy(world.app).of(asPerson(who, dossier), id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is made again when it was lost or damaged, with the same digest', async () => {
    const dossier = await world.received();
    const { id } = await paperOf(dossier, 'form-01');
    const files = filesBy(world.app);
    const first = await files.of(asPerson('applicant', dossier), id);
    const [name = ''] = (await readdir(folder, { recursive: true })).filter((each) => each.length > 2);

    await rm(join(folder, name));
    expect((await files.of(asPerson('applicant', dossier), id)).sha256).toBe(first.sha256);
    await writeFile(join(folder, name), 'something else');
    expect((await files.of(asPerson('applicant', dossier), id)).content.equals(first.content)).toBe(true);
    expect(lost).toEqual([]);
  });

  it('is never replaced by another: that is said aloud instead', async () => {
    const dossier = await world.received();
    const { id } = await paperOf(dossier, 'form-01');
    await filesBy(world.app).of(asPerson('applicant', dossier), id);
    const [name = ''] = (await readdir(folder, { recursive: true })).filter((each) => each.length > 2);
    await rm(join(folder, name));
    const other = filesBy(world.app, { ...press, print: () => Promise.resolve(Buffer.from('another press')) });

    await expect(other.of(asPerson('applicant', dossier), id)).rejects.toMatchObject({ code: 'paper-differs' });
    expect(lost).toEqual([id]);
    expect((await readdir(folder, { recursive: true })).filter((each) => each.length > 2)).toEqual([]);
  });
});

describe('a paper of release 0.1.0, which kept no more than its words', () => {
  /** As that release had it: without the parts that papers keep today, and without a file. */
  async function aged(dossier: string, kind: string): Promise<string> {
    const { id } = await paperOf(dossier, kind);
    await world.database.query(
      `UPDATE paper SET content = (SELECT jsonb_object_agg(key, value) FROM jsonb_each(content)
         WHERE key IN ('key', 'number', 'symbol', 'title', 'subject', 'paragraphs'))
         || '{"signer": {"vi": "CHỦ TỊCH", "en": "CHAIR"}}' WHERE paper_id = $1`,
      [id],
    );
    await world.database.query('DELETE FROM paper_file WHERE paper_id = $1', [id]);
    return id;
  }

  it('is read on screen and as a file, with its number and with whose paper it is', async () => {
    const dossier = await numbered('63');
    const [decision, receipt] = [await aged(dossier, 'decision'), await aged(dossier, 'form-01')];
    const { source } = world.database;
    await source.migrations
      .find((each) => each.constructor.name.startsWith('EarlierPapers'))
      ?.up(source.createQueryRunner());

    const page = await world.app.asActor(asPerson('applicant', dossier), (transaction) =>
      paperPage(transaction, dossier, decision),
    );

    expect(page).toMatchObject({ issued: true, number: '63/QĐ-UBND', issuedOn: '2026-03-25' });
    expect(page.content).toMatchObject({
      issuer: { above: 'ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ', name: 'ỦY BAN NHÂN DÂN XÃ MỸ TÚ' },
      place: 'Mỹ Tú',
      signature: { lines: ['CHỦ TỊCH'], name: '' },
      code: expect.stringMatching(/^H92/) as string,
    });
    for (const id of [decision, receipt])
      expect((await filesBy(world.app).of(asPerson('applicant', dossier), id)).content.length).toBeGreaterThan(10_000);
  });
});

describe('the queue of papers', () => {
  const fail = (error: unknown) => {
    throw error;
  };
  const queue = (made?: Press, failed: (error: unknown) => void = fail) =>
    new PaperQueue(world.worker, filesBy(world.worker, made), failed);
  const noWakes = () => world.database.query('UPDATE wake SET told = sequence');
  const emptied = async () => {
    await noWakes();
    await world.database.query(`UPDATE paper_file SET not_before = 'infinity' WHERE made_at IS NULL`);
  };

  it('makes what nobody has asked for, once, however many workers there are', async () => {
    await emptied();
    const dossiers = [await world.received(), await world.received(), await world.received()];
    await noWakes();
    let printed = 0;
    const counting: Press = { ...press, print: (paper) => ((printed += 1), renderPaper(paper)) };

    const made = await Promise.all([queue(counting).make(10), queue(counting).make(10)]);

    expect(made[0] + made[1]).toBe(3);
    expect(printed).toBe(3);
    for (const dossier of dossiers) expect((await madeOf(dossier))[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await queue().make(10)).toBe(0);
  });

  it('stays behind what people wait for', async () => {
    await emptied();
    const dossier = await world.received();
    await noWakes();
    await world.database.query('UPDATE wake SET told = 0, not_before = clock_timestamp() WHERE dossier_id = $1', [
      dossier,
    ]);

    expect(await queue().make(10)).toBe(0);
    await noWakes();
    expect(await queue().make(10)).toBe(1);
  });

  it('goes on after a worker that died in the middle, and tries again what failed', async () => {
    await emptied();
    const dossier = await world.received();
    await noWakes();
    const errors: unknown[] = [];
    const broken: Press = { ...press, print: () => Promise.reject(new Error('out of ink')) };

    expect(await queue().claim(10)).toHaveLength(1); // and died with it
    expect(await queue().make(10)).toBe(0);
    await world.database.query('UPDATE paper_file SET not_before = clock_timestamp() WHERE dossier_id = $1', [dossier]);
    expect(await queue(broken, (error) => void errors.push(error)).make(10)).toBe(0);
    await world.database.query('UPDATE paper_file SET not_before = clock_timestamp() WHERE dossier_id = $1', [dossier]);

    expect(errors).toHaveLength(1);
    expect(await queue().make(10)).toBe(1);
  });
});

describe('numbers that were set aside', () => {
  const by = <T>(who: Who, work: Parameters<typeof world.app.asActor<T>>[1]) =>
    world.app.asActor({ kind: 'account', account: PEOPLE[who] }, work);
  const block = { unit: TWO_TIER.commune, register: 'QĐ-UBND', year: 2026 };
  const reserve = (who: Who, first: number, last: number, unit: string = block.unit) =>
    by(who, (transaction) => reserveNumbers(transaction, PEOPLE[who], { ...block, unit, first, last }));
  const next = () => by('archivist', (transaction) => nextNumber(transaction, block));

  it('are offered one after the other, past those that were typed', async () => {
    expect(await next()).toBeUndefined();
    await reserve('archivist', 101, 103);

    expect(await next()).toBe('101/QĐ-UBND');
    await numbered('101');
    await numbered('102');
    expect(await next()).toBe('103/QĐ-UBND');
    await numbered('103');
    expect(await next()).toBeUndefined();
    const [reserved] = await by('archivist', numberBlocks);
    expect(reserved).toMatchObject({ first: 101, last: 103, used: [101, 102, 103] });
  });

  it('do not overlap, also when two reserve at once', async () => {
    const both = await Promise.allSettled([reserve('archivist', 201, 220), reserve('archivist', 210, 230)]);

    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'block-overlaps' } });
  });

  it('are of the archivist’s own unit, and seen by no other', async () => {
    await expect(reserve('clerk', 301, 310)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(reserve('provinceArchivist', 301, 310)).rejects.toMatchObject({ code: 'forbidden' });

    expect(await by('provinceArchivist', numberBlocks)).toEqual([]);
    const mine = await by('archivist', (transaction) => Promise.resolve(archivesOf(transaction.posts)));
    expect([...mine].sort()).toEqual([TWO_TIER.commune, THREE_TIER.commune].sort());
  });
});
