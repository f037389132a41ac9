import { TestDatabase } from '../testing';

const database = TestDatabase.create({ migrated: false });
afterAll(async () => (await database).drop());

const schemaOf = async () =>
  (await database).query(`
    SELECT table_schema, table_name, column_name, data_type, is_nullable FROM information_schema.columns
    WHERE table_schema IN ('public', 'door') AND table_name <> 'migration' ORDER BY 1, 2, 3`);

describe('the migrations', () => {
  it('run up, down to nothing, and up again to the same', async () => {
    const { source } = await database;
    await source.runMigrations();
    const once = await schemaOf();

    for (const _ of source.migrations) await source.undoLastMigration();
    expect(await schemaOf()).toEqual([]);

    await source.runMigrations();
    expect(await schemaOf()).toEqual(once);
  });

  it('make what the entities say', async () => {
    const { source } = await database;

    const drift = await source.driver.createSchemaBuilder().log();

    expect(drift.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('make no index that depends on what every step changes: a dossier’s row is changed in its place', async () => {
    const dependent = await (
      await database
    ).query<{ name: string }>(`
      SELECT c.relname AS name FROM pg_depend d JOIN pg_class c ON c.oid = d.objid AND c.relkind = 'i'
        JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      WHERE d.refobjid = 'dossier'::regclass AND a.attname IN ('state', 'sequence', 'head', 'promised_on')`);

    expect(dependent).toEqual([]);
  });

  it('force row-level security on every table that tells of a person', async () => {
    const open = await (
      await database
    ).query<{ name: string }>(`
      SELECT c.relname AS name FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1`);
    const impersonal = [
      'calendar_recount',
      'heartbeat',
      'holding',
      'journal_seal',
      'migration',
      'number_register',
      'office',
      'office_function',
      'outbox',
    ];
    const published = ['post', 'publication', 'request_type', 'unit', 'unit_succession', 'village', 'wake'];

    expect(open.map(({ name }) => name)).toEqual([...impersonal, ...published]);
  });

  it('let nobody change what was recorded', async () => {
    const granted = await (
      await database
    ).query<{ what: string }>(`
      SELECT format('%s %s %s', grantee, privilege_type, table_name) AS what FROM information_schema.table_privileges
      WHERE table_name IN ('event', 'decision', 'revision', 'note', 'entry', 'paper', 'refusal', 'access_log', 'talk_note', 'talk_mention')
        AND grantee IN ('td_app', 'td_worker', 'td_relay') AND privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')`);

    expect(granted).toEqual([]);
  });

  it('let the API change nothing of offices, people and publications, nor read a password', async () => {
    const granted = await (
      await database
    ).query<{ what: string }>(`
      SELECT DISTINCT format('%s %s', privilege_type, table_name) AS what FROM information_schema.table_privileges
      WHERE grantee = 'td_app' AND privilege_type <> 'SELECT' AND table_name IN
        ('unit', 'unit_succession', 'village', 'office', 'office_function', 'post', 'holding', 'account', 'publication', 'request_type')
      UNION SELECT format('%s %s.%s', privilege_type, table_name, column_name) FROM information_schema.column_privileges
      WHERE grantee = 'td_app' AND privilege_type <> 'SELECT' AND table_name IN ('holding', 'account', 'post')`);

    const read = await (
      await database
    )
      .query(`SELECT grantee FROM information_schema.column_privileges WHERE table_name = 'account' AND column_name = 'password_hash'
      AND grantee IN ('td_app', 'td_worker', 'td_relay')`);
    expect(granted).toEqual([]);
    expect(read).toEqual([]);
  });

  it('let a decision about the calendar be entered and revoked, and nothing of it changed', async () => {
    const granted = await (
      await database
    ).query<{ what: string }>(`
      SELECT format('%s %s', grantee, privilege_type) AS what FROM information_schema.table_privileges
      WHERE table_name = 'calendar_decision' AND grantee IN ('td_app', 'td_worker', 'td_relay') AND privilege_type <> 'SELECT'
      UNION SELECT format('%s %s.%s', grantee, privilege_type, column_name) FROM information_schema.column_privileges
      WHERE table_name = 'calendar_decision' AND grantee IN ('td_app', 'td_worker', 'td_relay') AND privilege_type = 'UPDATE' ORDER BY 1`);

    expect(granted.map(({ what }) => what)).toEqual([
      'td_app INSERT',
      'td_app UPDATE.revoked_at',
      'td_app UPDATE.revoked_by',
    ]);
  });

  it('open the register of households by reviewed functions only', async () => {
    const granted = await (
      await database
    ).query<{ what: string }>(`
      SELECT DISTINCT format('%s %s %s', grantee, privilege_type, table_name) AS what FROM information_schema.table_privileges
      WHERE table_name IN ('person', 'household', 'household_member', 'household_category')
        AND grantee IN ('td_app', 'td_worker', 'td_relay')`);

    expect(granted.map(({ what }) => what)).toEqual(['td_app INSERT person']);
  });

  it('let the relay see nothing but what it tells', async () => {
    const seen = await (
      await database
    ).query<{ table_name: string }>(`
      SELECT DISTINCT table_name FROM information_schema.table_privileges WHERE grantee = 'td_relay' ORDER BY 1`);

    expect(seen.map(({ table_name }) => table_name)).toEqual(['outbox', 'wake']);
  });
});
