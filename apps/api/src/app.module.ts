import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { Calendars } from '@trinhduyet/directory';
import { DossierService, Journals, PaperFiles } from '@trinhduyet/dossiers';
import { Identity } from '@trinhduyet/identity';
import { type Press, startPress } from '@trinhduyet/papers';
import { Channel, dataSource, Door } from '@trinhduyet/persistence';
import { RequestTypes } from '@trinhduyet/request-types';
import type { ApiSettings } from '@trinhduyet/settings';
import { FileStore } from '@trinhduyet/storage';
import { CalendarController } from './calendar/calendar.controller';
import { CounterController } from './counter/counter.controller';
import { DeskController } from './desk/desk.controller';
import { DrawerController } from './desk/drawer.controller';
import { InboxController } from './desk/inbox.controller';
import { ManyActsService } from './desk/many-acts';
import { NumbersController } from './desk/numbers.controller';
import { Commands } from './dossiers/commands';
import { CommandsController } from './dossiers/commands.controller';
import { DossiersController } from './dossiers/dossiers.controller';
import { FilesController } from './dossiers/files.controller';
import { PapersController } from './dossiers/papers.controller';
import { DraftsController } from './drafts/drafts.controller';
import { EventsController } from './events/events.controller';
import { Streams } from './events/streams';
import { HealthController } from './health/health.controller';
import { ProblemFilter } from './http/problem.filter';
import { SessionGuard } from './http/session.guard';
import { ValidationInterceptor } from './http/validation.interceptor';
import { Lifecycle } from './lifecycle';
import { RequestTypesController } from './public/request-types.controller';
import { SessionController } from './session/session.controller';
import { StudioController } from './studio/studio.controller';
import { TalkPhotosController } from './talk/talk-photos.controller';
import { TalkController } from './talk/talk.controller';
import { MarksController } from './marks/marks.controller';
import { PRESS, SETTINGS } from './tokens';
import { Waiting } from './waiting';

const CONTROLLERS = [
  HealthController,
  SessionController,
  RequestTypesController,
  DraftsController,
  FilesController,
  DossiersController,
  PapersController,
  NumbersController,
  CommandsController,
  TalkController,
  TalkPhotosController,
  MarksController,
  CounterController,
  DeskController,
  InboxController,
  DrawerController,
  EventsController,
  StudioController,
  CalendarController,
];

/** Wiring only. The settings are read before, so that a mistake in them is the first thing that is said. */
@Module({})
export class AppModule {
  static with(settings: ApiSettings) {
    return {
      module: AppModule,
      controllers: CONTROLLERS,
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: Calendars, useFactory: () => new Calendars() },
        {
          provide: Door,
          inject: [Channel],
          useFactory: async (channel: Channel) =>
            new Door(await dataSource({ url: settings.DATABASE_URL }).initialize(), (name, payload) =>
              channel.poke(name, payload),
            ),
        },
        { provide: Channel, useFactory: () => new Channel(settings.DATABASE_URL) },
        { provide: RequestTypes, useFactory: () => new RequestTypes() },
        { provide: FileStore, useFactory: () => new FileStore(settings.FILES_DIR) },
        { provide: Identity, inject: [Door], useFactory: (door: Door) => new Identity(door) },
        { provide: Journals, inject: [Door], useFactory: (door: Door) => new Journals(door, Lifecycle.journalFailed) },
        {
          provide: DossierService,
          inject: [Door, RequestTypes, Calendars, Journals],
          useFactory: (door: Door, types: RequestTypes, calendars: Calendars, journals: Journals) =>
            new DossierService({
              door,
              types,
              calendars,
              journals,
              secret: settings.SECRET_KEY,
              publicUrl: settings.PUBLIC_URL,
            }),
        },
        { provide: PRESS, useFactory: startPress },
        {
          provide: PaperFiles,
          inject: [Door, FileStore, PRESS],
          useFactory: (door: Door, store: FileStore, press: Press) =>
            new PaperFiles({ door, store, press, differs: Lifecycle.paperDiffers }),
        },
        Commands,
        ManyActsService,
        Waiting,
        Streams,
        Lifecycle,
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_INTERCEPTOR, useClass: ValidationInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
