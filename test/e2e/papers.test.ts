import type { Schema } from '@trinhduyet/api-client';
import { addWorkingDays, VIETNAM, workingCalendar } from '@trinhduyet/calendar';
import { formatDay } from '@trinhduyet/text';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { workspace } from '../../deploy/local/workspace.mjs';
import { accessibilityFaults, overflowing, screenshot } from './support/browser';
import { eventually } from './support/eventually';
import { aDraft, entryOf, type Ladder } from './support/housing';
import { fits } from './support/looks';
import { act, acts } from './support/official';
import type { Person } from './support/person';
import { Stage } from './support/stage';

const SHOTS = join(workspace, '.data/screenshots');
const calendar = workingCalendar(VIETNAM);

const stage = Stage.set();

/** A dossier at reception, by the API alone: pages are for what this is about. */
async function submitted(ladder: Ladder = 'two-tier'): Promise<string> {
  const applicant = await stage.enter('0909888777');
  const { id, version } = await aDraft(applicant, ladder);
  await applicant.post(`/api/drafts/${id}/submission`, { version });
  return id;
}

async function does(login: string, dossier: string, command: string, body: object): Promise<void> {
  const person = await stage.enter(login);
  const answer = await person.post(`/api/dossiers/${dossier}/${command}`, {
    task: await ownTask(person, dossier),
    ...body,
  });
  if (answer.status >= 300) throw new Error(`${command}: ${JSON.stringify(answer.body)}`);
}

/** The dossier may still be on its way, or looked through by the machine. */
async function ownTask(person: Person, dossier: string): Promise<string> {
  const own = ({ places }: Schema<'DossierView'>) => places.find(({ mineBy }) => mineBy !== undefined)?.task;
  const view = await eventually(
    () => person.dossier(dossier),
    (seen) => own(seen) !== undefined,
  );
  return own(view) ?? '';
}

const decides = (login: string, dossier: string, outcome: string, form?: string) =>
  does(login, dossier, 'decision', { outcome, ...(form && { entry: entryOf(form) }) });

/** Dossiers whose village is done with them: everything that waits out the posting waits together. */
async function atSurvey(ladders: readonly Ladder[]): Promise<readonly string[]> {
  const dossiers: string[] = [];
  for (const ladder of ladders) {
    const [clerk, head] =
      ladder === 'two-tier' ? ['motcua.mytu', 'truongap3.mytu'] : ['motcua.taphuan', 'truongap.taphuan'];
    const dossier = await submitted(ladder);
    await does(clerk, dossier, 'reception', {});
    await decides(head, dossier, 'propose', 'meeting');
    dossiers.push(dossier);
  }
  stage.product.command('demo-clock', '+5wd');
  for (const [index, dossier] of dossiers.entries()) {
    const head = ladders[index] === 'two-tier' ? 'truongap3.mytu' : 'truongap.taphuan';
    await decides(head, dossier, 'no-objection', 'posting');
  }
  return dossiers;
}

/** The file of a paper, as a page of its reader gets it; kept for people to look at. */
async function fileOf(page: Page, dossier: string, kind: string) {
  const view = (await (
    await page.request.get(`${stage.product.url}/api/dossiers/${dossier}`)
  ).json()) as Schema<'DossierView'>;
  const paper = view.papers.find((each) => each.kind === kind);
  const answer = await page.request.get(`${stage.product.url}/api/dossiers/${dossier}/papers/${paper?.id}/pdf`);
  const content = await answer.body();
  mkdirSync(SHOTS, { recursive: true });
  writeFileSync(join(SHOTS, `paper-${kind}.pdf`), content);
  return { id: paper?.id ?? '', status: answer.status(), headers: answer.headers(), content };
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

it('given dossiers on both ladders, when each paper is drawn up, then it is there as a file, the same for everybody', async () => {
  const [refused] = [await submitted()];
  await does('motcua.mytu', refused, 'reception-refusal', {
    reason: 'NOT_IN_SCOPE',
    note: 'Nhà ở ngoài phạm vi của chương trình năm nay.',
  });
  const [dossier = '', asked = '', training = ''] = await atSurvey(['two-tier', 'two-tier', 'three-tier']);
  await does('nhao.mytu', asked, 'supplement-request', {
    items: [
      { field: '/photos', reason: 'Ảnh mặt trước bị mờ. Chụp lại ở nơi sáng, thấy cả mái.' },
      { reason: 'Giấy chứng nhận quyền sử dụng đất, nếu đã có.' },
    ],
  });
  await decides('xaydung.taphuan', training, 'propose', 'survey');
  await decides('chutichxa.taphuan', training, 'forward');

  const household = await stage.page({ login: '0909888777', path: `/dossiers/${dossier}` });
  const receipt = await fileOf(household, dossier, 'form-01');
  expect(receipt.status).toBe(200);
  expect(receipt.headers).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    etag: `"${sha256(receipt.content)}"`,
    'content-disposition': expect.stringMatching(/^inline; filename="[A-Za-z0-9-]+-form-01\.pdf"$/) as unknown,
  });
  const clerk = await stage.at('motcua.mytu', `/desk/dossiers/${dossier}/papers/${receipt.id}`);
  expect(sha256((await fileOf(clerk, dossier, 'form-01')).content)).toBe(sha256(receipt.content));
  for (const [of, kind] of [
    [asked, 'form-02'],
    [refused, 'form-03'],
  ] as const)
    expect((await fileOf(household, of, kind)).status).toBe(200);
  const leader = await stage.at('chutichxa.taphuan', `/desk/dossiers/${training}`);
  expect((await fileOf(leader, training, 'to-trinh')).status).toBe(200);
  const { papers } = await (await stage.enter('0909888777')).dossier(training);
  expect(papers.map(({ kind }) => kind)).toEqual(['form-01']);

  await clerk.getByRole('heading', { name: /GIẤY TIẾP NHẬN/ }).waitFor();
  await clerk.getByRole('link', { name: 'Tải PDF' }).waitFor();
  expect(await accessibilityFaults(clerk)).toEqual([]);
  await screenshot(clerk, 'desk-paper');
  await household.goto(`${stage.product.url}/dossiers/${dossier}/papers/${receipt.id}`);
  const downloading = household.waitForEvent('download');
  await household.getByRole('link', { name: 'Tải PDF' }).click();
  expect((await downloading).suggestedFilename()).toMatch(/^[A-Za-z0-9-]+-form-01\.pdf$/);
  expect(await overflowing(household)).toEqual([]);
  expect(await accessibilityFaults(household)).toEqual([]);
  await screenshot(household, 'portal-receipt');
}, 300_000);

it('given a dossier that will be late, when its office apologises in time, then both days are to be seen, and once only', async () => {
  const [dossier = ''] = await atSurvey(['two-tier']);
  await ownTask(await stage.enter('nhao.mytu'), dossier);
  const page = await stage.at('nhao.mytu', `/desk/dossiers/${dossier}`);
  await page.locator('.panes').waitFor();
  const { promisedOn = '' } = await (await stage.enter('nhao.mytu')).dossier(dossier);
  const later = formatDay(addWorkingDays(calendar, promisedOn, 5));

  await acts(page).getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Xin lỗi và hẹn lại ngày trả' }).click();
  await acts(page).getByRole('button', { name: 'Gửi xin lỗi và hẹn lại' }).click();
  await acts(page).getByText('Chọn một ngày sau ngày đã hẹn.').waitFor();
  await acts(page).getByRole('textbox', { name: 'Hẹn lại ngày' }).fill(later);
  await acts(page)
    .getByRole('textbox', { name: /Lý do chậm/ })
    .fill('Mưa lũ kéo dài, đường vào ấp ngập nên chưa khảo sát được nhà.');
  expect(await accessibilityFaults(page)).toEqual([]);
  await screenshot(page, 'desk-extend');
  await act(page, 'Gửi xin lỗi và hẹn lại');

  await page.locator('.dossier-deadlines s', { hasText: formatDay(promisedOn) }).waitFor();
  await page.locator('.dossier-deadlines', { hasText: later }).waitFor();
  await acts(page).getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Xin lỗi và hẹn lại ngày trả' }).click({ force: true }); // dim, and says why
  await acts(page)
    .getByText(/đã gia hạn một lần/)
    .waitFor();
  await screenshot(page, 'desk-extended');

  const household = await stage.page({ login: '0909888777', path: `/dossiers/${dossier}` });
  await household
    .locator('s', { hasText: formatDay(promisedOn) })
    .first()
    .waitFor();
  await household.getByText('Cơ quan xin lỗi và hẹn lại ngày trả kết quả').first().waitFor();
  expect((await fileOf(household, dossier, 'form-04')).status).toBe(200);
  expect(await overflowing(household)).toEqual([]);
  expect(await accessibilityFaults(household)).toEqual([]);
  await screenshot(household, 'portal-extended');
}, 300_000);

it('given numbers that were set aside, when a decision is numbered, then the next one is filled in and stands on the file', async () => {
  const [dossier = ''] = await atSurvey(['two-tier']);
  await decides('nhao.mytu', dossier, 'propose', 'survey');
  await decides('chutich.mytu', dossier, 'approve', 'decision');
  const archivist = await stage.at('vanthu.mytu', '/desk/numbers');
  await archivist.getByLabel('Ký hiệu').selectOption('QĐ-UBND');
  await archivist.getByLabel('Từ số').fill('701');
  await archivist.getByLabel('Đến số').fill('750');
  await archivist.getByRole('button', { name: 'Giữ dải số' }).click();
  await archivist.getByRole('cell', { name: '701–750' }).waitFor();
  await archivist.getByLabel('Từ số').fill('740');
  await archivist.getByLabel('Đến số').fill('760');
  await archivist.getByRole('button', { name: 'Giữ dải số' }).click();
  await archivist.getByText(/trùng với dải số đã giữ/).waitFor();
  expect(await accessibilityFaults(archivist)).toEqual([]);
  await fits(archivist);
  await screenshot(archivist, 'desk-numbers');

  const person = await stage.enter('vanthu.mytu');
  await ownTask(person, dossier);
  const { papers } = await person.dossier(dossier);
  const decision = papers.find(({ kind }) => kind === 'decision');
  expect(decision).toMatchObject({ issued: false, number: null });
  await archivist.goto(`${stage.product.url}/desk/dossiers/${dossier}/papers/${decision?.id}`);
  await archivist.getByText('Văn bản chưa được cấp số.').waitFor();
  await archivist.goto(`${stage.product.url}/desk/dossiers/${dossier}`);
  await archivist.getByRole('heading', { level: 1 }).waitFor();
  expect(await archivist.getByLabel('Số, ký hiệu').inputValue()).toBe('701/QĐ-UBND');
  await act(archivist, 'Đã cấp số và phát hành');

  const household = await stage.page({ login: '0909888777', path: `/dossiers/${dossier}` });
  expect((await fileOf(household, dossier, 'decision')).status).toBe(200);
  await household.getByText('701/QĐ-UBND').first().waitFor();
  await archivist.goto(`${stage.product.url}/desk/numbers`);
  await archivist.getByRole('cell', { name: '1/50' }).waitFor();
}, 300_000);
