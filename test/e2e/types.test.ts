import type { Schema } from '@trinhduyet/api-client';
import { valueAt } from '@trinhduyet/form';
import { formatMoney } from '@trinhduyet/text';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { workspace } from '../../deploy/local/workspace.mjs';
import { screenshot } from './support/browser';
import { fillIn, type Place, planOf } from './support/fill';
import { Keyboard } from './support/keyboard';
import { heading, looksRight } from './support/looks';
import { act } from './support/official';
import { Stage } from './support/stage';
import { today } from './support/today';
import { Walk, withDocument, withEntry } from './support/walk';

type Document = Readonly<Record<string, unknown>>;

const MY_TU: Place = { search: 'my tu', commune: /Xã Mỹ Tú, Thành phố Cần Thơ/, village: 'Ấp 3' };
const MY_THUAN: Place = { search: 'my thuan', commune: /Xã Mỹ Thuận.*Tập huấn/, village: 'Ấp Tam Sóc' };

/** One act on the way: who, which button, with what in the step’s form. */
type Step =
  | { readonly by: string; readonly receives: true }
  | { readonly by: string; readonly press: string; readonly entry?: Document }
  | { readonly by: string; readonly number: string }
  | { readonly clock: string };

interface Story {
  readonly name: string;
  readonly type: string;
  readonly sample: string;
  readonly place: Place;
  readonly steps: readonly Step[];
  /** What stands on the decision. */
  readonly paper: RegExp;
}

const verification: Document = {
  visitDate: today(),
  membersConfirmed: 5,
  beneficiariesConfirmed: 4,
  areaClass: 'DIFFICULT',
  facilities: true,
  otherProject: false,
  proposedAmount: 90_000_000,
};
const scores: Document = {
  meetingDate: today(),
  councilSize: 5,
  present: 4,
  area: 8,
  inclusion: 7.5,
  technical: 16,
  market: 12,
  income: 12,
  counterpart: 8,
  proposedAmount: 90_000_000,
};
const grant: Document = { approvedAmount: 90_000_000, source: 'CENTRAL', budgetYear: 2026 };
const confirmation: Document = {
  resident: true,
  confirmedGroups: ['POOR', 'ETHNIC_MINORITY'],
  areaClass: 'ESPECIALLY_DIFFICULT',
  proposedAmount: 7_300_000,
};
const classList: Document = {
  className: 'May công nghiệp khóa 1',
  opensOn: '2027-02-15',
  seats: 35,
  place: 12,
  proposedAmount: 7_300_000,
};
const support: Document = { approvedAmount: 7_300_000, source: 'CENTRAL' };

const STORIES: readonly Story[] = [
  {
    name: 'a livelihood group on today’s ladder',
    type: 'livelihood',
    sample: 'community',
    place: MY_TU,
    steps: [
      { by: 'motcua.mytu', receives: true },
      { by: 'nhao.mytu', press: 'Đề xuất đưa ra Hội đồng', entry: verification },
      { by: 'hoidong.mytu', press: 'Thông qua, trình phê duyệt', entry: scores },
      { clock: '+5wd' },
      { by: 'nhao.mytu', press: 'Hết thời hạn, không có ý kiến', entry: { places: ['LOUDSPEAKER'], objections: 0 } },
      { by: 'chutich.mytu', press: 'Ký duyệt', entry: grant },
      { by: 'vanthu.mytu', number: '931/QĐ-UBND' },
      { by: 'motcua.mytu', press: 'Đã trả kết quả' },
    ],
    paper: /Nuôi bò sinh sản tại Ấp 3/,
  },
  {
    name: 'a trainee on today’s ladder',
    type: 'vocational',
    sample: 'trainee',
    place: MY_TU,
    steps: [
      { by: 'motcua.mytu', receives: true },
      { by: 'daotao.mytu', press: 'Xác nhận, đề xuất hỗ trợ', entry: confirmation },
      { by: 'chutich.mytu', press: 'Ký danh sách, chuyển lên cấp trên' },
      { by: 'sogddt.cantho', press: 'Đưa vào danh sách lớp', entry: classList },
      { by: 'giamdocgddt.cantho', press: 'Ký duyệt', entry: support },
      { by: 'vanthugddt.cantho', number: '932/QĐ-SGDĐT' },
      { by: 'motcua.mytu', press: 'Đã trả kết quả' },
    ],
    paper: /khóa đào tạo nghề May công nghiệp/,
  },
  {
    name: 'a livelihood group on the three tiers of the training province',
    type: 'livelihood',
    sample: 'community',
    place: MY_THUAN,
    steps: [
      { by: 'motcua.taphuan', receives: true },
      { by: 'xaydung.taphuan', press: 'Đề xuất đưa ra Hội đồng', entry: verification },
      { by: 'chutichxa.taphuan', press: 'Ký tờ trình, chuyển lên cấp trên' },
      { by: 'phongnnhuyen.taphuan', press: 'Đủ hồ sơ, mời Hội đồng họp' },
      { by: 'hoidonghuyen.taphuan', press: 'Thông qua, trình phê duyệt', entry: scores },
      {
        by: 'phongtchuyen.taphuan',
        press: 'Cân đối được vốn',
        entry: { budgetLine: 'Dự án 2, vốn sự nghiệp', available: 500_000_000 },
      },
      { by: 'lanhdaohuyen.taphuan', press: 'Ký duyệt', entry: grant },
      { by: 'vanthuhuyen.taphuan', number: '933/QĐ-UBND' },
      { by: 'motcua.taphuan', press: 'Đã trả kết quả' },
    ],
    paper: /Nuôi bò sinh sản tại Ấp 3/,
  },
  {
    name: 'a trainee on the three tiers of the training province',
    type: 'vocational',
    sample: 'trainee',
    place: MY_THUAN,
    steps: [
      { by: 'motcua.taphuan', receives: true },
      { by: 'vanxa.taphuan', press: 'Xác nhận, đề xuất hỗ trợ', entry: confirmation },
      { by: 'chutichxa.taphuan', press: 'Ký danh sách, chuyển lên cấp trên' },
      { by: 'phongldhuyen.taphuan', press: 'Đưa vào danh sách lớp', entry: classList },
      { by: 'lanhdaohuyen.taphuan', press: 'Ký duyệt', entry: support },
      { by: 'vanthuhuyen.taphuan', number: '934/QĐ-UBND' },
      { by: 'motcua.taphuan', press: 'Đã trả kết quả' },
    ],
    paper: /khóa đào tạo nghề May công nghiệp/,
  },
];

const stage = Stage.set();

const sampleOf = ({ type, sample }: Pick<Story, 'type' | 'sample'>) =>
  JSON.parse(readFileSync(join(workspace, 'forms', type, 'samples/valid', `${sample}.json`), 'utf8')) as Document;

async function take(walk: Walk, step: Step): Promise<void> {
  if ('clock' in step) return void stage.product.command('demo-clock', step.clock);
  if ('receives' in step) return walk.receives(step.by);
  if ('number' in step) return walk.numbers(step.by, step.number);
  return walk.decides(step.by, step.press, step.entry && withEntry(step.entry));
}

describe('every request type goes all the way', () => {
  it.each(STORIES)(
    '$name: given a request, when every office does its part, then the numbered decision is handed over',
    async ({ type, sample, place, steps, paper }) => {
      const document = sampleOf({ type, sample });
      const walk = await Walk.submitted(stage.browsing, type, withDocument(type, document, place));

      for (const step of steps) await take(walk, step);

      await walk.reads('Được phê duyệt');
      await walk.household.getByRole('link', { name: /Quyết định/i }).click();
      await walk.household.getByText(paper).waitFor();
      await screenshot(walk.household, `${type}-paper`);
    },
    300_000,
  );
});

/** Somebody of the register, in Ấp 3, and what stands on their papers. */
const CARD = '094170000123|361234567|Danh Thị Sà Rây|01021970|Nữ|Ấp 3, Mỹ Tú, Mỹ Tú, Sóc Trăng|10052021';

/** The clerk takes papers in by keyboard alone; answers where the dossier is. */
async function takesIn(service: RegExp): Promise<string> {
  const page = await stage.at('motcua.mytu', '/desk/counter');
  await page.locator('#counter-scan:focus').waitFor();
  const keys = new Keyboard(page);
  await keys.scan(CARD);
  await page.getByText('Có trong sổ').waitFor();
  await page.locator('#counter-services :focus').waitFor();
  const titles = await page.locator('#counter-services label').allTextContents();
  await keys.press(String(titles.findIndex((title) => service.test(title)) + 1));
  await page.locator('#counter-papers input[type=checkbox]:focus').waitFor();
  await keys.press('F7'); // all of them are there
  await keys.press('F8');
  await page.getByRole('heading', { name: 'Đã tiếp nhận' }).waitFor();
  expect(await page.locator('.paper-frame').count()).toBe(1);
  return (await page.getByRole('link', { name: 'Mở hồ sơ' }).getAttribute('href')) ?? '';
}

/** What is on the paper and was not asked at the counter, typed in on one sheet. */
function transcript(type: string, document: Document) {
  return async (page: Page): Promise<void> => {
    const [, dossier = ''] = /dossiers\/([^/]+)/.exec(page.url()) ?? [];
    const answer = await page.request.get(`${stage.product.url}/api/dossiers/${dossier}`);
    const { form, document: known } = (await answer.json()) as Schema<'DossierView'>;
    const { pages } = planOf(form);
    const fields = pages.flatMap(({ sections }) => sections.flatMap((section) => section.fields));
    const open = fields.filter(({ pointer }) => valueAt(known, pointer) === undefined);
    await fillIn(page, open, { form: 't', document });
    for (const promise of await page
      .locator('.transcript')
      .getByLabel(/^Tôi (cam đoan|đồng ý)/)
      .all())
      await promise.check();
  };
}

describe('every request type at the counter', () => {
  it.each([
    {
      type: 'livelihood',
      sample: 'community',
      service: /sinh kế/i,
      types: 'nhao.mytu',
      press: 'Đề xuất đưa ra Hội đồng',
      entry: verification,
      next: 'council',
    },
    {
      type: 'vocational',
      sample: 'trainee',
      service: /nghề/i,
      types: 'daotao.mytu',
      press: 'Xác nhận, đề xuất hỗ trợ',
      entry: confirmation,
      next: 'commune-list',
    },
  ])(
    '$type: given papers, when they are taken in, typed in and judged, then the dossier goes on as one from the portal',
    async ({ type, sample, service, types, press, entry, next }) => {
      const path = await takesIn(service);
      const page = await stage.at(types, `${path}/transcript`);
      await heading(page, /Nhập đơn giấy/);
      await transcript(type, sampleOf({ type, sample }))(page);
      await looksRight(page);
      await screenshot(page, `${type}-transcript`);
      await page.getByRole('button', { name: 'Ghi đơn vào hồ sơ' }).click();
      await page.locator('.panes').waitFor();

      await withEntry(entry)(page);
      await act(page, press);

      const answer = await page.request.get(`${stage.product.url}/api${path.replace('/desk', '')}`);
      const { places } = (await answer.json()) as Schema<'DossierView'>;
      expect(places.map(({ step }) => step)).toEqual([next]);
    },
    180_000,
  );
});

describe('the pages of every request type', () => {
  it.each(['livelihood', 'vocational'])(
    'of %s tell what one gets, and take a whole form',
    async (type) => {
      const story = STORIES.find((each) => each.type === type);
      if (!story) throw new Error(`No story of ${type}.`);
      const page = await stage.page({ login: '0987654321', path: `/programmes/${type}` });
      await page.getByRole('button', { name: 'Bắt đầu làm đơn' }).waitFor();
      await looksRight(page);
      await screenshot(page, `${type}-programme`);
      await page.getByRole('button', { name: 'Bắt đầu làm đơn' }).click();

      let part = 0;
      await withDocument(type, sampleOf(story), MY_TU, async (filled) => {
        await looksRight(filled);
        await filled.screenshot({
          path: join(workspace, `.data/screenshots/${type}-form-${++part}.png`),
          fullPage: true,
        });
      })(page);

      await page.getByRole('heading', { level: 1, name: 'Xem lại trước khi nộp' }).waitFor();
      await looksRight(page);
      await screenshot(page, `${type}-review`);
    },
    180_000,
  );

  it.each([
    ['livelihood', 3],
    ['vocational', 3],
  ])('of %s in the studio', async (type, version) => {
    const page = await stage.at('quantri.cantho', `/studio/request-types/${type}/${version}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');

    await looksRight(page);
    await screenshot(page, `${type}-studio`);
  });

  it.each([
    ['livelihood', 'hoidong.mytu', 'council'],
    ['vocational', 'daotao.mytu', 'confirm'],
  ])(
    'of %s at the desk: what is worked out runs along while the form is filled in',
    async (type, login, step) => {
      const page = await stage.at(login);
      const inbox = await (await stage.enter(login)).inbox();
      const dossier = inbox.find((item) => item.step === step)?.dossier ?? '';
      await page.goto(`${stage.product.url}/desk/dossiers/${dossier}`);
      await page.getByRole('heading', { level: 1 }).waitFor();

      await withEntry(step === 'council' ? scores : confirmation)(page);

      const total = page.locator(step === 'council' ? '[id="step-total"]' : '[id="step-highest"]');
      expect(await total.innerText()).toBe(step === 'council' ? '77,5' : formatMoney(7_300_000));
      await looksRight(page);
      await screenshot(page, `${type}-desk`);
    },
    60_000,
  );
});
