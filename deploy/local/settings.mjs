// Every setting of the local launcher: one environment variable, one row, checked before anything starts.
import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { LauncherError } from './errors.mjs';
import { workspace } from './workspace.mjs';

/**
 * @template T
 * @typedef {object} Kind what may be written, and what is made of it
 * @property {string} must
 * @property {(text: string) => boolean} fits
 * @property {(text: string) => T} read
 * @property {boolean} [isSecret] a mistake in it is named without repeating it
 */

/** @type {Kind<string>} */
const text = { must: 'be text', fits: () => true, read: String };
/** @param {string[]} words @returns {Kind<string>} */
const oneOf = (...words) => ({
  must: `be one of ${words.join(', ')}`,
  fits: (given) => words.includes(given),
  read: String,
});
/** @type {Kind<string>} */
const secret = {
  must: 'have at least 32 characters',
  fits: (given) => given.length >= 32,
  read: String,
  isSecret: true,
};
/** @type {Kind<string>} */
const path = { must: 'be a path', fits: () => true, read: (given) => resolve(workspace, given) };
/** @type {Kind<number>} */
const port = {
  must: 'be a port number from 1 to 65535',
  fits: (given) => /^\d{1,5}$/.test(given) && Number(given) >= 1 && Number(given) <= 65_535,
  read: Number,
};
/** @type {Kind<boolean>} */
const yesNo = { must: 'be 1 or 0', fits: (given) => given === '1' || given === '0', read: (given) => given === '1' };
/** @type {Kind<string>} */
const webAddress = {
  must: 'be an address that begins with http:// or https://',
  fits: (given) => hasProtocol(given, ['http:', 'https:']),
  read: (given) => given.replace(/\/+$/, ''),
};
/** @type {Kind<string>} */
const databaseAddress = {
  must: 'look like postgres://owner:password@host:5432/database',
  fits: (given) => hasProtocol(given, ['postgres:', 'postgresql:']) && new URL(given).pathname.length > 1,
  read: String,
  isSecret: true,
};
/** @type {Kind<string>} */
const hostAndPort = { must: 'look like host:7233', fits: (given) => /^[^\s:/]+:\d{1,5}$/.test(given), read: String };
/** @type {Kind<string>} */
const host = {
  must: 'be an IP address or localhost',
  fits: (given) => isIP(given) !== 0 || given === 'localhost',
  read: String,
};

/** @param {string} given @param {string[]} protocols */
function hasProtocol(given, protocols) {
  return URL.canParse(given) && protocols.includes(new URL(given).protocol);
}

/** Where programs keep what may be fetched again: it outlives the clone and `npm run reset`. */
function cacheFolder() {
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, 'trinhduyet');
  return join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'trinhduyet');
}

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {Kind<any>} kind
 * @property {string} [fallback] what holds when it is not set; none: it then has no value
 * @property {string} [otherwise] how the fallback is described where it depends on the machine or on other settings
 * @property {string} about
 */

/** @satisfies {Row[]} */
export const table = [
  {
    name: 'HOST',
    kind: host,
    fallback: '127.0.0.1',
    about:
      'Address on which the web server listens. `0.0.0.0` opens it to the network; all else stays on this machine.',
  },
  { name: 'PORT', kind: port, fallback: '3000', about: 'Port of the web server.' },
  {
    name: 'PUBLIC_URL',
    kind: webAddress,
    otherwise: 'http://localhost:PORT',
    about: 'Address under which people reach it, for links and for cookies.',
  },
  { name: 'DEMO', kind: yesNo, fallback: '1', about: 'Whether demo offices, people and dossiers are put in.' },
  {
    name: 'DATA_DIR',
    kind: path,
    fallback: '.data',
    about: 'Folder of everything that is kept: databases, files, logs. Relative to the clone.',
  },
  {
    name: 'DATABASE_URL',
    kind: databaseAddress,
    otherwise: 'none: a private server is started',
    about:
      'PostgreSQL server to use instead, as a superuser, or a role that owns the database, may create roles and has BYPASSRLS.',
  },
  {
    name: 'PG_BIN',
    kind: path,
    otherwise: "npm's, else PATH",
    about: 'Folder of the PostgreSQL programs `postgres` and `initdb`.',
  },
  { name: 'PG_PORT', kind: port, fallback: '15432', about: 'Port of the private PostgreSQL server.' },
  {
    name: 'TEMPORAL_ADDRESS',
    kind: hostAndPort,
    otherwise: 'none: a private server is started',
    about: 'Temporal server to use instead.',
  },
  { name: 'TEMPORAL_NAMESPACE', kind: text, fallback: 'default', about: 'Namespace on that server.' },
  {
    name: 'TEMPORAL_UI_URL',
    kind: webAddress,
    otherwise: "the private server's",
    about: "Address of that server's own pages, to link to.",
  },
  { name: 'TEMPORAL_PORT', kind: port, fallback: '7233', about: 'Port of the private Temporal server.' },
  { name: 'TEMPORAL_UI_PORT', kind: port, fallback: '8233', about: 'Port of its pages.' },
  {
    name: 'TEMPORAL_CLI',
    kind: path,
    otherwise: 'PATH, cache, download, Go',
    about: 'The program `temporal` that runs the private server.',
  },
  {
    name: 'TEMPORAL_DOWNLOAD_BASE',
    kind: webAddress,
    fallback: 'https://github.com/temporalio/cli/releases',
    about: 'Where the program is downloaded from when this machine has none: a mirror with the same layout.',
  },
  {
    name: 'TRINHDUYET_CACHE',
    kind: path,
    fallback: cacheFolder(),
    otherwise: "trinhduyet in the user's cache folder",
    about: 'Folder of downloaded and built programs. Kept by `npm run reset`.',
  },
  {
    name: 'CHROMIUM',
    kind: path,
    otherwise: 'PATH, usual places, download',
    about: 'The browser of the end-to-end tests.',
  },
  {
    name: 'SECRET_KEY',
    kind: secret,
    otherwise: 'made once, kept in the data folder',
    about:
      'Secret of this installation, at least 32 characters: PINs hang on it, and citizen numbers are sealed with it. Never change it; back it up.',
  },
  {
    name: 'LOG_LEVEL',
    kind: oneOf('error', 'warn', 'log', 'debug'),
    fallback: 'log',
    about: 'How much the web server and the worker write to their logs.',
  },
  {
    name: 'NODE_ENV',
    kind: oneOf('production', 'development', 'test'),
    fallback: 'production',
    about: 'Handed on to the web server and the worker.',
  },
];

/**
 * @typedef {object} Settings one value a row; a row without a value and without a fallback is undefined
 * @property {string} HOST
 * @property {number} PORT
 * @property {string} [PUBLIC_URL]
 * @property {boolean} DEMO
 * @property {string} DATA_DIR
 * @property {string} [DATABASE_URL]
 * @property {string} [PG_BIN]
 * @property {number} PG_PORT
 * @property {string} [TEMPORAL_ADDRESS]
 * @property {string} TEMPORAL_NAMESPACE
 * @property {string} [TEMPORAL_UI_URL]
 * @property {number} TEMPORAL_PORT
 * @property {number} TEMPORAL_UI_PORT
 * @property {string} [TEMPORAL_CLI]
 * @property {string} TEMPORAL_DOWNLOAD_BASE
 * @property {string} TRINHDUYET_CACHE
 * @property {string} [CHROMIUM]
 * @property {string} [SECRET_KEY]
 * @property {string} LOG_LEVEL
 * @property {string} NODE_ENV
 * @property {ReadonlySet<string>} given the names that the person set
 */

/**
 * An empty variable counts as not set: that is how container tools write "no value".
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Settings}
 */
export function readSettings(environment = process.env) {
  const given = table.filter(({ name }) => environment[name]);
  const mistakes = given
    .filter(({ name, kind }) => !kind.fits(environment[name] ?? ''))
    .map(({ name, kind }) => `${name} must ${kind.must}${kind.isSecret ? '' : `, but is "${environment[name]}"`}.`);
  if (mistakes.length > 0) {
    throw new LauncherError(mistakes.join('\n'), '\n`npm start -- --help` explains every setting.');
  }
  /** @param {Row} row */
  const valueOf = ({ name, kind, fallback }) => {
    const chosen = environment[name] || fallback;
    return [name, chosen === undefined ? undefined : kind.read(chosen)];
  };
  return { ...Object.fromEntries(table.map(valueOf)), given: new Set(given.map(({ name }) => name)) };
}
