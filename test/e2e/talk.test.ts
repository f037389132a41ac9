import type { Page } from 'playwright-core';
import { PHONE, screenshot } from './support/browser';
import { PHOTOS } from './support/housing';
import { fits, looksRight } from './support/looks';
import { Stage } from './support/stage';

/** Colleagues who talk about a dossier, each at a screen of their own. */
const stage = Stage.set();

const notes = (page: Page) => page.getByRole('list', { name: 'Các ghi chú, mới nhất trước' }).getByRole('listitem');
const field = (page: Page) => page.getByLabel('Ghi chú cho đồng nghiệp');

/** The survey of the household whose applicant signs in as 0912345678. */
const ofBich = async () => (await stage.enter('nhao.mytu')).dossierAt('survey', 'Trần T. B.');

describe('two officials', () => {
  it('talk about a dossier with a photo and a mention, each on the screen of the other, and the applicant sees nothing', async () => {
    const dossier = await ofBich();
    const path = `/desk/dossiers/${dossier}`;
    const khang = await stage.at('nhao.mytu', path);
    await khang.locator('.panes').waitFor();
    const cuc = await stage.at('motcua.mytu', path, PHONE);
    await cuc.locator('.panes').waitFor();
    await cuc.getByRole('tab', { name: 'Trao đổi' }).click();
    await cuc.getByText('Chưa có ghi chú nào.').waitFor();
    await screenshot(cuc, 'talk-empty');
    await looksRight(cuc);

    // Khang is at the house: a photo, and the clerk by name, with the keyboard alone.
    await khang.keyboard.press('c');
    await field(khang).and(khang.locator(':focus')).waitFor();
    await khang.locator('.talk-composer input[type=file]').setInputFiles(PHOTOS.slice(0, 1));
    await khang.locator('.talk-composer .talk-photo img').waitFor();
    await khang.keyboard.type('Mái bếp đã sập, nhờ @hong cuc');
    await khang.getByRole('option', { name: /Võ Thị Hồng Cúc/ }).waitFor();
    await screenshot(khang, 'talk-mention');
    await khang.keyboard.press('Enter');
    await khang.keyboard.type('gọi giúp gia đình.');
    expect(await field(khang).inputValue()).toBe('Mái bếp đã sập, nhờ @Võ Thị Hồng Cúc gọi giúp gia đình.');
    await khang.keyboard.press('Control+Enter');
    await notes(khang).first().getByText('gọi giúp gia đình.').waitFor();

    // It comes to the clerk's phone by itself, with a notice.
    await notes(cuc).first().getByText('Lê Minh Khang').waitFor();
    await notes(cuc).first().getByText('@Võ Thị Hồng Cúc').waitFor();
    const photo = notes(cuc).getByRole('link', { name: 'Ảnh 1 trong ghi chú của Lê Minh Khang' });
    await photo.locator('img').evaluate((image: HTMLImageElement) => image.decode());
    await cuc.locator('.top-bar .count-late').waitFor();
    await looksRight(cuc);
    await screenshot(cuc, 'talk-phone');

    await field(cuc).fill('Đã gọi, chiều nay chị ấy ở nhà.');
    await cuc.getByRole('button', { name: 'Gửi ghi chú' }).click();
    await notes(khang).first().getByText('Đã gọi, chiều nay chị ấy ở nhà.').waitFor();
    await looksRight(khang);
    await screenshot(khang, 'talk-desk');

    const applicant = await stage.at('0912345678', `/dossiers/${dossier}`, PHONE);
    await applicant.getByRole('heading', { level: 1 }).waitFor();
    await applicant.waitForLoadState('networkidle');
    expect(await applicant.content()).not.toMatch(/Mái bếp đã sập|chiều nay chị ấy/);
    for (const asked of ['talk', 'talk/people']) {
      const refused = await applicant.request.get(`${stage.product.url}/api/dossiers/${dossier}/${asked}`);
      expect([asked, refused.status()]).toEqual([asked, 403]);
    }
  });

  it('see on the tab what they have not read, are led there by a mention, and a note taken back leaves its place', async () => {
    const dossier = await ofBich();
    const khang = await stage.at('nhao.mytu', `/desk/dossiers/${dossier}#talk`);
    await field(khang).fill('@dang quoc');
    await khang.getByRole('option', { name: /Đặng Quốc Thái/ }).click();
    await khang.keyboard.type('xem giúp mức hỗ trợ.');
    await khang.getByRole('button', { name: 'Gửi ghi chú' }).click();
    await notes(khang).first().getByText('xem giúp mức hỗ trợ.').waitFor();

    const thai = await stage.at('truongphong.mytu', '/desk/notices');
    await thai.getByRole('link', { name: 'Đồng nghiệp nhắc tên trong phần trao đổi' }).first().click();
    await notes(thai).first().getByText('xem giúp mức hỗ trợ.').waitFor();
    await notes(thai).first().getByText('mới', { exact: true }).waitFor();

    const diem = await stage.at('nhao2.mytu', `/desk/dossiers/${dossier}`);
    await diem.getByRole('tab', { name: /Trao đổi.*ghi chú chưa đọc/ }).waitFor();
    await notes(khang).first().getByRole('button', { name: 'Thu hồi' }).click();
    await notes(khang)
      .first()
      .getByText(/Dấu vết vẫn còn/)
      .waitFor();
    await notes(khang).first().getByRole('button', { name: 'Thu hồi' }).click();

    await notes(thai)
      .first()
      .getByText(/Đã thu hồi lúc/)
      .waitFor();
    expect(await thai.content()).not.toContain('xem giúp mức hỗ trợ');
    await fits(thai);
    await thai.getByRole('button', { name: 'English' }).click();
    await thai.getByText(/Withdrawn at/).waitFor();
    await screenshot(thai, 'talk-withdrawn-en');
  });
});
