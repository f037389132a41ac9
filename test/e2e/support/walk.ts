import type { Schema } from '@trinhduyet/api-client';
import type { Page } from 'playwright-core';
import { goOn } from './applicant';
import { type Browsing, DESKTOP } from './browser';
import { fieldsOn, fillIn, type Place, planOf } from './fill';
import { act, actAndConfirm, acts, numberPaper } from './official';

type Document = Readonly<Record<string, unknown>>;

/** What cannot be undone is asked once more. */
const FINAL = ['Ký duyệt', 'Không phê duyệt'];

/** One dossier on its way: its household follows on a phone, officials come and go. */
export class Walk {
  private constructor(
    private readonly browsing: Browsing,
    readonly dossier: string,
    /** The page with what the applicant has to know; it stays open. */
    readonly household: Page,
  ) {}

  /** Somebody begins a request, fills it in as `fill` says, and hands it in. */
  static async submitted(browsing: Browsing, type: string, fill: (page: Page) => Promise<void>): Promise<Walk> {
    const household = await browsing.page({ login: '0909888777', path: `/programmes/${type}` });
    await household.getByRole('button', { name: 'Bắt đầu làm đơn' }).click();
    await fill(household);
    await household.getByRole('heading', { level: 1, name: 'Xem lại trước khi nộp' }).waitFor();
    for (const promise of await household.getByRole('checkbox').all()) await promise.check();
    await household.getByRole('button', { name: 'Nộp hồ sơ' }).click();
    await household.getByRole('heading', { level: 1, name: /^Đã nộp lúc/ }).waitFor();
    const [, dossier = ''] = /dossiers\/([^/]+)/.exec(household.url()) ?? [];
    await household.getByRole('link', { name: 'Theo dõi hồ sơ' }).click();
    return new Walk(browsing, dossier, household);
  }

  /** An official opens the dossier at the desk. */
  async at(login: string): Promise<Page> {
    const page = await this.browsing.page({ login, path: `/desk/dossiers/${this.dossier}`, viewport: DESKTOP });
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  }

  /** The clerk receives it, and the receipt opens to be printed. */
  async receives(login: string): Promise<void> {
    const page = await this.at(login);
    await acts(page).getByRole('button', { name: 'Tiếp nhận và in giấy hẹn' }).click();
    await page.waitForURL(/papers/);
    await page.getByRole('heading', { name: /GIẤY TIẾP NHẬN/ }).waitFor();
    await page.context().close();
  }

  /** An official fills in the step's form, if it has one, and does what the button says. */
  async decides(login: string, button: string, fill?: (page: Page) => Promise<void>): Promise<void> {
    const page = await this.at(login);
    if (fill) {
      await fill(page);
      await page.getByText(/✓ đã lưu/).waitFor(); // people are slower than the draft
    }
    await (FINAL.includes(button) ? actAndConfirm(page, button) : act(page, button));
    await page.context().close();
  }

  async numbers(login: string, number: string): Promise<void> {
    const page = await this.at(login);
    await numberPaper(page, number);
    await act(page, 'Đã cấp số và phát hành');
    await page.context().close();
  }

  /** What the household reads, however long it takes. */
  async reads(words: string | RegExp): Promise<void> {
    await this.household.reload();
    await this.household.getByText(words).first().waitFor();
  }
}

/** A form of the portal, filled in page by page with a document; `onPage` looks at each page once it is filled in. */
export function withDocument(type: string, document: Document, place: Place, onPage = async (_: Page) => {}) {
  return async (page: Page): Promise<void> => {
    const answer = await page.request.get(`${new URL(page.url()).origin}/api/request-types/${type}`);
    const { form } = (await answer.json()) as Schema<'RequestTypeDetail'>;
    const plan = planOf(form);
    for (const { key, title } of plan.pages) {
      await page.getByRole('heading', { level: 1, name: title.vi, exact: true }).waitFor();
      await fillIn(page, fieldsOn(plan, key), { form: 'f', document, place });
      await onPage(page);
      await goOn(page);
    }
  };
}

/** The form of the step at which the dossier waits, filled in with a document. */
export function withEntry(document: Document) {
  return async (page: Page): Promise<void> => {
    const { pathname, origin } = new URL(page.url());
    const answer = await page.request.get(`${origin}/api${pathname.replace('/desk', '')}`);
    const plan = planOf(((await answer.json()) as Schema<'DossierView'>).stepForm);
    for (const { key } of plan.pages) await fillIn(page, fieldsOn(plan, key), { form: 'step', document });
  };
}
