import { Module } from '@nestjs/common';
import { Calendars } from '@trinhduyet/directory';
import { Follower, Wakes } from '@trinhduyet/dossiers';
import { Notices } from '@trinhduyet/notify';
import { Channel, dataSource, Door } from '@trinhduyet/persistence';
import { RequestTypes } from '@trinhduyet/request-types';
import { FileStore } from '@trinhduyet/storage';
import { WORKER_SETTINGS, readSettings, type WorkerSettings } from '@trinhduyet/settings';
import { DossierActivitiesService } from './dossier.activities';
import { Heartbeat } from './heartbeat';
import { Housekeeping } from './housekeeping';
import { Lifecycle } from './lifecycle';
import { logFailure } from './loop';
import { NoticeLoop } from './notice-loop';
import { PaperLoop } from './paper-loop';
import { RecountLoop } from './recount-loop';
import { Relay } from './relay';
import { TemporalConnection } from './temporal-connection';
import { RELAY_DOOR, SETTINGS, WORKER_DOOR } from './tokens';

interface DoorOptions {
  readonly channel?: Channel;
  readonly mayForget?: boolean;
}
const doorAs = async (url: string, { channel, mayForget }: DoorOptions = {}) =>
  new Door(await dataSource({ url, poolSize: 8, mayForget }).initialize(), (name, payload) =>
    channel?.poke(name, payload),
  );

@Module({
  providers: [
    { provide: SETTINGS, useFactory: () => readSettings(WORKER_SETTINGS, process.env) },
    {
      provide: WORKER_DOOR,
      inject: [SETTINGS, Channel],
      useFactory: ({ WORKER_DATABASE_URL }: WorkerSettings, channel: Channel) =>
        doorAs(WORKER_DATABASE_URL, { channel }),
    },
    {
      provide: RELAY_DOOR,
      inject: [SETTINGS],
      // A wake that was told and forgotten is told again, which changes nothing.
      useFactory: ({ RELAY_DATABASE_URL }: WorkerSettings) => doorAs(RELAY_DATABASE_URL, { mayForget: true }),
    },
    {
      provide: Channel,
      inject: [SETTINGS],
      useFactory: ({ WORKER_DATABASE_URL }: WorkerSettings) => new Channel(WORKER_DATABASE_URL),
    },
    {
      provide: Follower,
      inject: [WORKER_DOOR, SETTINGS],
      useFactory: (door: Door, { PUBLIC_URL: publicUrl }: WorkerSettings) =>
        new Follower({ door, types: new RequestTypes(), calendars: new Calendars(), publicUrl }),
    },
    { provide: Wakes, inject: [RELAY_DOOR], useFactory: (door: Door) => new Wakes(door) },
    {
      provide: Notices,
      inject: [WORKER_DOOR],
      useFactory: (door: Door) => new Notices(door, (error) => logFailure('notices', error)),
    },
    { provide: FileStore, inject: [SETTINGS], useFactory: ({ FILES_DIR }: WorkerSettings) => new FileStore(FILES_DIR) },
    {
      provide: PaperLoop,
      inject: [WORKER_DOOR, FileStore, SETTINGS],
      useFactory: (door: Door, store: FileStore, { PAPERS_AHEAD }: WorkerSettings) =>
        PAPERS_AHEAD ? new PaperLoop(door, store) : undefined,
    },
    TemporalConnection,
    DossierActivitiesService,
    Relay,
    NoticeLoop,
    RecountLoop,
    Housekeeping,
    Heartbeat,
    Lifecycle,
  ],
})
export class WorkerModule {}
