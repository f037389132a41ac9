import { PEOPLE } from '@trinhduyet/dossiers/testing';
import { type AddressInfo, Socket } from 'node:net';
import { get, IncomingMessage, ServerResponse } from 'node:http';
import { v7 } from 'uuid';
import { ApiWorld, PASSWORD } from '../testing/api-world';
import { Streams } from './streams';

type Who = Parameters<ApiWorld['as']>[0];
interface Event {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

let api: ApiWorld;
beforeAll(async () => {
  api = await ApiWorld.create();
  await api.app.listen(0, '127.0.0.1');
}, 60_000);
afterEach(async () => {
  for (const ear of ears.splice(0)) ear.leave();
  await until(() => api.app.get(Streams).count === 0);
});
afterAll(() => api.end());

/** Somebody who listens, with what they have heard. */
class Ear {
  readonly heard: Event[] = [];
  ended = false;

  constructor(private readonly response: IncomingMessage) {
    let rest = '';
    response.setEncoding('utf8').on('data', (chunk: string) => {
      const [last = '', ...whole] = (rest + chunk).split('\n\n').reverse();
      rest = last;
      for (const block of whole.reverse()) this.take(block);
    });
    response.on('close', () => (this.ended = true));
    response.on('error', () => undefined);
  }

  news(): readonly unknown[] {
    return this.heard.filter(({ event }) => event === 'news').map(({ data }) => data['kind']);
  }

  leave(): void {
    this.response.destroy();
  }

  private take(block: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const event = field('event');
    if (event !== undefined) this.heard.push({ event, data: JSON.parse(field('data') ?? '{}') as Event['data'] });
  }
}

const ears: Ear[] = [];
const cookies = new Map<Who, string>();

async function signedIn(who: Who): Promise<string> {
  const answer = await api.send('POST', '/session', { body: { login: who.toLowerCase(), password: PASSWORD } });
  const [cookie = ''] = String(answer.headers['set-cookie']).split(';');
  cookies.set(who, cookie);
  return cookie;
}

async function ask(cookie: string): Promise<IncomingMessage> {
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get({ port, path: '/api/events', headers: { cookie } }, resolve).on('error', reject);
  });
}

async function listening(who: Who): Promise<Ear> {
  const ear = new Ear(await ask(cookies.get(who) ?? (await signedIn(who))));
  ears.push(ear);
  await until(() => ear.heard.length > 0);
  return ear;
}

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('It did not come to that.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const TASK = 'survey.1.1';

describe('news of a dossier', () => {
  it('reaches colleagues, the head and the applicant, and nobody who may not read it', async () => {
    const dossier = await api.world.atSurvey();
    const near = await Promise.all((['colleague', 'head', 'applicant'] as const).map(listening));
    const far = await Promise.all(
      (['outsider', 'clerkNextDoor', 'stranger', 'villageHeadNextDoor'] as const).map(listening),
    );

    await api.command('specialist', dossier, 'claim', { task: TASK });
    await api.command('specialist', dossier, 'release', { task: TASK });

    for (const ear of near) {
      await until(() => ear.news().length === 2);
      expect(ear.news()).toEqual(['claimed', 'released']);
      expect(ear.heard.at(-1)?.data).toMatchObject({ dossier, tasks: [TASK] });
    }
    for (const ear of far) expect(ear.news()).toEqual([]);
  });

  it('says of a dossier that comes to one’s own desk that it arrives, and nothing personal', async () => {
    const clerk = await listening('clerk');

    const dossier = await api.submitted();

    // What a worker carries is told by the worker's own channel: here the submission alone is heard.
    await until(() => clerk.news().length > 0);
    expect(clerk.heard.at(-1)?.data).toMatchObject({ dossier });
    expect(JSON.stringify(clerk.heard)).not.toMatch(/Trần|Bích|0941/);
  });
});

describe('what is said beside the record', () => {
  it('is told to colleagues alone: neither to the applicant, nor to who may not read the dossier', async () => {
    const dossier = await api.world.atSurvey();
    const [colleague, head] = [await listening('colleague'), await listening('head')];
    const others = await Promise.all((['applicant', 'outsider', 'stranger'] as const).map(listening));

    await api.as('clerk', 'PUT', `/dossiers/${dossier}/talk/notes/${v7()}`, {
      body: { text: 'Nhà ở cuối ấp.', photos: [], mentions: [], isClose: false },
    });
    await api.command('specialist', dossier, 'claim', { task: TASK }); // whoever hears this has heard all before it

    for (const ear of [colleague, head]) {
      await until(() => ear.news().length === 1);
      const beside = ear.heard.filter(({ event }) => event === 'beside');
      expect(beside.map(({ data }) => data)).toEqual([{ dossier, what: 'talk' }]);
    }
    await until(() => others[0]?.news().length === 1);
    for (const ear of others) expect(ear.heard.map(({ event }) => event)).not.toContain('beside');
    await api.command('specialist', dossier, 'release', { task: TASK });
  });
});

describe('a stream', () => {
  it('is for whoever is signed in', async () => {
    const answer = await ask('session=nobody');
    answer.resume();

    expect(answer.statusCode).toBe(401);
  });

  it('ends when its session does', async () => {
    const cookie = await signedIn('chair');
    const ear = await listening('chair');

    await api.send('DELETE', '/session', { headers: { cookie } });

    await until(() => ear.ended);
  });

  it('goes on when a post is held by two decisions', async () => {
    await api.world.database.query(
      `INSERT INTO holding (post_id, account_id, valid_from) SELECT post_id, account_id, '2026-01-01' FROM holding WHERE account_id = $1`,
      [PEOPLE.colleague],
    );
    const colleague = await listening('colleague');

    await api.app.get(Streams).look();
    await api.command('specialist', await api.world.atSurvey(), 'claim', { task: TASK });

    await until(() => colleague.news().includes('claimed'));
    expect(colleague.ended).toBe(false);
  });

  it('ends when somebody loses a post, and when a session runs out', async () => {
    const [archivist, clerk] = [await listening('archivist'), await listening('clerk')];
    await api.world.database.query(`UPDATE holding SET valid_to = '2026-01-01' WHERE account_id = $1`, [
      PEOPLE.archivist,
    ]);
    await api.world.database.query(`UPDATE session SET expires_at = now() WHERE account_id = $1`, [PEOPLE.clerk]);
    const head = await listening('head');

    await api.app.get(Streams).look();

    await until(() => archivist.ended && clerk.ended);
    expect(head.ended).toBe(false);
    cookies.delete('clerk');
  });

  it('is one of six at most for one person', async () => {
    for (let count = 0; count < 6; count += 1) await listening('head');

    const answer = await ask(cookies.get('head') ?? '');
    answer.resume();

    expect(answer.statusCode).toBe(429);
    expect(answer.headers['retry-after']).toBe('60');
  });

  it('is none for whoever has gone before it was open', async () => {
    const streams = api.app.get(Streams);
    const response = new ServerResponse(new IncomingMessage(new Socket()));
    response.destroy();

    await streams.open({ id: PEOPLE.head, name: '', language: 'vi', kind: 'official' }, 'token', () => response);

    expect(streams.count).toBe(0);
  });

  it('that nobody reads is dropped instead of growing', async () => {
    const streams = api.app.get(Streams);
    const silent = await ask(cookies.get('head') ?? (await signedIn('head')));
    silent.pause();
    await until(() => streams.count === 1);

    const noticed = (streams as unknown as { noticed(accounts: string[]): void }).noticed.bind(streams);
    const many = Array.from({ length: 2_000 }, () => PEOPLE.head);
    for (let round = 0; round < 500 && streams.count > 0; round += 1) {
      noticed(many);
      await new Promise((resolve) => setImmediate(resolve));
    }

    await until(() => streams.count === 0);
    silent.destroy();
  });
});
