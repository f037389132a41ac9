import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Journals } from '@trinhduyet/dossiers';
import { PEOPLE, SECRET, TWO_TIER, type Who, World } from '@trinhduyet/dossiers/testing';
import { type Data, withValueAt } from '@trinhduyet/form';
import { hashPassword } from '@trinhduyet/identity';
import type { ApiSettings } from '@trinhduyet/settings';
import type { InjectOptions, Response } from 'light-my-request';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { createServer } from '../server';

const SAMPLE = JSON.parse(
  readFileSync(join(__dirname, '../../../../forms/housing/samples/valid/new-build.json'), 'utf8'),
) as Data;
export const PASSWORD = 'mật khẩu của bài thử';

export interface Call {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly seen?: number;
}

export interface UploadPart {
  /** Name of the part, and of the file if it is one. */
  readonly disposition: string;
  readonly content: Buffer;
}

/** The real server over a real database, asked without a socket; dossiers are carried on by the test, as a worker would. */
export class ApiWorld {
  private readonly cookies = new Map<Who, Promise<string>>();

  private constructor(
    readonly world: World,
    readonly app: NestFastifyApplication,
    private readonly folder: string,
  ) {}

  static async create(change: Partial<ApiSettings> = {}): Promise<ApiWorld> {
    const world = await World.create();
    const hash = await hashPassword(PASSWORD);
    for (const [who, account] of Object.entries(PEOPLE)) {
      await world.database.query('UPDATE account SET login = $2, password_hash = $3, name = $2 WHERE account_id = $1', [
        account,
        who.toLowerCase(),
        hash,
      ]);
    }
    const folder = mkdtempSync(join(tmpdir(), 'td-api-'));
    const app = await createServer({
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
      SECRET_KEY: SECRET,
      HOST: '127.0.0.1',
      PORT: 3000,
      DEMO: false,
      PUBLIC_URL: 'http://localhost:3000',
      DATABASE_URL: `${world.database.url}?options=-c%20role%3Dtd_app`,
      FILES_DIR: folder,
      ...change,
    });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new ApiWorld(world, app, folder);
  }

  /** A request as the web would send it, by somebody who is signed in. */
  async as(who: Who, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, call: Call = {}): Promise<Response> {
    const cookie = await (this.cookies.get(who) ?? this.signIn(who));
    return this.send(method, path, { ...call, headers: { cookie, ...call.headers } });
  }

  send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    { body, headers, key, seen }: Call = {},
  ): Promise<Response> {
    const options: InjectOptions = {
      method,
      url: `/api${path}`,
      headers: {
        'x-trinhduyet': '1',
        'accept-language': 'vi',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(seen === undefined ? {} : { 'if-match': `"${seen}"` }),
        ...headers,
      },
      payload: body as InjectOptions['payload'],
    };
    return this.app.inject(options);
  }

  command(who: Who, dossier: string, name: string, body: object, { key = v7(), seen }: Call = {}): Promise<Response> {
    return this.as(who, 'POST', `/dossiers/${dossier}/${name}`, { body, key, seen });
  }

  upload(who: Who, dossier: string, content: Buffer): Promise<Response> {
    return this.uploadParts(who, dossier, [{ disposition: 'name="file"; filename="nha.jpg"', content }]);
  }

  /** An upload as nobody's browser would send it. */
  uploadParts(who: Who, dossier: string, parts: readonly UploadPart[]): Promise<Response> {
    return this.sendParts(who, `/dossiers/${dossier}/files?field=/photos`, parts);
  }

  /** A photo for a note that is to come. */
  talkPhoto(who: Who, dossier: string, note: string, content: Buffer = JPEG): Promise<Response> {
    const part = { disposition: 'name="file"; filename="nha.jpg"', content };
    return this.sendParts(who, `/dossiers/${dossier}/talk/notes/${note}/photos`, [part]);
  }

  private sendParts(who: Who, path: string, parts: readonly UploadPart[]): Promise<Response> {
    const boundary = 'boundary-of-the-test';
    const lines = parts.flatMap(({ disposition, content }) => [
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    ]);
    const body = Buffer.concat([...lines, Buffer.from(`--${boundary}--\r\n`)]);
    return this.as(who, 'POST', path, {
      body,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
  }

  /** A draft filled in and with two photos uploaded, as the portal would do it. */
  async draft(): Promise<{ id: string; version: number; document: object }> {
    const started = await this.as('applicant', 'POST', '/drafts', { body: { requestType: 'housing' } });
    const { id, version } = started.json<{ id: string; version: number }>();
    const photos: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      photos.push((await this.upload('applicant', id, JPEG)).json<{ id: string }>().id);
    }
    const place = { commune: TWO_TIER.commune, village: TWO_TIER.village };
    const document = withValueAt(withValueAt(SAMPLE, '/photos', photos), '/home/place', place);
    const saved = await this.as('applicant', 'PUT', `/drafts/${id}`, {
      body: { document, page: 'review' },
      seen: version,
    });
    return { id, document, version: saved.json<{ version: number }>().version };
  }

  /** A dossier at reception. */
  async submitted(): Promise<string> {
    const { id, version } = await this.draft();
    await this.as('applicant', 'POST', `/drafts/${id}/submission`, { body: { version }, key: v7() });
    await this.world.carry(id);
    return id;
  }

  /** Until everything that was read is written in the journal. */
  journaled(): Promise<void> {
    return this.app.get(Journals).flush();
  }

  /** Once for everybody, also when they ask several things at the same time. */
  private signIn(who: Who): Promise<string> {
    const signedIn = this.send('POST', '/session', { body: { login: who.toLowerCase(), password: PASSWORD } }).then(
      ({ headers }) => String(headers['set-cookie']).split(';')[0] ?? '',
    );
    this.cookies.set(who, signedIn);
    return signedIn;
  }

  async end(): Promise<void> {
    await this.app.close();
    await this.world.end();
    rmSync(this.folder, { recursive: true });
  }
}

/** A grey picture of 8 by 8 points. */
export const JPEG = Buffer.from(
  '/9j/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhC' +
    'Y2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAA' +
    'AAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AJAA/9k=',
  'base64',
);
