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
import { Calendars } from '@trinhduyet/directory';
import {
  addFile,
  DossierService,
  Follower,
  issuePaper,
  Journals,
  runCheck,
  saveDraft,
  startDraft,
  submit,
} from '@trinhduyet/dossiers';
import { type Data, valueAt, withValueAt } from '@trinhduyet/form';
import type { Door, Owner } from '@trinhduyet/persistence';
import { RequestTypes } from '@trinhduyet/request-types';
import { type FileStore } from '@trinhduyet/storage';
import { createReadStream, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { v7 } from 'uuid';
import { DEMO_DOSSIERS, type DemoDossier } from './shown';
import { APPLICANTS } from './people';
import type { Accounts } from './seed-people';
import { actsUntil } from './stories/story';

const ROOT = join(__dirname, '../../../..');
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
  private readonly calendars = new Calendars();
  private readonly types = new RequestTypes();
  private readonly journals: Journals;
  private readonly service: DossierService;
  private readonly follower: Follower;

  constructor(private readonly parts: SeedParts) {
    const { app, worker, secret, publicUrl } = parts;
    const { types, calendars } = this;
    this.journals = new Journals(app, () => undefined);
    this.service = new DossierService({ door: app, types, calendars, journals: this.journals, secret, publicUrl });
    this.follower = new Follower({ door: worker, types, calendars, publicUrl });
  }

  async play(dossier: DemoDossier, number: number): Promise<void> {
    const today = dayOf(new Date().toISOString());
    let day = subtractWorkingDays(this.calendar, addDays(today, dossier.daysAgo === 0 ? 0 : 1), dossier.daysAgo);
    await this.moveTo(day, '08:10');
    const id = await this.submit(dossier);
    for (const [index, act] of actsUntil(dossier.story, dossier.reached).entries()) {
      day = act.days === 0 ? day : addWorkingDays(this.calendar, day, act.days);
      await this.moveTo(day, `${String(9 + index).padStart(2, '0')}:20`);
      const { task, account } = await this.asked(id);
      await this.service.give({ account, dossier: id, key: v7(), input: act.input({ task, day, number }) });
      await this.carry(id);
    }
  }

  async end(): Promise<void> {
    await this.parts.owner.transaction((transaction) => transaction.query(`UPDATE door.clock SET moved = '0'`));
    await this.journals.flush();
  }

  private async submit({ applicant, story, change }: DemoDossier): Promise<string> {
    const account = this.parts.accounts[APPLICANTS[applicant]?.login ?? ''] ?? '';
    const { app, secret } = this.parts;
    const today = dayOf(new Date().toISOString());
    const type = await app.asActor({ kind: 'account', account }, (read) => this.types.keyOn(read, story.type, today));
    const { id, version } = await app.asActor({ kind: 'account', account }, (transaction) =>
      startDraft(transaction, account, { key: story.type, formId: type.form.pin.id }),
    );
    const sample = join(ROOT, 'forms', story.type, 'samples/valid', `${story.sample}.json`);
    let document = { ...(JSON.parse(readFileSync(sample, 'utf8')) as Data), ...change };
    for (const { pointer, widget } of type.form.plan.fields) {
      const taken = widget === 'photos' ? valueAt(document, pointer) : undefined;
      if (Array.isArray(taken))
        document = withValueAt(document, pointer, await this.photos(taken.length, { account, dossier: id, pointer }));
    }
    const saved = await app.asActor({ kind: 'account', account, dossier: id }, (transaction) =>
      saveDraft(transaction, id, { document, page: 'review', version }),
    );
    await submit(
      { door: app, types: this.types, calendars: this.calendars, secret },
      { account, dossier: id, key: v7(), version: saved.version },
    );
    await this.carry(id);
    return id;
  }

  private async photos(count: number, at: { account: string; dossier: string; pointer: string }): Promise<string[]> {
    const { app, files } = this.parts;
    const taken: string[] = [];
    for (const path of PHOTOS.slice(0, count)) {
      const file = await files.put(createReadStream(path));
      const { id } = await app.asActor({ kind: 'account', account: at.account, dossier: at.dossier }, (transaction) =>
        addFile(transaction, at.dossier, at.account, { field: at.pointer, name: basename(path), file }),
      );
      taken.push(id);
    }
    return taken;
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

  /** The open task, and who holds its post today; where two do, the first by their login. */
  private async asked(id: string): Promise<{ task: string; account: string }> {
    const [row] = await this.parts.owner.transaction((transaction) =>
      transaction.query<{ task: string; account: string }>(
        `SELECT t.task_key AS task, h.account_id AS account FROM task t
         JOIN holding h USING (post_id) JOIN account a USING (account_id) WHERE t.dossier_id = $1 ORDER BY a.login LIMIT 1`,
        [id],
      ),
    );
    return row ?? { task: '', account: '' };
  }

  private async moveTo(day: string, time: string): Promise<void> {
    const moment = instantOn(day, time);
    const at = milliseconds(moment) > Date.now() ? new Date().toISOString() : moment;
    await this.parts.owner.transaction((transaction) =>
      transaction.query('UPDATE door.clock SET moved = $1::timestamptz - clock_timestamp()', [at]),
    );
  }
}
