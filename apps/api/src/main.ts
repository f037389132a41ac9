import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { API_SETTINGS, readSettings } from '@trinhduyet/settings';
import { createServer } from './server';

async function main(): Promise<void> {
  const settings = readSettings(API_SETTINGS, process.env);
  const app = await createServer(settings);
  await app.listen(settings.PORT, settings.HOST);
  Logger.log(`listening at ${settings.PUBLIC_URL}`, 'Api');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
