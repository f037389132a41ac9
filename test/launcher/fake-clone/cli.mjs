// Stands for the product's command line.
import pg from 'pg';

const [command, ...args] = process.argv.slice(2);
const client = new pg.Client({ connectionString: process.env.OWNER_DATABASE_URL });
await client.connect();
await client.query('CREATE TABLE IF NOT EXISTS started (at timestamptz NOT NULL DEFAULT now())');
if (command === 'migrate' || command === 'seed-demo') await client.query('INSERT INTO started DEFAULT VALUES');
const { rowCount } = await client.query('SELECT FROM started');
await client.end();

if (command === 'seed-demo') {
  console.log('what else it has to say');
  console.log(JSON.stringify({ account: 'truong-thon', password: 'demo', who: `village head, start ${rowCount}` }));
}
if (command === 'demo-clock') console.log(`clock ${args.join(' ')}`);
