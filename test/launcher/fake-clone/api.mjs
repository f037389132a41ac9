// Stands for the web server: ready when the database lets the product's role in and Temporal's port is open.
import { createServer } from 'node:http';
import { connect } from 'node:net';
import pg from 'pg';

const { HOST, PORT, DATABASE_URL, TEMPORAL_ADDRESS, FAKE_API_FAILS } = process.env;
if (FAKE_API_FAILS) throw new Error('no reason');

const databases = Object.keys(process.env).filter((name) => name.endsWith('DATABASE_URL'));

async function user() {
  const client = new pg.Client({ connectionString: DATABASE_URL });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query('SELECT current_user AS name');
  await client.end();
  return rows[0].name;
}

function reachTemporal() {
  const [host, port] = String(TEMPORAL_ADDRESS).split(':');
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), host, () => resolve(socket.destroy()));
    socket.on('error', reject);
  });
}

createServer(async (request, response) => {
  try {
    await reachTemporal();
    response.writeHead(200).end(JSON.stringify({ status: 'ok', worker: 'up', user: await user(), databases }));
  } catch (error) {
    response.writeHead(503).end(JSON.stringify({ status: 'degraded', reason: String(error) }));
  }
}).listen(Number(PORT), HOST);
