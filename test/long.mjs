// The laws of the core against the plain accounts of the rules, on as many random walks as a night allows.
import { spawnSync } from 'node:child_process';

const runs = process.argv[2] ?? '100000';
const jest = ['jest', '-c', 'test/jest/pure.cjs', '--rootDir', 'libs/approval', 'laws', '-t', 'plain account'];
const { status } = spawnSync('npx', jest, { stdio: 'inherit', env: { ...process.env, LAWS_RUNS: runs } });
process.exitCode = status ?? 1;
