import { addWorkingDays, dayOf, instantOn, timeOf, VIETNAM, workingCalendar, addDays } from '@trinhduyet/calendar';
import { reconcile, wakeEverything } from '@trinhduyet/dossiers';
import { dataSource, Door, Owner } from '@trinhduyet/persistence';
import { publishForms, RequestTypes } from '@trinhduyet/request-types';
import { API_SETTINGS, OWNER_SETTINGS, readSettings, WORKER_SETTINGS } from '@trinhduyet/settings';
import { FileStore } from '@trinhduyet/storage';
import { formatInstant } from '@trinhduyet/text';
import { join } from 'node:path';
import { DEMO_DOSSIERS } from './demo/shown';
import { seedCalendar } from './demo/seed-calendar';
import { seedDossiers } from './demo/seed-dossiers';
import { seedHouseholds } from './demo/seed-households';
import { seedPeople } from './demo/seed-people';
import { TemporalConnection } from './temporal-connection';

const FORMS = join(__dirname, '../../../forms');
/** Of every demo account; they sign in from this machine only. */
const DEMO_PASSWORD = 'trinhduyet-demo';

type Command = (argument: string | undefined) => Promise<void>;

const COMMANDS: Readonly<Record<string, Command>> = {
  migrate,
  'seed-demo': seedDemo,
  'demo-clock': moveClock,
  renew,
  reconcile: reconcileAll,
};

/** Brings the schema up to date and publishes the request types that ship. */
async function migrate(): Promise<void> {
  await asOwner(async (owner) => {
    const ran = await owner.migrate();
    await publishForms(owner, FORMS);
    print({ migrations: ran });
  });
}

/** Migrates, and puts in units, people and dossiers of the demo. Dossiers are played once, to the last of them; the rest is brought up to date. */
async function seedDemo(): Promise<void> {
  await migrate();
  await asOwner(async (owner) => {
    const accounts = await seedPeople(owner, DEMO_PASSWORD);
    await seedHouseholds(owner, accounts, readSettings(API_SETTINGS, process.env).SECRET_KEY);
    const [row] = await owner.transaction((transaction) =>
      transaction.query<{ count: number }>('SELECT count(*)::int FROM dossier'),
    );
    await playDossiers(owner, accounts, row?.count ?? 0);
    await seedCalendar(owner, accounts);
    for (const { login, name, who } of SHOWN)
      print({ account: login, password: DEMO_PASSWORD, who: `${name}, ${who}` });
  });
}

async function playDossiers(owner: Owner, accounts: Readonly<Record<string, string>>, played: number): Promise<void> {
  if (played >= DEMO_DOSSIERS.length) return;
  const api = readSettings(API_SETTINGS, process.env);
  const [app, worker] = [
    await doorAs(api.DATABASE_URL),
    await doorAs(readSettings(WORKER_SETTINGS, process.env).WORKER_DATABASE_URL),
  ];
  try {
    const files = new FileStore(api.FILES_DIR);
    const { SECRET_KEY: secret, PUBLIC_URL: publicUrl } = api;
    await seedDossiers({ owner, app, worker, accounts, files, secret, publicUrl }, played);
  } finally {
    await Promise.all([app.close(), worker.close()]);
  }
}

const SHOWN = [
  { login: '0909888777', name: 'Lý Thị Ngọc Ẩn', who: 'người nộp hồ sơ' },
  { login: 'motcua.mytu', name: 'Võ Thị Hồng Cúc', who: 'một cửa xã Mỹ Tú' },
  { login: 'truongap3.mytu', name: 'Kim Sươl', who: 'trưởng Ấp 3' },
  { login: 'nhao.mytu', name: 'Lê Minh Khang', who: 'Phòng Kinh tế xã Mỹ Tú' },
  { login: 'chutich.mytu', name: 'Nguyễn Thành Trung', who: 'Chủ tịch UBND xã Mỹ Tú' },
  { login: 'vanthu.mytu', name: 'Trịnh Thị Ánh', who: 'văn thư xã Mỹ Tú' },
  { login: 'soxaydung.cantho', name: 'Bùi Đức Hải', who: 'Sở Xây dựng Cần Thơ' },
  { login: 'lanhdao.cantho', name: 'Hồ Thị Ngọc Lan', who: 'lãnh đạo UBND Cần Thơ' },
  { login: 'quantri.cantho', name: 'Đỗ Thị Ẫm', who: 'quản trị chương trình' },
  { login: 'motcua.taphuan', name: 'Trần Ngọc Mai', who: 'một cửa xã Mỹ Thuận, tập huấn' },
];

/** `+3wd`, `+2d`, `-2d`, `reset`: moves the clock of training, tests and the demo. */
async function moveClock(argument = ''): Promise<void> {
  if (process.env['DEMO'] !== '1') throw new Error('The clock moves in the demo only (DEMO=1).');
  const [, sign, count, unit] = /^([+-])(\d{1,3})(wd|d)$/.exec(argument) ?? [];
  if (argument !== 'reset' && count === undefined)
    throw new Error('How far? +3wd (working days), +2d (days), or reset.');
  await asOwner(async (owner) => {
    const [row] = await owner.transaction((transaction) =>
      transaction.query<{ now: string }>('SELECT door.now() AS now'),
    );
    const at =
      argument === 'reset' ? new Date().toISOString() : moved(row?.now ?? '', Number(`${sign}${count}`), unit === 'wd');
    await owner.transaction((transaction) =>
      transaction.query("UPDATE door.clock SET moved = date_trunc('second', $1::timestamptz - clock_timestamp())", [
        at,
      ]),
    );
    print({ now: at, inVietnam: formatInstant(at) });
  });
  await renew();
}

function moved(at: string, days: number, isWorkingDays: boolean): string {
  if (!isWorkingDays) return instantOn(addDays(dayOf(at), days), timeOf(at));
  if (days < 0) throw new Error('Working days count forwards; use -2d to go back.');
  return instantOn(addWorkingDays(workingCalendar(VIETNAM), dayOf(at), days), timeOf(at));
}

/** Every open dossier's workflow starts afresh, behind the people. */
async function renew(): Promise<void> {
  const worker = await doorAs(readSettings(WORKER_SETTINGS, process.env).WORKER_DATABASE_URL);
  try {
    print({ renewed: await wakeEverything(worker) });
  } finally {
    await worker.close();
  }
}

/** Compares events, state, tasks, workflows and outbox, and mends what differs; fails when something could not be mended. */
async function reconcileAll(): Promise<void> {
  const settings = readSettings(WORKER_SETTINGS, process.env);
  const door = await doorAs(settings.WORKER_DATABASE_URL);
  const temporal = new TemporalConnection(settings);
  try {
    const found = await reconcile({ door, types: new RequestTypes(), isCarried: (id) => temporal.isRunning(id) });
    print(found);
    if (found.differences.some(({ mended }) => !mended)) process.exitCode = 1;
  } finally {
    await temporal.onModuleDestroy();
    await door.close();
  }
}

async function asOwner(work: (owner: Owner) => Promise<void>): Promise<void> {
  const owner = await Owner.connect(readSettings(OWNER_SETTINGS, process.env).OWNER_DATABASE_URL);
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}

async function doorAs(url: string): Promise<Door> {
  return new Door(await dataSource({ url, poolSize: 4 }).initialize());
}

/** One JSON object a line, for the launcher and for people. */
function print(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

const [name = '', argument] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (!command) {
  process.stderr.write(`Commands: ${Object.keys(COMMANDS).join(', ')}\n`);
  process.exitCode = 2;
} else {
  command(argument).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
