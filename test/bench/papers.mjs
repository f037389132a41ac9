// One press, in a process of its own: a numbered decision of one page, again and again.
import { drawUp } from '@trinhduyet/programme';
import { renderPaper } from '@trinhduyet/papers/render';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from '../../deploy/local/workspace.mjs';

/** @typedef {import('./load.mjs').Load} Load */

const template = JSON.parse(readFileSync(join(workspace, 'forms/housing/papers/decision.json'), 'utf8'));
const content = drawUp(template, {
  values: { name: 'ĐỖ THỊ ẪM – TRỘN', place: 'Ấp 3, Xã Mỹ Tú, Thành phố Cần Thơ', amount: '40.000.000' },
  document: { requestKind: 'NEW_BUILD' },
  standing: {
    issuer: { above: 'ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ', name: 'ỦY BAN NHÂN DÂN XÃ MỸ TÚ' },
    place: 'Mỹ Tú',
    on: '2026-01-05',
    signature: { lines: ['CHỦ TỊCH'], name: 'Nguyễn Thành Trung' },
    lookUp: 'https://example.vn/look-up?code=T7K-4Q2',
    training: false,
  },
});
const paper = { content, number: '05/QĐ-UBND', issuedOn: '2026-01-05' };

/** @param {{ seconds: number }} job @returns {Promise<Load>} */
async function print({ seconds }) {
  const latencies = { paper: /** @type {number[]} */ ([]) };
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  while (performance.now() - began < seconds * 1_000) {
    const since = performance.now();
    await renderPaper(paper);
    latencies.paper.push(performance.now() - since);
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  const ops = latencies.paper.length;
  const took = (performance.now() - began) / 1_000;
  return { ops, seconds: took, latencies, cpu: (user + system) / 1_000 };
}

process.on('message', (/** @type {{ seconds: number }} */ job) => {
  print(job).then(
    (load) => process.send?.({ load }),
    (error) => process.send?.({ error: String(error?.message ?? error) }),
  );
});
process.on('disconnect', () => process.exit());
