// CPU time of processes, from /proc: what moves least on a machine that others use too.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** @typedef {Record<string, number>} Cpu milliseconds by group */

export const hasProc = existsSync('/proc/self/stat');

/** @returns {number} clock ticks a second */
function ticksASecond() {
  try {
    return Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })) || 100;
  } catch {
    return 100;
  }
}
const MS_A_TICK = 1_000 / ticksASecond();

/**
 * @param {string} stat a line of /proc/<pid>/stat; the name in it may hold anything
 * @returns {{ parent: number, own: number, reaped: number }} clock ticks: its own, and of children that have ended
 */
export function readStat(stat) {
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [parent, user, system, childUser, childSystem] = [fields[1], fields[11], fields[12], fields[13], fields[14]];
  return { parent, own: user + system, reaped: childUser + childSystem };
}

/**
 * Which part of PostgreSQL a process is, by its title: one for each role that signs in, and `background` for the rest.
 * @param {string} title
 */
export function partOfPostgres(title) {
  return (
    /^postgres: (?!autovacuum|logical|parallel|io worker|background|checkpointer|walwriter)(\w+) \S+ /.exec(
      title,
    )?.[1] ?? 'background'
  );
}

/** @param {number} pid @param {string} file */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return ''; // it has ended
  }
}

/** @param {number} pid */
export function cpuOf(pid) {
  const stat = readProc(pid, 'stat');
  return stat ? readStat(stat).own * MS_A_TICK : 0;
}

/** All of a PostgreSQL server by role, sessions that have ended included in `background`. @param {number} postmaster @returns {Cpu} */
export function cpuOfPostgres(postmaster) {
  /** @type {Cpu} */
  const parts = { background: 0 };
  const own = readProc(postmaster, 'stat');
  if (!own) return parts;
  const { own: self, reaped } = readStat(own);
  parts.background += (self + reaped) * MS_A_TICK;
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? readProc(Number(name), 'stat') : '';
    if (!stat || readStat(stat).parent !== postmaster) continue;
    const part = partOfPostgres(readProc(Number(name), 'cmdline').replaceAll('\0', ' '));
    parts[part] = (parts[part] ?? 0) + readStat(stat).own * MS_A_TICK;
  }
  return parts;
}

/** @param {Cpu} before @param {Cpu} after @returns {Cpu} */
export function spent(before, after) {
  return Object.fromEntries(Object.entries(after).map(([group, ms]) => [group, ms - (before[group] ?? 0)]));
}
