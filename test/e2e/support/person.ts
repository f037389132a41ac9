import { newKey, type ProblemDetails, type Schema } from '@trinhduyet/api-client';
import type { Product } from './product';

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** Somebody who uses the API as the web does: with a session, and with one key for one act. */
export class Person {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  static async enter({ url }: Product, login: string): Promise<Person> {
    const answer = await fetch(`${url}/api/session/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-trinhduyet': '1' },
      body: JSON.stringify({ login }),
    });
    if (!answer.ok) throw new Error(`${login} does not come in: ${await answer.text()}`);
    return new Person(url, (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
  }

  get<T>(path: string): Promise<Answer<T>> {
    return this.send('GET', path);
  }

  post<T>(path: string, body: unknown, key = newKey()): Promise<Answer<T>> {
    return this.send('POST', path, { body, headers: { 'idempotency-key': key, prefer: 'wait=5' } });
  }

  put<T>(path: string, body: unknown, version: number): Promise<Answer<T>> {
    return this.send('PUT', path, { body, headers: { 'if-match': `"${version}"` } });
  }

  async upload(dossier: string, field: string, photo: Blob): Promise<string> {
    const form = new FormData();
    form.append('file', photo, 'photo.jpg');
    const answer = await fetch(`${this.url}/api/dossiers/${dossier}/files?field=${encodeURIComponent(field)}`, {
      method: 'POST',
      headers: { cookie: this.cookie, 'x-trinhduyet': '1' },
      body: form,
    });
    return ((await answer.json()) as Schema<'FileView'>).id;
  }

  async dossier(id: string): Promise<Schema<'DossierView'>> {
    return (await this.get<Schema<'DossierView'>>(`/api/dossiers/${id}`)).body;
  }

  /** What waits for them. */
  async inbox(): Promise<readonly Schema<'InboxLine'>[]> {
    return (await this.get<Schema<'InboxSlice'>>('/api/inbox')).body.items;
  }

  /** A dossier that waits for them at a step, by the masked name of its household. */
  async dossierAt(step: string, maskedName: string): Promise<string> {
    const found = (await this.inbox()).find((line) => line.maskedName === maskedName && line.step === step);
    if (!found) throw new Error(`No dossier of ${maskedName} waits at ${step}.`);
    return found.dossier;
  }

  private async send<T>(
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer<T>> {
    const answer = await fetch(this.url + path, {
      method,
      headers: { 'content-type': 'application/json', 'x-trinhduyet': '1', cookie: this.cookie, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: (text === '' ? undefined : JSON.parse(text)) as T };
  }
}

export type Problem = ProblemDetails;
