// The product's API as the bench asks it: plain HTTP with connections that are kept.
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';

/** The API takes so many requests a minute from one address; behind a proxy each person has their own. This process has its own, too. */
const REQUESTS_AN_ADDRESS = 600;
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 250;
let requests = 0;

function address() {
  const at = Math.floor(requests++ / REQUESTS_AN_ADDRESS);
  return `10.${process.pid & 255}.${(at >> 8) & 255}.${at & 255}`;
}

/** @typedef {{ status: number, headers: http.IncomingHttpHeaders, body: string }} Answer */
/** @typedef {{ cookie: string, wait?: number }} Asking */

export class Client {
  /** @param {string} base @param {number} connections */
  constructor(base, connections) {
    const { hostname, port } = new URL(base);
    this.agent = new http.Agent({ keepAlive: true, maxSockets: connections });
    this.to = { hostname, port, agent: this.agent };
  }

  /**
   * @param {string} method @param {string} path @param {Record<string, string>} headers @param {unknown} [body]
   * @returns {Promise<Answer>}
   */
  ask(method, path, headers, body) {
    const text = body === undefined ? '' : JSON.stringify(body);
    const own = { 'x-trinhduyet': '1', 'x-forwarded-for': address() };
    const content = text
      ? { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }
      : {};
    return new Promise((resolve, reject) => {
      const request = http.request(
        { ...this.to, method, path, headers: { ...own, ...content, ...headers } },
        (response) => {
          let received = '';
          response.setEncoding('utf8').on('data', (piece) => (received += piece));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: received }),
          );
        },
      );
      request.on('error', reject).end(text);
    });
  }

  /** @param {string} method @param {string} path @param {Record<string, string>} headers @param {unknown} [body] */
  async get(method, path, headers, body) {
    const answer = await this.ask(method, path, headers, body);
    if (answer.status < 300) return answer;
    throw new Error(`${method} ${path}: ${answer.status} ${answer.body.slice(0, 300)}`);
  }

  /** @param {string} login @param {string} password @returns {Promise<string>} the cookie */
  async signIn(login, password) {
    const { headers } = await this.get('POST', '/api/session', {}, { login, password });
    return (headers['set-cookie']?.[0] ?? '').split(';')[0];
  }

  /** With `wait` (seconds) it ends when the dossier has been carried on. @param {string} dossier @param {string} cookie @param {number} [wait] */
  submit(dossier, cookie, wait) {
    return this.#act(dossier, `/api/drafts/${dossier}/submission`, { version: 1 }, { cookie, wait });
  }

  /** @param {string} dossier @param {string} command @param {object} body @param {Asking} asking */
  command(dossier, command, body, asking) {
    return this.#act(dossier, `/api/dossiers/${dossier}/${command}`, body, asking);
  }

  /** @param {string} dossier @param {string} path @param {object} body @param {Asking} asking */
  async #act(dossier, path, body, { cookie, wait }) {
    /** @type {Record<string, string>} */
    const waiting = wait ? { prefer: `wait=${wait}` } : {};
    const { body: answer } = await this.get('POST', path, { cookie, 'idempotency-key': v7(), ...waiting }, body);
    if (wait && JSON.parse(answer).inTransit) await this.#untilCarried(dossier, cookie);
  }

  /** What a page does where the wait was too short: it looks again. @param {string} dossier @param {string} cookie */
  async #untilCarried(dossier, cookie) {
    const since = Date.now();
    for (;;) {
      const { body } = await this.get('GET', `/api/dossiers/${dossier}`, { cookie });
      if (!JSON.parse(body).inTransit) return;
      if (Date.now() - since > PATIENCE_MS) throw new Error(`${dossier} was not carried on within ${PATIENCE_MS} ms`);
      await pause(LOOK_EVERY_MS);
    }
  }

  end() {
    this.agent.destroy();
  }
}
