import type { Schema } from '@trinhduyet/api-client';
import { addDays, addWorkingDays, dayOf, VIETNAM, workingCalendar } from '@trinhduyet/calendar';
import { formatDay, formatInstant } from '@trinhduyet/text';
import { overflowing, PHONE, screenshot } from './support/browser';
import { eventually } from './support/eventually';
import { aDraft, entryOf, type Ladder } from './support/housing';
import { heading, looksRight } from './support/looks';
import type { Person } from './support/person';
import { Stage } from './support/stage';

const calendar = workingCalendar(VIETNAM);
const stage = Stage.set();

/** A dossier that its village is meeting about, on the ladder that is asked for. */
async function received(ladder: Ladder): Promise<string> {
  const applicant = await stage.enter('0909888777');
  const { id, version } = await aDraft(applicant, ladder);
  await applicant.post(`/api/drafts/${id}/submission`, { version });
  const clerk = await stage.enter(ladder === 'two-tier' ? 'motcua.mytu' : 'motcua.taphuan');
  await clerk.post(`/api/dossiers/${id}/reception`, { task: await taskOf(clerk, id) });
  return id;
}

/** The dossier may still be on its way, or looked through by the machine. */
async function taskOf(person: Person, dossier: string): Promise<string> {
  const own = ({ places }: Schema<'DossierView'>) => places.find(({ mineBy }) => mineBy !== undefined)?.task;
  const view = await eventually(
    () => person.dossier(dossier),
    (seen) => own(seen) !== undefined,
  );
  return own(view) ?? '';
}

async function dates(login: string, dossier: string) {
  const { places, promisedOn = '' } = await (await stage.enter(login)).dossier(dossier);
  return { due: places[0]?.dueAt ?? '', promisedOn };
}

it('given a commune that is closed for a day, when an administrator enters it, then dates move as was shown, there and nowhere else', async () => {
  const [dossier, elsewhere] = [await received('two-tier'), await received('three-tier')];
  const [head, other] = [await stage.enter('truongap3.mytu'), await stage.enter('truongap.taphuan')];
  await head.post(`/api/dossiers/${dossier}/decision`, {
    task: await taskOf(head, dossier),
    outcome: 'propose',
    entry: entryOf('meeting'),
  });
  await taskOf(other, elsewhere);
  stage.product.command('demo-clock', '+5wd');
  await head.post(`/api/dossiers/${dossier}/decision`, {
    task: await taskOf(head, dossier),
    outcome: 'no-objection',
    entry: entryOf('posting'),
  });
  await taskOf(await stage.enter('nhao.mytu'), dossier);
  const [before, apart] = [await dates('nhao.mytu', dossier), await dates('truongap.taphuan', elsewhere)];
  const closed = addWorkingDays(calendar, dayOf(before.due), 0);
  const due = addWorkingDays(calendar, closed, 1);
  const promised = addWorkingDays(calendar, before.promisedOn, 1);

  const page = await stage.at('quantri.cantho', '/studio/calendar');
  await heading(page, 'Lịch làm việc');
  await page.getByLabel('Lịch của').selectOption({ label: 'Xã Mỹ Tú' });
  await page.getByText('Áp dụng cho: Xã Mỹ Tú').waitFor();
  const form = page.getByRole('form', { name: 'Nhập quyết định' });
  await form.getByRole('button', { name: 'Xem trước hệ quả' }).click();
  await form.getByText('Nhập một ngày có thật.').first().waitFor();
  await form.getByLabel('Từ ngày').fill(formatDay(closed));
  await form.getByLabel('Tên ngày nghỉ, lý do').fill('Trụ sở ngập do triều cường');
  await form.getByLabel('Số quyết định').fill('45/QĐ-UBND');
  await form.getByLabel('Ngày quyết định').fill(formatDay(addDays(closed, -2)));
  await form.getByRole('button', { name: 'Xem trước hệ quả' }).click();
  const shown = form.getByRole('region', { name: 'Hệ quả' });
  await shown.getByText(/hồ sơ đang mở đổi hạn/).waitFor();
  await shown.getByText(formatDay(promised)).first().waitFor();
  await looksRight(page);
  await screenshot(page, 'studio-calendar');
  await page.setViewportSize(PHONE);
  await screenshot(page, 'studio-calendar-phone');
  await form.scrollIntoViewIfNeeded();
  await shown.scrollIntoViewIfNeeded();
  await screenshot(page, 'studio-calendar-phone-preview');
  await page.setViewportSize({ width: 1440, height: 900 });
  await form.getByRole('button', { name: 'Áp dụng' }).click();
  await page.getByRole('heading', { level: 3, name: 'Trụ sở ngập do triều cường' }).waitFor();
  await page.getByText(/Đã tính lại: \d+ trên \d+ hồ sơ đổi hạn/).waitFor();

  const after = await eventually(
    () => dates('nhao.mytu', dossier),
    (seen) => seen.due !== before.due,
  );
  expect({ ...after, due: dayOf(after.due) }).toEqual({ due, promisedOn: promised });
  const officer = await stage.at('nhao.mytu');
  await officer.locator(`[href*="${dossier}"]`).first().waitFor();
  const line = (await (await stage.enter('nhao.mytu')).inbox()).find((each) => each.dossier === dossier);
  expect(line).toMatchObject({ dueAt: after.due, promisedOn: promised });
  await officer.goto(`${stage.product.url}/desk/dossiers/${dossier}`);
  await officer.getByRole('tab', { name: 'Lịch sử' }).click();
  await officer.getByText('Tính lại hạn theo lịch nghỉ').first().waitFor();
  await officer
    .getByText(new RegExp(formatInstant(after.due)))
    .first()
    .waitFor();
  await screenshot(officer, 'desk-recounted');
  const household = await stage.page({ login: '0909888777', path: `/dossiers/${dossier}` });
  await household.getByText('Ngày hẹn trả lùi lại theo lịch nghỉ của cơ quan').first().waitFor();
  await household
    .getByText(new RegExp(formatDay(promised)))
    .first()
    .waitFor();
  expect(await overflowing(household)).toEqual([]);
  await screenshot(household, 'portal-recounted');
  expect(await dates('truongap.taphuan', elsewhere)).toEqual(apart);

  await page.getByRole('button', { name: /Thu hồi quyết định “Trụ sở ngập/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/đã hẹn với dân thì không rút ngắn/).waitFor();
  await screenshot(page, 'studio-calendar-revoke');
  await dialog.getByRole('button', { name: 'Thu hồi' }).click();
  await page.getByText('Đã thu hồi (1)').waitFor();
  const back = await eventually(
    () => dates('nhao.mytu', dossier),
    (seen) => seen.due !== after.due,
  );
  expect(back).toEqual({ due: before.due, promisedOn: promised });
  await looksRight(page);
}, 300_000);

it('given a chair, when they look after the days of their own commune, then by keyboard alone, and not those of the province', async () => {
  const page = await stage.at('chutich.mytu', '/studio/calendar');
  await page.getByText('Áp dụng cho: Xã Mỹ Tú').waitFor();

  await page.getByLabel('Lịch của').selectOption({ label: 'Cả nước' });
  await page.getByText(/Lịch này do cấp khác quyết định/).waitFor();
  await page.getByLabel('Lịch của').selectOption({ label: 'Xã Mỹ Tú' });
  await page.getByLabel('Từ ngày').focus();
  await page.keyboard.type('12/06/2026');
  for (const text of ['', '', 'Ngày hội đại đoàn kết', '46/QĐ-UBND', '01/06/2026']) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Hệ quả' }).waitFor();
  await page.getByRole('button', { name: 'Áp dụng' }).focus();
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { level: 3, name: 'Ngày hội đại đoàn kết' }).waitFor();
  await page.getByText(', nghỉ: Ngày hội đại đoàn kết').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Tài khoản' }).click();
  await page.getByText('English').click();
  await heading(page, 'Working calendar');
  await looksRight(page);
  await screenshot(page, 'studio-calendar-en');
}, 120_000);

it('given training, when its leader looks at the year, then the local day off is there with its decision', async () => {
  const page = await stage.at('lanhdaotinh.taphuan', '/studio/calendar');

  await page.getByRole('heading', { level: 3, name: 'Lễ hội Óc Om Bóc – Đua ghe Ngo' }).waitFor();
  await page.getByText('23/11').first().waitFor();
}, 120_000);
