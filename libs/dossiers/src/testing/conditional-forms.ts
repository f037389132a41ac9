import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The shipped request types, but housing of two tiers hangs on conditions: nothing is posted where everybody agreed, the
 * survey is short where the land is on paper, and only what is above thirty million goes to the province.
 */
export function conditionalForms(): string {
  const folder = mkdtempSync(join(tmpdir(), 'td-conditional-'));
  cpSync(join(__dirname, '../../../../forms'), folder, { recursive: true });
  const path = join(folder, 'housing/chains/two-tier.json');
  const chain = JSON.parse(readFileSync(path, 'utf8')) as { steps: { key: string; routes: object[] }[] };
  const steps = chain.steps.map((step) => ({ ...step, ...CHANGES[step.key]?.(step.routes) }));
  writeFileSync(path, JSON.stringify({ ...chain, steps }));
  return folder;
}

const CHANGES: Readonly<Record<string, (routes: object[]) => object>> = {
  posting: (routes) => ({
    entry: 'step.meeting.agreed < step.meeting.attended',
    routes: [...routes, { on: 'skipped', to: 'survey' }],
  }),
  survey: () => ({ workingDaysBy: 'if landStatus in ("LURC") then 1 else 3' }),
  'number-decision': () => ({
    routes: [
      { on: 'issue', when: 'amount > 30000000', to: 'allocation' },
      { on: 'issue', to: 'hand-over' },
    ],
  }),
};
