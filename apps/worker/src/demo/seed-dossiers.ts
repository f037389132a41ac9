import {
  addDays,
  dayOf,
  instantOn,
  milliseconds,
  subtractWorkingDays,
  addWorkingDays,
  VIETNAM,
  type WorkingCalendar,
  workingCalendar,
} from '@trinhduyet/calendar';
import {
  addFile,
  type CommandInput,
  DossierService,
  Follower,
  issuePaper,
  Journals,
  runCheck,
  saveDraft,
  startDraft,
  submit,
} from '@trinhduyet/dossiers';
import type { Data } from '@trinhduyet/form';
import type { Door, Owner } from '@trinhduyet/persistence';
import { RequestTypes } from '@trinhduyet/request-types';
import { type FileStore } from '@trinhduyet/storage';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { DEMO_DOSSIERS, type DemoDossier, type Reached } from './dossiers';
import { APPLICANTS, OFFICIALS, type Official, PLACES } from './people';
import type { Accounts } from './seed-people';

const ROOT = join(__dirname, '../../../..');
const SAMPLE = join(ROOT, 'forms/housing/samples/valid/new-build.json');
const PHOTOS = ['house-front.jpg', 'house-roof.jpg'].map((name) => join(ROOT, 'deploy/demo', name));

export interface SeedParts {
  readonly owner: Owner;
  readonly app: Door;
  readonly worker: Door;
  readonly files: FileStore;
  readonly secret: string;
  readonly publicUrl: string;
  readonly accounts: Accounts;
}

/** What each step came out with on the way to where a dossier of the demo has reached, and how many working days after the last. */
interface Act {
  readonly reaches: Reached;
  readonly days: number;
  readonly who: Role;
  readonly input: (at: { task: string; day: string; number: number }) => CommandInput;
}
type Role = 'clerk' | 'villageHead' | 'specialist' | 'chair' | 'archivist' | 'provinceSpecialist' | 'provinceLeader';

const decide =
  (outcome: string, entry?: (day: string) => Data, note?: string) =>
  ({ task, day }: { task: string; day: string }): CommandInput => ({
    type: 'decide',
    task,
    outcome,
    note,
    entry: entry?.(day),
  });
const meeting = (day: string): Data => ({
  meetingDate: day,
  meetingPlace: 'Nhà văn hóa ấp',
  invited: 40,
  attended: 31,
  agreed: 29,
});
const survey = (day: string): Data => ({
  surveyDate: day,
  category: 'POOR',
  foundation: 'NOT_SOLID',
  frameWall: 'NOT_SOLID',
  roof: 'SOLID',
  measuredArea: 30,
  landConfirmed: true,
  proposedAmount: 30_000_000,
  remarks: 'Nhà xuống cấp, hộ đông người.',
});
const decision = (): Data => ({ approvedAmount: 30_000_000, source: 'CENTRAL' });

const STRAIGHT: readonly Act[] = [
  { reaches: 'received', days: 0, who: 'clerk', input: ({ task }) => ({ type: 'receive', task }) },
  { reaches: 'posting', days: 2, who: 'villageHead', input: decide('propose', meeting) },
  {
    reaches: 'survey',
    days: 4,
    who: 'villageHead',
    input: decide('no-objection', () => ({ places: ['VILLAGE_HOUSE', 'COMMUNE_OFFICE'], objections: 0 })),
  },
  { reaches: 'decide', days: 2, who: 'specialist', input: decide('propose', survey) },
  { reaches: 'number', days: 2, who: 'chair', input: decide('approve', decision) },
  {
    reaches: 'allocation',
    days: 0,
    who: 'archivist',
    input: (at) => decide('issue', (day) => ({ number: `${at.number}/QĐ-UBND`, issuedOn: day }))(at),
  },
  {
    reaches: 'allocation',
    days: 3,
    who: 'provinceSpecialist',
    input: decide('propose', () => ({ complete: true, proposedAmount: 30_000_000 })),
  },
  { reaches: 'allocation', days: 2, who: 'provinceLeader', input: decide('approve', decision) },
  { reaches: 'approved', days: 1, who: 'clerk', input: decide('handed-over') },
];
const ORDER: readonly Reached[] = [
  'submitted',
  'received',
  'posting',
  'survey',
  'decide',
  'number',
  'allocation',
  'approved',
];

/** Papers of the demo are numbered from here on, by the place of their dossier in the list. */
const FIRST_NUMBER = 11;

/**
 * Plays the demo's dossiers through the real service, with the clock moved back to when each thing happened. Goes on
 * where an earlier call was interrupted: `played` dossiers are there already.
 */
export async function seedDossiers(parts: SeedParts, played: number): Promise<void> {
  const player = new Player(parts);
  try {
    for (const [index, dossier] of DEMO_DOSSIERS.entries()) {
      if (index >= played) await player.play(dossier, FIRST_NUMBER + index);
    }
  } finally {
    await player.end();
  }
}

class Player {
  private readonly calendar: WorkingCalendar = workingCalendar(VIETNAM);
  private readonly types = new RequestTypes();
  private readonly journals: Journals;
  private readonly service: DossierService;
  private readonly follower: Follower;

  constructor(private readonly parts: SeedParts) {
    const { app, worker, secret, publicUrl } = parts;
    const { types, calendar } = this;
    this.journals = new Journals(app, () => undefined);
    this.service = new DossierService({ door: app, types, calendar, journals: this.journals, secret, publicUrl });
    this.follower = new Follower({ door: worker, types, calendar, publicUrl });
  }

  async play(dossier: DemoDossier, number: number): Promise<void> {
    const today = dayOf(new Date().toISOString());
    let day = subtractWorkingDays(this.calendar, addDays(today, dossier.daysAgo === 0 ? 0 : 1), dossier.daysAgo);
    await this.moveTo(day, '08:10');
    const id = await this.submit(dossier);
    const { home } = dossier.change as { home: { place: { commune: string; village: string } } };
    const { commune, village } = home.place;
    for (const [index, act] of this.actsFor(dossier).entries()) {
      day = act.days === 0 ? day : addWorkingDays(this.calendar, day, act.days);
      await this.moveTo(day, `${String(9 + index).padStart(2, '0')}:20`);
      const account = this.accountOf(act.who, commune, village);
      await this.service.give({
        account,
        dossier: id,
        key: v7(),
        input: act.input({ task: await this.task(id), day, number }),
      });
      await this.carry(id);
    }
  }

  async end(): Promise<void> {
    await this.parts.owner.transaction((transaction) => transaction.query(`UPDATE door.clock SET moved = '0'`));
    await this.journals.flush();
  }

  private actsFor({ reached }: DemoDossier): readonly Act[] {
    if (reached === 'supplement') return [...this.until('survey'), ASKS];
    if (reached === 'rejected') return [...this.until('survey'), ...REJECTS];
    return this.until(reached);
  }

  private until(reached: Reached): readonly Act[] {
    return STRAIGHT.filter(
      (act) =>
        ORDER.indexOf(act.reaches) <= ORDER.indexOf(reached) &&
        (reached !== 'allocation' || act.who === 'archivist' || act.reaches !== 'allocation'),
    );
  }

  private async submit({ applicant, change }: DemoDossier): Promise<string> {
    const account = this.parts.accounts[APPLICANTS[applicant]?.login ?? ''] ?? '';
    const document = { ...(JSON.parse(readFileSync(SAMPLE, 'utf8')) as Data), ...change };
    const { app, files, secret } = this.parts;
    const { id, version } = await app.asActor({ kind: 'account', account }, (transaction) =>
      startDraft(transaction, account, { key: 'housing', formId: 'housing/form@1' }),
    );
    const photos: string[] = [];
    for (const path of PHOTOS) {
      const file = await files.put(createReadStream(path));
      const { id: photo } = await app.asActor({ kind: 'account', account, dossier: id }, (transaction) =>
        addFile(transaction, id, account, { field: '/photos', name: path.split('/').at(-1) ?? '', file }),
      );
      photos.push(photo);
    }
    const saved = await app.asActor({ kind: 'account', account, dossier: id }, (transaction) =>
      saveDraft(transaction, id, { document: { ...document, photos }, page: 'review', version }),
    );
    await submit(
      { door: app, types: this.types, calendar: this.calendar, secret },
      { account, dossier: id, key: v7(), version: saved.version },
    );
    await this.carry(id);
    return id;
  }

  /** As a workflow would; the workflows of these dossiers start when the worker does. */
  private async carry(id: string): Promise<void> {
    for (;;) {
      const { places } = await this.follower.followRoute(id);
      const automatic = places.find(({ kind }) => kind === 'check' || kind === 'paper');
      if (!automatic) return;
      await (automatic.kind === 'check' ? runCheck : issuePaper)(this.follower, id, automatic.key);
    }
  }

  private async task(id: string): Promise<string> {
    const [row] = await this.parts.owner.transaction((transaction) =>
      transaction.query<{ task_key: string }>('SELECT task_key FROM task WHERE dossier_id = $1', [id]),
    );
    return row?.task_key ?? '';
  }

  private async moveTo(day: string, time: string): Promise<void> {
    const moment = instantOn(day, time);
    const at = milliseconds(moment) > Date.now() ? new Date().toISOString() : moment;
    await this.parts.owner.transaction((transaction) =>
      transaction.query('UPDATE door.clock SET moved = $1::timestamptz - clock_timestamp()', [at]),
    );
  }

  private accountOf(role: Role, commune: string, village: string): string {
    const official = SEATS[commune]?.(village)[role];
    return official === undefined ? '' : (this.parts.accounts[OFFICIALS[official].login] ?? '');
  }
}

const ASKS: Act = {
  reaches: 'supplement',
  days: 1,
  who: 'specialist',
  input: ({ task }) => ({
    type: 'askSupplement',
    task,
    items: [
      { field: '/photos', reason: 'Ảnh mặt trước nhà bị mờ, chưa thấy rõ vách.' },
      { field: '/landPapers', reason: 'Cần ảnh giấy tờ đất hoặc xác nhận của ấp.' },
    ],
  }),
};
const REJECTS: readonly Act[] = [
  {
    reaches: 'rejected',
    days: 2,
    who: 'specialist',
    input: decide('propose-not', undefined, 'Nền, khung và tường nhà còn bền chắc.'),
  },
  {
    reaches: 'rejected',
    days: 2,
    who: 'chair',
    input: decide('reject', undefined, 'Nhà còn từ hai kết cấu bền chắc trở lên, chưa thuộc diện hỗ trợ.'),
  },
  {
    reaches: 'rejected',
    days: 1,
    who: 'archivist',
    input: (at) => decide('issue', (day) => ({ number: `${at.number}/TB-UBND`, issuedOn: day }))(at),
  },
];

/** Who does what in each commune of the demo. */
const SEATS: Readonly<Record<string, (village: string) => Partial<Record<Role, Official>>>> = {
  [PLACES.myTu]: (village) => ({
    villageHead: village.endsWith('ap-3') ? 'villageHead3' : 'villageHead4',
    clerk: 'clerk',
    specialist: 'specialist',
    chair: 'chair',
    archivist: 'archivist',
    provinceSpecialist: 'provinceSpecialist',
    provinceLeader: 'provinceLeader',
  }),
  [PLACES.tranDe]: () => ({ clerk: 'clerkTranDe' }),
  [PLACES.huongSon]: () => ({ clerk: 'clerkHuongSon' }),
  [PLACES.myThuan]: () => ({
    clerk: 'clerkTraining',
    villageHead: 'villageHeadTraining',
    specialist: 'specialistTraining',
  }),
};
