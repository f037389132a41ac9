import { mkdtempSync, realpathSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that PostgreSQL may enter whoever runs it, in a path as people have them. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'Dự án '));
  chmodSync(folder, 0o711);
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** What a call that must fail says. */
export async function messageOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => {
      throw new Error('It did not fail.');
    },
    (error: Error) => error.message,
  );
}
