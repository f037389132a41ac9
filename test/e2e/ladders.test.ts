import type { Page } from 'playwright-core';
import { fillHousingForm } from './support/applicant';
import { accessibilityFaults, screenshot } from './support/browser';
import type { Place } from './support/fill';
import { act, actAndConfirm, acts, fillStepForm } from './support/official';
import { Stage } from './support/stage';
import { Walk } from './support/walk';

const MY_TU = { search: 'my tu', commune: /Xã Mỹ Tú, Thành phố Cần Thơ/, village: 'Ấp 3' };
const MY_THUAN = { search: 'my thuan', commune: /Xã Mỹ Thuận.*Tập huấn/, village: 'Ấp Tam Sóc' };

const stage = Stage.set();

const submitted = (place: Place) =>
  Walk.submitted(stage.browsing, 'housing', (household) => fillHousingForm(household, place));
const filled = (form: string) => (page: Page) => fillStepForm(page, form);

describe('today’s ladder: village, commune, province', () => {
  it('given a request, when more is asked for, given, and everybody decides, then it is approved with paper and money', async () => {
    const walk = await submitted(MY_TU);
    const { household } = walk;
    await walk.receives('motcua.mytu');
    await walk.reads(/Hẹn trả/);
    await walk.decides('truongap3.mytu', 'Thôn đề nghị hỗ trợ', filled('meeting'));
    stage.product.command('demo-clock', '+5wd');
    await walk.decides('truongap3.mytu', 'Hết niêm yết, không có ý kiến', filled('posting'));

    const specialist = await walk.at('nhao.mytu');
    expect(await accessibilityFaults(specialist)).toEqual([]);
    await specialist.getByRole('button', { name: 'Yêu cầu bổ sung: Ảnh nhà đang ở' }).first().click();
    await acts(specialist)
      .getByRole('button', { name: /^Yêu cầu bổ sung/ })
      .click();
    await acts(specialist)
      .getByLabel(/Cần bổ sung gì/)
      .fill('Cần ảnh chụp cả mái nhà.');
    await act(specialist, 'Gửi yêu cầu (1)');

    await household.reload();
    await household.getByRole('link', { name: 'Bổ sung ngay' }).click();
    await household.getByText('Cần ảnh chụp cả mái nhà.').waitFor();
    await household.getByText('Sửa cả phần khác của đơn').click();
    await household.getByLabel(/Diện tích nhà đang ở/).fill('28');
    await household.getByRole('button', { name: 'Gửi bổ sung' }).click();
    await household.getByText('Đã gửi bổ sung').waitFor();

    await specialist.reload();
    await specialist.getByText('28', { exact: true }).first().waitFor();
    await fillStepForm(specialist, 'survey');
    await screenshot(specialist, 'desk-dossier');
    await act(specialist, 'Đề xuất hỗ trợ');
    await walk.decides('chutich.mytu', 'Ký duyệt', filled('decision'));
    await walk.numbers('vanthu.mytu', '901/QĐ-UBND');
    await walk.decides('soxaydung.cantho', 'Đề xuất chấp thuận', filled('appraisal'));
    await walk.decides('lanhdao.cantho', 'Ký duyệt', filled('decision'));
    await walk.decides('motcua.mytu', 'Đã trả kết quả');

    await walk.reads('Được phê duyệt');
    await household.getByText('Bốn mươi triệu đồng').waitFor();
    await household.getByRole('link', { name: /Quyết định/i }).click();
    await household.getByText('Số: 901/QĐ-UBND').waitFor();
    expect(await accessibilityFaults(household)).toEqual([]);
    await screenshot(household, 'portal-paper');
  }, 300_000);

  it('given a sound house, when the specialist and the chair decide against it, then the household reads why', async () => {
    const walk = await submitted(MY_TU);
    const { household } = walk;
    await walk.receives('motcua.mytu');
    await walk.decides('truongap3.mytu', 'Thôn đề nghị hỗ trợ', filled('meeting'));
    stage.product.command('demo-clock', '+5wd');
    await walk.decides('truongap3.mytu', 'Hết niêm yết, không có ý kiến', filled('posting'));

    const specialist = await walk.at('nhao.mytu');
    await acts(specialist).getByRole('button', { name: 'Đề xuất không hỗ trợ' }).click();
    await acts(specialist).getByLabel('Lý do').fill('Nền, khung và mái còn bền chắc.');
    await act(specialist, 'Đề xuất không hỗ trợ');
    const chair = await walk.at('chutich.mytu');
    await actAndConfirm(chair, 'Không phê duyệt', 'Nhà còn từ hai kết cấu bền chắc trở lên.');
    await walk.numbers('vanthu.mytu', '902/TB-UBND');

    await walk.reads('Không được phê duyệt');
    await household.getByText(/có quyền khiếu nại/).waitFor();
  }, 300_000);
});

describe('the three tiers of the training province', () => {
  it('given a request, when the district returns it, the commune mends it, and the province approves, then it has gone all the way', async () => {
    const walk = await submitted(MY_THUAN);
    const { household } = walk;
    await household
      .getByText(/TẬP HUẤN/)
      .first()
      .waitFor();
    await walk.receives('motcua.taphuan');
    await walk.decides('truongap.taphuan', 'Thôn đề nghị hỗ trợ', filled('meeting'));
    stage.product.command('demo-clock', '+5wd');
    await walk.decides('truongap.taphuan', 'Hết niêm yết, không có ý kiến', filled('posting'));
    await walk.decides('xaydung.taphuan', 'Đề xuất hỗ trợ', filled('survey'));
    await walk.decides('chutichxa.taphuan', 'Ký tờ trình, chuyển lên cấp trên');

    const district = await walk.at('phongkthuyen.taphuan');
    await acts(district).getByRole('button', { name: 'Trả lại bước trước' }).click();
    await acts(district).getByLabel('Thẩm tra thực tế').check();
    await acts(district).getByLabel('Lý do').fill('Biên bản khảo sát chưa ghi hiện trạng mái.');
    await act(district, 'Trả lại bước trước');

    const specialist = await walk.at('xaydung.taphuan');
    await specialist.getByText('Biên bản khảo sát chưa ghi hiện trạng mái.').first().waitFor();
    await fillStepForm(specialist, 'survey');
    await act(specialist, 'Đề xuất hỗ trợ');
    await walk.decides('phongkthuyen.taphuan', 'Đề xuất chấp thuận', filled('appraisal'));
    await walk.decides('lanhdaohuyen.taphuan', 'Ký tờ trình, chuyển lên cấp trên');
    await walk.decides('soxaydung.taphuan', 'Đề xuất chấp thuận', filled('appraisal'));
    await walk.decides('lanhdaotinh.taphuan', 'Ký duyệt', filled('decision'));
    await walk.numbers('vanthutinh.taphuan', '903/QĐ-UBND');
    await walk.decides('motcua.taphuan', 'Đã trả kết quả');

    await walk.reads('Được phê duyệt');
  }, 300_000);
});
