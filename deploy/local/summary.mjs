import { bold, faint, green } from './terminal.mjs';

/** @typedef {import('./apps.mjs').Account} Account */

/** @param {Account[]} accounts */
function accountLines(accounts) {
  if (accounts.length === 0) return [];
  const width = Math.max(...accounts.map(({ account }) => account.length));
  const passwordWidth = Math.max(...accounts.map(({ password }) => password.length));
  const lines = accounts.map(
    ({ account, password, who }) => `    ${account.padEnd(width)}  ${password.padEnd(passwordWidth)}  ${who}`,
  );
  return ['', '  Demo accounts (name, password, who it is)', ...lines];
}

/**
 * What the person wants to know when everything runs.
 * @param {{ environment: Record<string, string>, folder: import('./data-folder.mjs').DataFolder, accounts: Account[] }} run
 */
export function summary({ environment, folder, accounts }) {
  const { PUBLIC_URL, TEMPORAL_UI_URL, TEMPORAL_ADDRESS } = environment;
  return [
    '',
    `${green('Trình Duyệt is running:')} ${bold(PUBLIC_URL)}`,
    '',
    `  Temporal  ${TEMPORAL_UI_URL || TEMPORAL_ADDRESS}`,
    `  Data      ${folder.path}`,
    `  Logs      ${folder.logs}`,
    ...accountLines(accounts),
    '',
    faint('Ctrl-C stops everything; the data is kept for the next start. `npm run reset` removes it.'),
  ].join('\n');
}
