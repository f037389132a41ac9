import { LauncherError } from '../../deploy/local/errors.mjs';

export const EXPERIMENTS = /** @type {const} */ (['inbox', 'decisions', 'submissions', 'dossiers', 'papers']);
export const SERVERS = /** @type {const} */ (['embedded', 'postgres']);

/** @typedef {typeof EXPERIMENTS[number]} Experiment */
/** @typedef {typeof SERVERS[number]} Server */
/**
 * @typedef {object} Options
 * @property {readonly Experiment[]} only
 * @property {number} seconds of one measurement
 * @property {number} rounds in which the contenders take turns
 * @property {readonly number[]} clients
 * @property {readonly Server[]} temporal
 * @property {number} open dossiers that lie in the database already
 * @property {boolean} write into docs/performance.md
 */

export const HELP = `npm run bench -- [options]

  --only a,b        of ${EXPERIMENTS.join(', ')} (all)
  --seconds n       length of one measurement (5)
  --rounds n        how often each is repeated, taking turns (3)
  --clients a,b     how many ask at once (1,8,32)
  --temporal a,b    of ${SERVERS.join(', ')} (both)
  --open n          open dossiers that lie there already (100000)
  --write           puts the result into docs/performance.md`;

/** @param {string} name @param {string} value @param {number} most */
function number(name, value, most) {
  const read = Number(value);
  if (Number.isInteger(read) && read >= 1 && read <= most) return read;
  throw new LauncherError(`${name} must be a whole number from 1 to ${most}, but is "${value}".`);
}

/**
 * @template {string} Name
 * @param {string} name @param {string} value @param {readonly Name[]} known
 * @returns {readonly Name[]}
 */
function someOf(name, value, known) {
  const asked = value.split(',');
  const strange = asked.find((each) => !known.includes(/** @type {Name} */ (each)));
  if (strange !== undefined) throw new LauncherError(`${name} knows ${known.join(', ')}, but not "${strange}".`);
  return known.filter((each) => asked.includes(each));
}

/** @type {Record<string, (value: string) => Partial<Options>>} */
const FLAGS = {
  '--only': (value) => ({ only: someOf('--only', value, EXPERIMENTS) }),
  '--seconds': (value) => ({ seconds: number('--seconds', value, 600) }),
  '--rounds': (value) => ({ rounds: number('--rounds', value, 100) }),
  '--clients': (value) => ({ clients: value.split(',').map((each) => number('--clients', each, 64)) }),
  '--temporal': (value) => ({ temporal: someOf('--temporal', value, SERVERS) }),
  '--open': (value) => ({ open: number('--open', value, 1_000_000) }),
};

/** @param {readonly string[]} args @returns {Options} */
export function readOptions(args) {
  /** @type {Options} */
  const options = {
    only: EXPERIMENTS,
    seconds: 5,
    rounds: 3,
    clients: [1, 8, 32],
    temporal: SERVERS,
    open: 100_000,
    write: args.includes('--write'),
  };
  const rest = args.filter((each) => each !== '--write');
  for (let at = 0; at < rest.length; at += 2) {
    const [flag, value] = [rest[at] ?? '', rest[at + 1]];
    const read = Object.hasOwn(FLAGS, flag) ? FLAGS[flag] : undefined;
    if (!read || value === undefined) throw new LauncherError(`What is "${rest.slice(at).join(' ')}"?`, `\n${HELP}`);
    Object.assign(options, read(value));
  }
  return options;
}
