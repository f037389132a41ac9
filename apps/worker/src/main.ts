import 'reflect-metadata';
import { ConsoleLogger, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { WorkerSettings } from '@trinhduyet/settings';
import { join } from 'node:path';
import { DossierActivitiesService } from './dossier.activities';
import { Heartbeat } from './heartbeat';
import { buildIdOf, createWorker, makeCurrent, quietTemporal } from './temporal-worker';
import { SETTINGS } from './tokens';
import { WorkerModule } from './worker.module';

async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(WorkerModule, { logger: new ConsoleLogger({ json: true }) });
  quietTemporal();
  const settings = app.get<WorkerSettings>(SETTINGS);
  const bundle = { codePath: join(__dirname, 'workflows.js') };
  const built = { ...settings, buildId: buildIdOf(settings, bundle) };
  const worker = await createWorker(built, bundle, app.get(DossierActivitiesService));
  const running = worker.run(); // Temporal's own hooks end it by SIGINT or SIGTERM, when what it was doing is done
  await makeCurrent(built);
  app.get(Heartbeat).polling = true;
  Logger.log('the worker carries dossiers', 'Worker');
  await running;
  await app.close();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
