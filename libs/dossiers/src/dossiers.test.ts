import { type DossierEvent, fold } from '@trinhduyet/approval';
import { withValueAt } from '@trinhduyet/form';
import { Transaction } from '@trinhduyet/persistence';
import { v7 } from 'uuid';
import { dropDraft, saveEntryDraft } from './drafts';
import { WAKE } from './following/wakes';
import { firstBroken } from './writing/chaining';
import { NEWS, type News } from './writing/news';
import {
  APPRAISAL,
  DECISION,
  MEETING,
  NEXT_DOOR,
  numbering,
  PEOPLE,
  problemOf,
  SURVEY,
  THREE_TIER,
  TWO_TIER,
  World,
} from './testing';

let world: World;
beforeAll(async () => {
  world = await World.create();
}, 60_000);
beforeEach(() => world.clock('2026-03-16'));
afterAll(() => world.end());

describe('a dossier goes all the way', () => {
  it('up today’s two tiers: village, posting, commune decides, province allots', async () => {
    const dossier = await world.atSurvey();
    await world.decide('specialist', dossier, 'propose', SURVEY);
    await world.decide('chair', dossier, 'approve', DECISION);
    await world.decide('archivist', dossier, 'issue', numbering('05'));
    await world.decide('provinceSpecialist', dossier, 'propose', APPRAISAL);
    await world.decide('provinceLeader', dossier, 'approve', DECISION);
    await world.decide('clerk', dossier, 'handed-over');

    expect(await world.state(dossier)).toMatchObject({
      status: 'ended',
      ending: 'approved',
      decidedAmount: 40_000_000,
    });
    expect(await world.steps(dossier)).toEqual([
      'reception',
      'intake-check',
      'meeting',
      'posting',
      'survey',
      'decide',
      'draw-up-decision',
      'number-decision',
      'allocation',
      'allot',
      'hand-over',
    ]);
  });

  it('up the three tiers of the training province, with a return and a resubmission on the way', async () => {
    const dossier = await world.atSurvey('three-tier');
    await world.decide('specialist', dossier, 'propose', SURVEY);
    await world.decide('chair', dossier, 'forward');
    await world.decide('districtSpecialist', dossier, 'propose', APPRAISAL);
    await world.decide('districtLeader', dossier, 'return', undefined, {
      note: 'Đo lại diện tích.',
      returnTo: 'survey',
    });
    await world.decide('colleague', dossier, 'propose', { ...SURVEY, measuredArea: 28 });
    await world.decide('districtLeader', dossier, 'forward');
    await world.decide('provinceSpecialist', dossier, 'propose', APPRAISAL);
    await world.decide('provinceLeader', dossier, 'approve', DECISION);
    await world.decide('provinceArchivist', dossier, 'issue', numbering('06'));
    await world.decide('clerk', dossier, 'handed-over');

    expect(await world.state(dossier)).toMatchObject({ status: 'ended', ending: 'approved' });
    const [decision] = await world.database.query(
      `SELECT p.unit_id, n.number FROM paper p JOIN paper_number n USING (unit_id, dossier_id) WHERE dossier_id = $1 AND p.kind = 'decision'`,
      [dossier],
    );
    expect(decision).toEqual({ unit_id: THREE_TIER.province, number: '06/QĐ-UBND' });
    const steps = await world.steps(dossier);
    expect(steps.slice(steps.indexOf('survey'), -3)).toEqual([
      'survey',
      'commune-forward',
      'district-appraisal',
      'district-forward',
      'survey',
      'district-forward',
      'province-appraisal',
      'decide',
    ]);
  });

  it('when the chair approves another amount, with a decision and a number of its own beside the first', async () => {
    const dossier = await world.atSurvey();
    await world.decide('specialist', dossier, 'propose', SURVEY);
    await world.decide('chair', dossier, 'approve', DECISION);
    await world.decide('archivist', dossier, 'issue', numbering('61'));
    await world.decide('provinceSpecialist', dossier, 'return', undefined, { note: 'Xem lại.', returnTo: 'decide' });
    await world.decide('chair', dossier, 'approve', { ...DECISION, approvedAmount: 30_000_000 });
    await world.decide('archivist', dossier, 'issue', numbering('62'));

    const { papers } = await world.app.asActor({ kind: 'account', account: PEOPLE.archivist, dossier }, (transaction) =>
      world.page(transaction, dossier, 'archivist'),
    );
    expect(papers.filter(({ kind }) => kind === 'decision').map(({ number }) => number)).toEqual([
      '61/QĐ-UBND',
      '62/QĐ-UBND',
    ]);
    expect((await world.open(dossier)).decidedAmount).toBe(30_000_000);
  });

  it('when the numbering itself is sent back, with the same number once more', async () => {
    const dossier = await world.atSurvey();
    await world.decide('specialist', dossier, 'propose', SURVEY);
    await world.decide('chair', dossier, 'approve', DECISION);
    await world.decide('archivist', dossier, 'issue', numbering('63'));
    await world.decide('provinceSpecialist', dossier, 'return', undefined, {
      note: 'Sai ngày.',
      returnTo: 'number-decision',
    });

    await world.decide('archivist', dossier, 'issue', { ...numbering('063'), issuedOn: '2026-03-26' });

    expect(await world.count('paper_number', dossier)).toBe(1);
    expect((await world.open(dossier)).places).toMatchObject([{ step: 'allocation' }]);
  });

  it('when the province sends an approved dossier back to the chair, a rejection ends it, and nothing is paid', async () => {
    const dossier = await world.atSurvey();
    await world.decide('specialist', dossier, 'propose', SURVEY);
    await world.decide('chair', dossier, 'approve', DECISION);
    await world.decide('archivist', dossier, 'issue', numbering('51'));
    await world.decide('provinceSpecialist', dossier, 'return', undefined, { note: 'Xem lại.', returnTo: 'decide' });

    await world.decide('chair', dossier, 'reject', undefined, { note: 'Không đủ điều kiện.' });

    expect((await world.open(dossier)).places).toMatchObject([{ step: 'number-refusal' }]);
  });

  it('to a refusal in writing, with its reason on the paper', async () => {
    const dossier = await world.atSurvey();
    await world.decide('specialist', dossier, 'propose-not', undefined, { note: 'Nhà còn bền chắc.' });
    await world.decide('chair', dossier, 'reject', undefined, { note: 'Không đủ điều kiện về nhà ở.' });
    await world.decide('archivist', dossier, 'issue', { number: '07/TB-UBND', issuedOn: '2026-03-25' });

    const [paper] = await world.database.query<{ content: { paragraphs: { vi: string }[] } }>(
      `SELECT content FROM paper WHERE dossier_id = $1 AND kind = 'refusal'`,
      [dossier],
    );
    expect(await world.state(dossier)).toMatchObject({ ending: 'rejected' });
    expect(paper?.content.paragraphs[1]?.vi).toBe('Lý do: Không đủ điều kiện về nhà ở.');
  });
});

describe('submitting', () => {
  it('gives a look-up code, and nothing is received or promised yet', async () => {
    const dossier = await world.draft();

    const answer = await world.submit(dossier);

    expect(answer).toMatchObject({ status: 201, body: { dossier, sequence: 1, inTransit: true } });
    expect(answer.body['lookupCode']).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/);
    expect((await world.open(dossier)).reception).toBeUndefined();
    expect(await world.count('draft', dossier)).toBe(0);
  });

  it('twice with the same key gives the same answer, at once or later', async () => {
    const dossier = await world.draft();
    const key = v7();

    const [first, second] = await Promise.all([world.submit(dossier, { key }), world.submit(dossier, { key })]);
    const third = await world.submit(dossier, { key });

    expect([second, third]).toEqual([first, first]);
    expect(await world.count('event', dossier)).toBe(1);
  });

  it('is refused with another key, by somebody else, and for a version that was not the one on the screen', async () => {
    const dossier = await world.draft();

    expect(await problemOf(world.submit(dossier, { who: 'stranger' }))).toBe('not-found');
    expect(await problemOf(world.submit(dossier, { version: 7 }))).toBe('draft-changed');
    await world.submit(dossier);
    expect(await problemOf(world.submit(dossier))).toBe('already-submitted');
  });

  it('or throwing the draft away: whichever comes first, a dossier has its photos', async () => {
    for (let time = 0; time < 5; time += 1) {
      const dossier = await world.draft();

      await Promise.allSettled([
        world.submit(dossier),
        world.app.asActor({ kind: 'account', account: PEOPLE.applicant, dossier }, (transaction) =>
          dropDraft(transaction, dossier),
        ),
      ]);

      const isDossier = (await world.count('dossier', dossier)) === 1;
      expect(await world.count('attachment', dossier)).toBe(isDossier ? 2 : 0);
    }
  });

  it('names every field that keeps it from being accepted, and keeps the draft', async () => {
    const dossier = await world.draft('two-tier', (document) => ({
      ...document,
      estimatedCost: 1_000_000,
      members: 0,
    }));

    await expect(world.submit(dossier)).rejects.toMatchObject({
      code: 'form-invalid',
      extras: {
        errors: expect.arrayContaining([expect.objectContaining({ at: '/members', code: 'too-small' })]) as unknown,
      },
    });
    expect(await world.count('draft', dossier)).toBe(1);
    expect(await world.count('dossier', dossier)).toBe(0);
  });

  it.each([
    ['a photo of another dossier', (document: object) => ({ ...document, photos: [v7(), v7()] }), 'file-missing'],
    [
      'a commune that is no more',
      (document: object) => ({ ...document, home: { place: { commune: '31609@2021-01-01', village: 'x' } } }),
      'unknown-place',
    ],
    [
      'control characters',
      (document: object) => ({ ...document, home: { ...document, detail: 'a\u0007b' } }),
      'form-invalid',
    ],
  ])('is refused with %s', async (_what, change, code) => {
    expect(await problemOf(world.submit(await world.draft('two-tier', change as never)))).toBe(code);
  });
});

describe('reception', () => {
  it('gives the statutory code with the reception day, the promised day and form 01', async () => {
    const dossier = await world.received();

    const { reception } = await world.open(dossier);
    const [paper] = await world.database.query<{
      kind: string;
      regulation: string;
      content: { paragraphs: { vi: string }[] };
    }>('SELECT kind, regulation, content FROM paper WHERE dossier_id = $1', [dossier]);
    expect(reception).toMatchObject({ on: '2026-03-16', promisedOn: '2026-04-09' });
    expect(reception?.code).toMatch(/^H92\.31567-260316-\d{4}$/);
    expect(paper).toMatchObject({ kind: 'form-01', regulation: 'Thông tư 03/2025/TT-VPCP' });
    expect(paper?.content.paragraphs[7]?.vi).toContain('thứ Năm, 09/04/2026');
  });

  it('outside hours counts from the next working day, code and promise alike (D17)', async () => {
    const dossier = await world.submitted();
    await world.clock('2026-03-14', '20:00');
    await world.database.query(`UPDATE event SET at = '2026-03-14T10:00:00Z' WHERE dossier_id = $1`, [dossier]);

    await world.give('clerk', dossier, { type: 'receive', task: await world.task(dossier) });

    expect((await world.open(dossier)).reception).toMatchObject({ on: '2026-03-16', promisedOn: '2026-04-09' });
  });

  it('takes a serial only when it succeeds, and never the same one twice', async () => {
    const dossiers = await Promise.all(Array.from({ length: 6 }, () => world.submitted()));
    const lastSerial = async () => {
      const [row] = await world.database.query<{ last: number }>(
        `SELECT last FROM number_register WHERE unit_id = '31567@2025-07-01' AND period = '2026-03-16'`,
      );
      return row?.last ?? 0;
    };
    const before = await lastSerial();

    await Promise.all(
      dossiers.map(async (dossier) => {
        const task = await world.task(dossier);
        const both = [1, 2].map(() => world.give('clerk', dossier, { type: 'receive', task }).catch(() => undefined));
        await Promise.all(both);
      }),
    );

    const codes = await Promise.all(dossiers.map(async (dossier) => (await world.open(dossier)).reception?.code));
    expect(new Set(codes).size).toBe(6);
    expect(await lastSerial()).toBe(before + 6);
  });

  it('refuses in writing on form 03, which ends the dossier', async () => {
    const dossier = await world.submitted();

    await world.give('clerk', dossier, {
      type: 'refuseReception',
      task: await world.task(dossier),
      reason: 'NOT_IN_SCOPE',
      note: 'Không thuộc chương trình.',
    });
    await world.carry(dossier);

    expect(await world.state(dossier)).toMatchObject({ ending: 'refused' });
    expect(await world.count('paper', dossier)).toBe(1);
  });

  it('forwards a misdirected dossier: another counter has it, this one not any more', async () => {
    const dossier = await world.submitted();

    await world.give('clerk', dossier, { type: 'forwardReception', task: await world.task(dossier), to: NEXT_DOOR });
    await world.carry(dossier);

    const task = await world.task(dossier);
    expect(await problemOf(world.give('clerk', dossier, { type: 'receive', task }))).toBe('not-found');
    expect(await problemOf(world.give('clerkNextDoor', dossier, { type: 'receive', task }))).toBe('place-differs');
  });

  it('a forwarded dossier is received once the household has corrected the place, and its new village has it', async () => {
    const dossier = await world.submitted();
    await world.give('clerk', dossier, { type: 'forwardReception', task: await world.task(dossier), to: NEXT_DOOR });
    await world.carry(dossier);
    const items = [{ field: '/home/place', reason: 'Chọn lại xã và ấp nơi ở.' }];
    await world.give('clerkNextDoor', dossier, { type: 'askSupplement', task: await world.task(dossier), items });
    await world.carry(dossier);
    const corrected = (village: string) =>
      world.document(dossier).then((document) =>
        world.give('applicant', dossier, {
          type: 'supplement',
          document: withValueAt(document, '/home/place', { commune: village.split('/')[0], village }),
        }),
      );

    expect(await problemOf(corrected(TWO_TIER.village))).toBe('form-invalid');
    await corrected(`${NEXT_DOOR}/dau-giong`);
    await world.carry(dossier);
    await world.give('clerkNextDoor', dossier, { type: 'receive', task: await world.task(dossier) });
    await world.carry(dossier);

    await world.decide('villageHeadNextDoor', dossier, 'propose', MEETING);
    expect((await world.open(dossier)).places).toMatchObject([{ step: 'posting' }]);
  });

  it('forwarded twice with the same key answers twice the same, though the dossier is out of sight by then', async () => {
    const dossier = await world.submitted();
    const forward = { type: 'forwardReception', task: await world.task(dossier), to: NEXT_DOOR } as const;
    const key = v7();

    const first = await world.give('clerk', dossier, forward, { key });

    expect(await world.give('clerk', dossier, forward, { key })).toEqual(first);
  });
});

describe('a supplement', () => {
  it('is asked for once on form 02, stops the clock, and comes back as a second revision', async () => {
    const dossier = await world.atSurvey();
    const { document } = (
      await world.database.query<{ document: object }>('SELECT document FROM revision WHERE dossier_id = $1', [dossier])
    )[0]!;
    const items = [{ field: '/photos', reason: 'Ảnh mặt trước bị mờ.' }, { reason: 'Thiếu giấy tờ đất.' }];

    await world.give('specialist', dossier, { type: 'askSupplement', task: await world.task(dossier), items });
    await world.carry(dossier);
    expect((await world.open(dossier)).reception?.promisedOn).toBeUndefined();
    await world.clock('2026-03-30');
    await world.give('applicant', dossier, { type: 'supplement', document: { ...document, members: 5 } as never });
    await world.carry(dossier);

    expect((await world.open(dossier)).places).toMatchObject([{ step: 'survey', round: 2 }]);
    expect((await world.open(dossier)).reception?.promisedOn).toBe('2026-04-16');
    expect(await world.count('revision', dossier)).toBe(2);
  });

  it('names its last day on form 02 though the official named none', async () => {
    const dossier = await world.askedForSupplement();

    const [paper] = await world.database.query<{ content: { paragraphs: { vi: string }[] } }>(
      `SELECT content FROM paper WHERE dossier_id = $1 AND kind = 'form-02'`,
      [dossier],
    );
    expect(JSON.stringify(paper?.content)).toContain('đến hết ngày 22/04/2026');
  });

  it('may correct the name: the dossier is then listed and found by the new one', async () => {
    const dossier = await world.askedForSupplement();
    const document = await world.document(dossier);

    await world.give('applicant', dossier, {
      type: 'supplement',
      document: withValueAt(document, '/applicant/fullName', 'Đỗ Thị Ẫm'),
    });
    await world.carry(dossier);

    const [row] = await world.database.query(
      `SELECT d.masked_name AS listed, t.masked_name AS waiting, d.search_text LIKE 'do thi am %' AS found
       FROM dossier d JOIN task t USING (dossier_id) WHERE dossier_id = $1`,
      [dossier],
    );
    expect(row).toEqual({ listed: 'Đỗ T. Ẫ.', waiting: 'Đỗ T. Ẫ.', found: true });
  });

  it('may not move the dossier to another place', async () => {
    const dossier = await world.askedForSupplement();
    const document = withValueAt(await world.document(dossier), '/home/place', {
      commune: NEXT_DOOR,
      village: `${NEXT_DOOR}/ap-3`,
    });

    await expect(world.give('applicant', dossier, { type: 'supplement', document })).rejects.toMatchObject({
      code: 'form-invalid',
      extras: { errors: expect.arrayContaining([expect.objectContaining({ code: 'place-fixed' })]) as unknown },
    });
  });
});

describe('deciding', () => {
  it('is a matter of the post at the moment of the decision', async () => {
    const dossier = await world.atSurvey();
    const task = await world.task(dossier);
    const propose = { type: 'decide', task, outcome: 'propose', entry: SURVEY } as const;
    const endPost = (day: string | null) =>
      world.database.query(`UPDATE holding SET valid_to = $2 WHERE account_id = $1`, [PEOPLE.colleague, day]);

    expect(await problemOf(world.give('chair', dossier, propose))).toBe('not-your-task');
    expect(await problemOf(world.give('outsider', dossier, propose))).toBe('not-found');
    expect(await problemOf(world.give('applicant', dossier, propose))).toBe('forbidden');
    await endPost('2026-03-20');
    expect(await problemOf(world.give('colleague', dossier, propose))).toBe('not-found');
    await endPost(null);
    expect(await problemOf(world.give('colleague', dossier, propose))).toBeUndefined();
  });

  it('happens once, however many decide at the same time', async () => {
    const dossier = await world.atSurvey();
    const task = await world.task(dossier);
    const decide = (who: 'specialist' | 'colleague', outcome: string) =>
      problemOf(world.give(who, dossier, { type: 'decide', task, outcome, entry: SURVEY, note: 'x' }));

    const answers = await Promise.all([
      ...['propose', 'propose-not', 'propose'].map((outcome) => decide('specialist', outcome)),
      ...['propose', 'propose-not', 'propose'].map((outcome) => decide('colleague', outcome)),
    ]);

    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'already-decided')).toHaveLength(5);
    expect(await world.count('decision', dossier)).toBe(3);
  });

  it('twice with the same key is one decision and two equal answers; with other content it is refused', async () => {
    const dossier = await world.atSurvey();
    const key = v7();
    const input = { type: 'decide', task: await world.task(dossier), outcome: 'propose', entry: SURVEY } as const;

    const answers = await Promise.all([1, 2, 3].map(() => world.give('specialist', dossier, input, { key })));

    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    expect(await problemOf(world.give('specialist', dossier, { ...input, outcome: 'propose-not' }, { key }))).toBe(
      'key-reused',
    );
  });

  it('that was refused is refused the same way to the same key, and is in the journal of refusals', async () => {
    const dossier = await world.atSurvey();
    const key = v7();
    const input = { type: 'decide', task: await world.task(dossier), outcome: 'propose' } as const;
    const before = (await world.state(dossier)).sequence;

    expect(await problemOf(world.give('specialist', dossier, input, { key }))).toBe('entry-required');
    expect(await problemOf(world.give('specialist', dossier, input, { key }))).toBe('entry-required');
    await world.journals.flush();

    expect((await world.state(dossier)).sequence).toBe(before);
    expect(await world.count('refusal', dossier)).toBe(2);
  });

  it('needs the whole form of the step', async () => {
    const dossier = await world.atSurvey();
    const decide = (entry: object) =>
      world
        .task(dossier)
        .then((task) =>
          world.give('specialist', dossier, { type: 'decide', task, outcome: 'propose', entry: entry as never }),
        );

    await expect(decide({ ...SURVEY, proposedAmount: 60_000_001 })).rejects.toMatchObject({
      code: 'form-invalid',
      extras: { errors: [{ at: '/proposedAmount', code: 'rule' }] },
    });
    await expect(decide({ surveyDate: '2026-03-23' })).rejects.toMatchObject({ code: 'form-invalid' });
  });

  it('on what somebody has not seen is stale, and what was typed is not lost by it', async () => {
    const dossier = await world.atSurvey();
    const seen = (await world.state(dossier)).sequence;
    await world.give('specialist', dossier, { type: 'claim', task: await world.task(dossier) });
    const input = { type: 'decide', task: await world.task(dossier), outcome: 'propose', entry: SURVEY } as const;

    expect(await problemOf(world.give('specialist', dossier, input, { seen: 3 }))).toBe('stale');
    expect(await problemOf(world.give('specialist', dossier, input, { seen }))).toBeUndefined();
  });

  it('gives a paper a number that no other paper of the year has', async () => {
    const [first, second] = [await world.atSurvey(), await world.atSurvey()];
    for (const dossier of [first, second]) {
      await world.decide('specialist', dossier, 'propose', SURVEY);
      await world.decide('chair', dossier, 'approve', DECISION);
    }
    await world.decide('archivist', first, 'issue', numbering('11'));

    expect(await problemOf(world.decide('archivist', second, 'issue', numbering('11')))).toBe('number-taken');
    await world.decide('archivist', second, 'issue', numbering('12'));
  });

  it('in transit is refused: nobody has an open task then', async () => {
    const dossier = await world.atSurvey();
    const task = await world.task(dossier);
    const answer = await world.give('specialist', dossier, { type: 'decide', task, outcome: 'propose', entry: SURVEY });

    expect(answer.body).toMatchObject({ inTransit: true });
    expect(await world.count('task', dossier)).toBe(0);
    expect(await problemOf(world.give('chair', dossier, { type: 'decide', task, outcome: 'approve' }))).toBe(
      'already-decided',
    );
  });
});

describe('time', () => {
  it('reminds, and escalates when it is due, once each; a date is a function of the record', async () => {
    const dossier = await world.atSurvey();
    const types = async () =>
      (
        await world.database.query<{ type: string }>(
          `SELECT type FROM event WHERE dossier_id = $1 AND type IN ('reminded', 'escalated') ORDER BY sequence`,
          [dossier],
        )
      ).map(({ type }) => type);

    await world.clock('2026-03-27');
    await world.carry(dossier);
    expect(await types()).toEqual(['reminded']);
    await world.clock('2026-04-02');
    await world.carry(dossier);
    await world.carry(dossier);

    expect(await types()).toEqual(['reminded', 'escalated']);
    expect((await world.open(dossier)).places[0]?.dueAt).toBe('2026-03-27T10:00:00.000Z');
  });

  it('spreads the reminders of one morning over a quarter of an hour', async () => {
    const late: number[] = [];
    for (let count = 0; count < 4; count += 1) {
      const dossier = await world.atSurvey();
      const { wakeAt } = await world.carry(dossier);
      late.push(Date.parse(wakeAt) - Date.parse((await world.open(dossier)).places[0]?.remindAt ?? ''));
    }
    const [row] = await world.database.query<{ moved: number }>(
      'SELECT extract(epoch FROM moved)::float8 * 1000 AS moved FROM door.clock',
    );

    const minutes = late.map((ms) => (ms + (row?.moved ?? 0)) / 60_000);
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(-1);
    expect(Math.max(...minutes)).toBeLessThan(16);
    expect(new Set(minutes.map((each) => each.toFixed(1))).size).toBeGreaterThan(1);
  });

  it('rings by the bell that woke it, even where the database’s clock lags', async () => {
    const dossier = await world.atSurvey();
    const { wakeAt } = await world.carry(dossier);

    await world.carry(dossier, new Date(Date.parse(wakeAt) + 1).toISOString());

    expect((await world.open(dossier)).places[0]?.reminded).toBe(true);
  });
});

describe('what an official has begun to write', () => {
  const draftOf = (who: 'specialist' | 'colleague', dossier: string, task: string) =>
    world.app.asActor({ kind: 'account', account: PEOPLE[who], dossier }, (transaction) =>
      saveEntryDraft(transaction, { dossier, task, account: PEOPLE[who] }, { document: SURVEY, note: 'Nền đất yếu.' }),
    );

  it('outlives a colleague’s decision, and goes when the dossier ends', async () => {
    const dossier = await world.atSurvey();
    const task = await world.task(dossier);
    await draftOf('specialist', dossier, task);
    await draftOf('colleague', dossier, task);
    await world.decide('specialist', dossier, 'propose-not', undefined, { note: 'Nhà còn bền chắc.' });
    expect(await world.count('entry_draft', dossier)).toBe(1);

    await world.decide('chair', dossier, 'reject', undefined, { note: 'Không đủ điều kiện.' });
    await world.decide('archivist', dossier, 'issue', { number: '77/TB-UBND', issuedOn: '2026-03-25' });

    expect(await world.count('entry_draft', dossier)).toBe(0);
  });
});

describe('the record', () => {
  const eventsOf = (dossier: string) =>
    world.database.query<{ sequence: number; data: DossierEvent; previous: Buffer; hash: Buffer }>(
      'SELECT sequence, data, previous, hash FROM event WHERE dossier_id = $1 ORDER BY sequence',
      [dossier],
    );

  it('folds to the state that stands in the row, and every event hangs on the one before', async () => {
    const dossier = await world.atSurvey();
    const events = await eventsOf(dossier);

    expect(fold(events.map(({ data }) => data))).toEqual(await world.state(dossier));
    expect(firstBroken(events)).toBeUndefined();
  });

  it.each([
    [
      'changed',
      (events: Awaited<ReturnType<typeof eventsOf>>) =>
        events.map((event, index) => (index === 2 ? { ...event, data: { ...event.data, at: '2020-01-01' } } : event)),
      3,
    ],
    ['left out', (events: Awaited<ReturnType<typeof eventsOf>>) => events.filter((_, index) => index !== 1), 2],
    ['put in twice', (events: Awaited<ReturnType<typeof eventsOf>>) => [...events.slice(0, 2), ...events.slice(1)], 3],
  ])('shows where an event was %s', async (_how, tamper, at) => {
    const events = await eventsOf(await world.received());

    expect(firstBroken(tamper(events) as never)).toBe(at);
  });

  it('holds nothing that a person typed', async () => {
    const dossier = await world.atSurvey();
    await world.decide('specialist', dossier, 'propose-not', undefined, { note: 'CANARY-NOTE' });

    const text = JSON.stringify(await eventsOf(dossier)) + JSON.stringify(await world.state(dossier));

    for (const typed of ['Bích', 'BÍCH', '094165000888', '0912345678', 'CANARY', MEETING.meetingPlace, 'chùa']) {
      expect(text).not.toContain(typed);
    }
  });
});

describe('waking', () => {
  const wake = async (dossier: string) =>
    (await world.database.query('SELECT sequence, told FROM wake WHERE dossier_id = $1', [dossier]))[0];

  it('is a level: raised by a command that something follows, not by one that changes nothing, not by the workflow', async () => {
    const dossier = await world.draft();
    await world.submit(dossier);
    expect(await wake(dossier)).toEqual({ sequence: 1, told: 0 });

    await world.carry(dossier);
    expect(await wake(dossier)).toEqual({ sequence: 1, told: 0 });

    await world.give('clerk', dossier, { type: 'claim', task: await world.task(dossier) });
    expect(await wake(dossier)).toEqual({ sequence: 1, told: 0 });

    await world.give('clerk', dossier, { type: 'receive', task: await world.task(dossier) });
    expect(await wake(dossier)).toEqual({ sequence: 4, told: 0 });
  });
});

describe('what is poked with the commit', () => {
  let pokes: jest.SpyInstance<void, [name: string, payload: string]>;
  beforeEach(() => (pokes = jest.spyOn(Transaction.prototype, 'pokeAfterwards')));
  afterEach(() => pokes.mockRestore());
  const poked = (wanted: string) => pokes.mock.calls.splice(0).filter(([name]) => name === wanted);
  const rows = () => poked(NEWS).map(([, payload]) => (JSON.parse(payload) as News).rows.length);

  it('tells the relay of each wake, and nothing where none is raised', async () => {
    const dossier = await world.draft();
    await world.submit(dossier);
    expect(poked(WAKE)).toHaveLength(1);

    await world.carry(dossier);
    await world.give('clerk', dossier, { type: 'claim', task: await world.task(dossier) });
    expect(poked(WAKE)).toHaveLength(0);

    await world.give('clerk', dossier, { type: 'receive', task: await world.task(dossier) });
    await world.file();
    expect(poked(WAKE)).toHaveLength(2);
  });

  it('says where a dossier belongs, and where it belonged only when it has changed hands', async () => {
    const dossier = await world.submitted();
    expect(rows()).toEqual([1, 1]);

    await world.give('clerk', dossier, { type: 'forwardReception', task: await world.task(dossier), to: NEXT_DOOR });
    expect(rows()).toEqual([2]);
  });
});
