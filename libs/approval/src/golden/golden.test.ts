import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DossierEvent, EventType } from '../event';
import { type DossierState, fold } from '../index';
import { STORIES } from './stories';

const folder = join(__dirname, 'logs');
interface Log {
  readonly events: readonly DossierEvent[];
  readonly state: DossierState;
}

const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Log;

/** `RECORD_GOLDEN=<release>` records the stories of a release beside the older ones; what was recorded is never written again. */
const release = process.env['RECORD_GOLDEN'];
for (const [name, story] of release ? Object.entries(STORIES) : []) {
  const file = join(folder, `${release}-${name}.json`);
  const { events, state } = story();
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify({ events, state }, null, 1)}\n`);
}

const logs = readdirSync(folder);

describe('records of earlier releases', () => {
  it.each(logs)('%s still means what it meant', (file) => {
    const { events, state } = read(file);

    expect(asStored(fold(events))).toEqual(state);
  });

  it('hold every kind of event that there is', () => {
    const recorded = new Set(logs.flatMap((file) => read(file).events.map(({ type }) => type)));
    const every: Record<EventType, true> = {
      submitted: true,
      transcribed: true,
      entered: true,
      left: true,
      received: true,
      receptionRefused: true,
      receptionForwarded: true,
      supplementAsked: true,
      supplemented: true,
      supplementLapsed: true,
      extended: true,
      consentAsked: true,
      consented: true,
      consentRefused: true,
      assigned: true,
      claimed: true,
      released: true,
      decided: true,
      checked: true,
      handedOver: true,
      issued: true,
      reminded: true,
      escalated: true,
      raised: true,
      remindedAgain: true,
      recounted: true,
      unstuck: true,
      lookedAgain: true,
      concluded: true,
      signerAdded: true,
      cosigned: true,
      consulted: true,
      opined: true,
      askTakenBack: true,
      transferred: true,
      opened: true,
      recalled: true,
      suspended: true,
      resumed: true,
      urged: true,
      branchEnded: true,
      branchesReopened: true,
      withdrawn: true,
      ended: true,
    };

    expect(Object.keys(every).filter((type) => !recorded.has(type as EventType))).toEqual([]);
  });
});
