// How many papers one press prints in a second: a numbered decision of one page. Needs the build (`npx nx build @trinhduyet/papers`).
import { drawUp } from '@trinhduyet/programme';
import { readFileSync } from 'node:fs';
import { renderPaper } from '@trinhduyet/papers/render';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const template = JSON.parse(readFileSync(new URL('../../forms/housing/papers/decision.json', import.meta.url), 'utf8'));
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

const { length: bytes } = await renderPaper(paper);
const from = performance.now();
const used = process.cpuUsage();
let papers = 0;
while (performance.now() - from < SECONDS * 1_000) {
  await renderPaper(paper);
  papers += 1;
}
const seconds = (performance.now() - from) / 1_000;
const { user, system } = process.cpuUsage(used);
process.stdout.write(
  `${JSON.stringify({ papersPerSecond: +(papers / seconds).toFixed(1), cpuMsPerPaper: +((user + system) / 1_000 / papers).toFixed(1), bytes })}\n`,
);
