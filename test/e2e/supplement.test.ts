import type { Page } from 'playwright-core';
import { PHONE, screenshot } from './support/browser';
import { eventually } from './support/eventually';
import { looksRight } from './support/looks';
import { act, acts } from './support/official';
import { Stage } from './support/stage';

/** One request for everything that an office has found, and another one only with the head's consent. */
const stage = Stage.set();

const flag = (page: Page, what: string) => page.getByRole('button', { name: `Yêu cầu bổ sung: ${what}` }).first();
const reasonOf = (page: Page, what: string) => page.getByLabel(`Cần bổ sung gì: ${what}`);
const ask = (page: Page) => acts(page).getByRole('button', { name: /^Yêu cầu bổ sung/ });

/** The survey of the household whose applicant signs in as 0912345678. */
const ofBich = async () => (await stage.enter('nhao.mytu')).dossierAt('survey', 'Trần T. B.');

it('what clerk and specialist have marked goes out as one request, and another one needs the head’s consent', async () => {
  const dossier = await ofBich();
  const path = `/desk/dossiers/${dossier}`;
  const khang = await stage.at('nhao.mytu', path);
  const cuc = await stage.at('motcua.mytu', path);

  // The clerk marks, and the specialist sees it at once.
  await flag(cuc, 'Số người trong hộ').click();
  await reasonOf(cuc, 'Số người trong hộ').fill('Giấy xác nhận ghi 5 người.');
  await flag(khang, 'Số người trong hộ').and(khang.locator('[aria-pressed="true"]')).waitFor();
  await flag(khang, 'Ảnh nhà đang ở').click();
  await cuc.getByText('Đã đánh dấu để yêu cầu bổ sung (2)').waitFor();
  await cuc.getByText('(Lê Minh Khang)').waitFor();
  await looksRight(cuc);
  await screenshot(cuc, 'supplement-marked-by-clerk');

  // The specialist sends both.
  await khang.getByRole('button', { name: 'Yêu cầu bổ sung (2)' }).click();
  await khang.getByText('(Võ Thị Hồng Cúc)').waitFor();
  await reasonOf(khang, 'Số người trong hộ').and(khang.getByText('Giấy xác nhận ghi 5 người.')).waitFor();
  await acts(khang).getByLabel('Cần bổ sung gì: Ảnh nhà đang ở').fill('Ảnh chưa thấy mái nhà.');
  await screenshot(khang, 'supplement-together');
  await act(khang, 'Gửi yêu cầu (2)');

  const bich = await stage.at('0912345678', `/dossiers/${dossier}`, PHONE);
  await bich.getByText('Giấy xác nhận ghi 5 người.').first().waitFor();
  await bich.getByText('Ảnh chưa thấy mái nhà.').first().waitFor();
  expect(await bich.content()).not.toContain('Võ Thị Hồng Cúc');
  const applicant = await stage.enter('0912345678');
  const { document } = await applicant.dossier(dossier);
  expect((await applicant.post(`/api/dossiers/${dossier}/supplement`, { document })).status).toBe(200);
  await eventually(
    async () => (await applicant.dossier(dossier)).places[0]?.step,
    (step) => step === 'survey',
  );

  // Once more at the same step: that is the head's to allow.
  const again = await stage.at('nhao.mytu', path);
  await flag(again, 'Ảnh nhà đang ở').click();
  await ask(again).first().click({ force: true }); // dim, and says why
  await acts(again)
    .getByText(/Bước này đã yêu cầu bổ sung một lần/)
    .waitFor();
  await acts(again).getByRole('button', { name: 'Xin yêu cầu bổ sung lần nữa' }).click();
  await acts(again).getByLabel('Vì sao phải yêu cầu bổ sung lần nữa').fill('Ảnh gửi lại vẫn không thấy mái nhà.');
  await act(again, 'Xin yêu cầu bổ sung lần nữa');
  await again.getByRole('region', { name: 'Yêu cầu bổ sung lần nữa' }).waitFor();

  const thai = await stage.at('truongphong.mytu', '/desk/notices');
  await thai.getByRole('link', { name: 'Chuyên viên xin yêu cầu bổ sung lần nữa' }).first().click();
  await thai.getByText('Ảnh gửi lại vẫn không thấy mái nhà.').first().waitFor();
  await acts(thai).getByRole('button', { name: 'Không đồng ý' }).waitFor();
  await looksRight(thai);
  await screenshot(thai, 'supplement-consent');
  await act(thai, 'Đồng ý cho yêu cầu lần nữa');

  await again.getByText('Đồng ý yêu cầu bổ sung lần nữa').first().waitFor();
  await again.getByRole('button', { name: 'Yêu cầu bổ sung (1)' }).click();
  await acts(again).getByLabel('Cần bổ sung gì: Ảnh nhà đang ở').fill('Chụp cả mái nhà từ ngoài sân.');
  await act(again, 'Gửi yêu cầu (1)');
  await bich.reload();
  await bich.getByText('Chụp cả mái nhà từ ngoài sân.').first().waitFor();
});
