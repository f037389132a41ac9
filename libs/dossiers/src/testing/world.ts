import type { DossierState, Open } from '@trinhduyet/approval';
import { instantOn, VIETNAM, type WorkingCalendar, workingCalendar } from '@trinhduyet/calendar';
import { importUnits, readUnitData } from '@trinhduyet/directory';
import { type Data, withValueAt } from '@trinhduyet/form';
import type { Door } from '@trinhduyet/persistence';
import { TestDatabase } from '@trinhduyet/persistence/testing';
import { publishForms, RequestTypes } from '@trinhduyet/request-types';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { issuePaper, runCheck } from '../following/automatic';
import { Follower, type Whereabouts } from '../following/follow';
import { Journals } from '../journals';
import type { Answer } from '../writing/answer';
import { DossierService } from '../writing/dossier-service';
import type { CommandInput } from '../writing/input';
import { type CounterFiling, fileAtCounter } from '../counter/file-dossier';
import { submit } from '../writing/submission';
import { PEOPLE, populate, THREE_TIER, TWO_TIER, type Who } from './people';

const FORMS = join(__dirname, '../../../../forms');
export const PUBLIC_URL = 'https://hotro.example.vn';
export const SECRET = 'a secret of the tests';
const UNITS = new Set([...Object.values(TWO_TIER), ...Object.values(THREE_TIER), '31673@2025-07-01']);

export interface Given {
  readonly key?: string;
  readonly seen?: number;
}

/** Real offices on a real database, and the service that people work with; the clock stands where a test puts it. */
export class World {
  readonly calendar: WorkingCalendar = workingCalendar(VIETNAM);

  private constructor(
    readonly database: TestDatabase,
    readonly app: Door,
    readonly worker: Door,
    readonly types: RequestTypes,
    readonly journals: Journals,
    /** What the journals could not write: nothing, or the suite fails. */
    private readonly failures: readonly unknown[],
  ) {}

  static async create(): Promise<World> {
    const database = await TestDatabase.create();
    const { units, successions } = readUnitData();
    await importUnits(database.owner, {
      units: units.filter(({ unitId }) => UNITS.has(unitId)),
      successions: successions.slice(0, 0),
    });
    await publishForms(database.owner, FORMS);
    await populate(database);
    const [app, worker] = [await database.door('td_app', 10), await database.door('td_worker', 10)];
    const failures: unknown[] = [];
    const journals = new Journals(app, (error) => void failures.push(error));
    const world = new World(database, app, worker, new RequestTypes(), journals, failures);
    await world.clock('2026-03-16');
    return world;
  }

  get service(): DossierService {
    return new DossierService({
      door: this.app,
      types: this.types,
      calendar: this.calendar,
      journals: this.journals,
      secret: SECRET,
      publicUrl: PUBLIC_URL,
    });
  }
  get follower(): Follower {
    const { worker: door, types, calendar } = this;
    return new Follower({ door, types, calendar, publicUrl: PUBLIC_URL });
  }

  /** From now on it is this moment; it goes on from there. */
  async clock(day: string, time = '09:00'): Promise<void> {
    await this.database.query(`UPDATE door.clock SET moved = $1::timestamptz - clock_timestamp()`, [
      instantOn(day, time),
    ]);
  }

  /** A whole request, valid on the ladder that is asked for, with its photos uploaded. */
  async draft(
    ladder: 'two-tier' | 'three-tier' = 'two-tier',
    change: (document: Data) => Data = (same) => same,
  ): Promise<string> {
    const id = v7();
    const { commune, village } = ladder === 'two-tier' ? TWO_TIER : THREE_TIER;
    const sample = JSON.parse(readFileSync(join(FORMS, 'housing/samples/valid/new-build.json'), 'utf8')) as Data;
    const photos = [v7(), v7()];
    const document = change(withValueAt(withValueAt(sample, '/home/place', { commune, village }), '/photos', photos));
    for (const photo of photos) await this.attachment(id, photo);
    await this.database.query(
      `INSERT INTO draft (dossier_id, applicant_id, request_type, form_id, document, page, version, created_at, updated_at)
       VALUES ($1, $2, 'housing', 'housing/form@4', $3, 'review', 1, now(), now())`,
      [id, PEOPLE.applicant, JSON.stringify(document)],
    );
    return id;
  }

  async attachment(dossier: string, id: string, account: string = PEOPLE.applicant): Promise<void> {
    await this.database.query(
      `INSERT INTO attachment (dossier_id, attachment_id, account_id, field, name, media_type, bytes, sha256, storage_key, at)
       VALUES ($1, $2, $3, '/photos', 'photo.jpg', 'image/jpeg', 1, '', $4, now())`,
      [dossier, id, account, id],
    );
  }

  submit(dossier: string, { key = v7(), who = 'applicant' as Who, version = 1 } = {}): Promise<Answer> {
    const { app: door, types, calendar } = this;
    return submit({ door, types, calendar, secret: SECRET }, { account: PEOPLE[who], dossier, key, version });
  }

  give(who: Who, dossier: string, input: CommandInput, { key = v7(), seen }: Given = {}): Promise<Answer> {
    return this.service.give({ account: PEOPLE[who], dossier, key, seen, input });
  }

  /** Somebody with a household stands at the counter of Mỹ Tú with a whole set of papers, unless a test says otherwise. */
  file(change: Partial<CounterFiling> = {}, who: Who = 'clerk'): Promise<Answer> {
    const { app: door, types, calendar } = this;
    const filing: CounterFiling = {
      account: PEOPLE[who],
      key: v7(),
      unit: TWO_TIER.commune,
      requestType: 'housing',
      person: AT_THE_COUNTER,
      place: { commune: TWO_TIER.commune, village: TWO_TIER.village },
      papers: ['application', 'house-photos'],
      act: { type: 'receive' },
      ...change,
    };
    return fileAtCounter({ door, types, calendar, secret: SECRET, publicUrl: PUBLIC_URL }, filing);
  }

  /** What a workflow would do until somebody is waited for. */
  async carry(dossier: string, rung?: string): Promise<Whereabouts> {
    for (;;) {
      const at = await this.follower.followRoute(dossier, rung);
      const automatic = at.places.find(({ kind }) => kind === 'check' || kind === 'paper');
      if (!automatic) return at;
      await (automatic.kind === 'check' ? runCheck : issuePaper)(this.follower, dossier, automatic.key);
    }
  }

  /** A dossier at reception. */
  async submitted(ladder: 'two-tier' | 'three-tier' = 'two-tier'): Promise<string> {
    const dossier = await this.draft(ladder);
    await this.submit(dossier);
    await this.carry(dossier);
    return dossier;
  }

  async received(ladder: 'two-tier' | 'three-tier' = 'two-tier'): Promise<string> {
    const dossier = await this.submitted(ladder);
    await this.give('clerk', dossier, { type: 'receive', task: await this.task(dossier) });
    await this.carry(dossier);
    return dossier;
  }

  /** A dossier that village and posting are done with: the specialists have it. */
  async atSurvey(ladder: 'two-tier' | 'three-tier' = 'two-tier'): Promise<string> {
    await this.clock('2026-03-16');
    const dossier = await this.received(ladder);
    await this.decide('villageHead', dossier, 'propose', MEETING);
    await this.clock('2026-03-23');
    await this.decide('villageHead', dossier, 'no-objection', { places: ['VILLAGE_HOUSE'], objections: 0 });
    return dossier;
  }

  /** A dossier that waits for its applicant. */
  async askedForSupplement(): Promise<string> {
    const dossier = await this.atSurvey();
    const items = [{ field: '/photos', reason: 'Ảnh mặt trước bị mờ.' }];
    await this.give('specialist', dossier, { type: 'askSupplement', task: await this.task(dossier), items });
    await this.carry(dossier);
    return dossier;
  }

  /** Decides the open task and carries the dossier on. */
  async decide(
    who: Who,
    dossier: string,
    outcome: string,
    entry?: Data,
    more: { note?: string; returnTo?: string } = {},
  ): Promise<Answer> {
    const answer = await this.give(who, dossier, {
      type: 'decide',
      task: await this.task(dossier),
      outcome,
      entry,
      ...more,
    });
    await this.carry(dossier);
    return answer;
  }

  async task(dossier: string): Promise<string> {
    const [task] = await this.database.query<{ task_key: string }>('SELECT task_key FROM task WHERE dossier_id = $1', [
      dossier,
    ]);
    if (!task) throw new Error('The dossier has no open task.');
    return task.task_key;
  }

  async state(dossier: string): Promise<DossierState> {
    const [row] = await this.database.query<{ state: DossierState }>(
      'SELECT state FROM dossier WHERE dossier_id = $1',
      [dossier],
    );
    if (!row) throw new Error('There is no such dossier.');
    return row.state;
  }
  async open(dossier: string): Promise<Open> {
    const state = await this.state(dossier);
    if (state.status !== 'open') throw new Error(`The dossier is ${state.status}.`);
    return state;
  }
  /** The latest revision of the form. */
  async document(dossier: string): Promise<Data> {
    const [row] = await this.database.query<{ document: Data }>(
      'SELECT document FROM revision WHERE dossier_id = $1 ORDER BY number DESC LIMIT 1',
      [dossier],
    );
    return row?.document ?? {};
  }
  async steps(dossier: string): Promise<readonly string[]> {
    const events = await this.database.query<{ data: { step: string } }>(
      `SELECT data FROM event WHERE dossier_id = $1 AND type = 'entered' ORDER BY sequence`,
      [dossier],
    );
    return events.map(({ data }) => data.step);
  }
  async count(table: string, dossier: string): Promise<number> {
    const [row] = await this.database.query<{ count: string }>(`SELECT count(*) FROM ${table} WHERE dossier_id = $1`, [
      dossier,
    ]);
    return Number(row?.count);
  }

  async end(): Promise<void> {
    await this.journals.flush();
    await this.database.drop();
    if (this.failures.length > 0) throw this.failures[0];
  }
}

/** As the card has it; nobody's number. */
export const AT_THE_COUNTER = {
  citizenNumber: '094170000123',
  name: 'Danh Thị Sà Rây',
  dateOfBirth: '1970-02-01',
  sex: 'F',
} as const;

export const MEETING = {
  meetingDate: '2026-03-17',
  meetingPlace: 'Nhà văn hóa Ấp 3',
  invited: 40,
  attended: 31,
  agreed: 31,
};
export const SURVEY = {
  surveyDate: '2026-03-23',
  category: 'POOR',
  foundation: 'NOT_SOLID',
  frameWall: 'NOT_SOLID',
  roof: 'SOLID',
  measuredArea: 30,
  landConfirmed: true,
  proposedAmount: 40_000_000,
};
export const APPRAISAL = { complete: true, proposedAmount: 40_000_000 };
export const DECISION = { approvedAmount: 40_000_000, source: 'CENTRAL' };
export const numbering = (number: string) => ({ number: `${number}/QĐ-UBND`, issuedOn: '2026-03-25' });
