import type { Schema } from '@trinhduyet/api-client';
import { isObject, type PlanField, valueAt, type ViewPlan } from '@trinhduyet/form';
import { formatDay } from '@trinhduyet/text';
import type { Locator, Page } from 'playwright-core';
import { PHOTOS } from './housing';

type Document = Readonly<Record<string, unknown>>;

/** Where somebody lives or works, as people look for it. */
export interface Place {
  readonly search: string;
  readonly commune: RegExp;
  readonly village: string;
}

export interface Filling {
  /** `f` in the portal, `step` at the desk, `t` where a paper is typed in: what the ids of the form's controls begin with. */
  readonly form: 'f' | 'step' | 't';
  readonly document: Document;
  readonly place?: Place;
}

/** Types a document into the fields that a page shows, with the kinds of control that the form gives them. */
export async function fillIn(page: Page, fields: readonly PlanField[], filling: Filling): Promise<void> {
  for (const field of fields) {
    const value = valueAt(filling.document, field.pointer);
    if (value !== undefined && !field.value) await fillField(page, field, value, filling);
  }
}

export const fieldsOn = (plan: ViewPlan, key: string): readonly PlanField[] =>
  plan.pages.find((each) => each.key === key)?.sections.flatMap(({ fields }) => fields) ?? [];

export const planOf = (form: Schema<'Form'> | undefined) => form?.plan as unknown as ViewPlan;

async function fillField(page: Page, field: PlanField, value: unknown, filling: Filling): Promise<void> {
  const id = `${filling.form}${field.pointer.replaceAll('/', '-')}`;
  const control = page.locator(`[id="${id}"]`);
  switch (field.widget) {
    case 'date':
      return page.locator(`[id="${id}-0"]`).fill(formatDay(String(value)));
    case 'yes-no':
      return page.locator(`[id="${id}-${value === true ? 0 : 1}"]`).check();
    case 'choice':
    case 'choices':
      return choose(control, field, value);
    case 'codes':
      return chooseCode(page, control, field, value);
    case 'place':
      return findPlace(page, filling.place);
    case 'photos':
      return takePhotos(page, id, control, value);
    case 'table':
      return fillRows(page, id, field, value);
    default:
      return typeIn(control, field, value);
  }
}

async function typeIn(control: Locator, { widget }: PlanField, value: unknown): Promise<void> {
  if (widget === 'tick' || widget === 'confirm') return control.setChecked(value === true);
  return control.fill(widget === 'number' ? String(value).replace('.', ',') : String(value));
}

async function choose(control: Locator, { choices = [] }: PlanField, value: unknown): Promise<void> {
  const titles = choices.filter((each) => [value].flat().includes(each.value)).map(({ title }) => title.vi);
  if (await control.evaluate((element) => element.localName === 'select')) {
    await control.selectOption({ label: titles[0] ?? '' });
    return;
  }
  for (const title of titles) await control.getByLabel(title, { exact: true }).check();
}

async function chooseCode(page: Page, control: Locator, { codes }: PlanField, value: unknown): Promise<void> {
  const answer = await page.request.get(`${new URL(page.url()).origin}/api/codes/${codes}`);
  const list = (await answer.json()) as readonly { code: string; name: string }[];
  await control.selectOption({ label: list.find(({ code }) => code === value)?.name ?? '' });
}

async function findPlace(page: Page, place: Place | undefined): Promise<void> {
  if (!place) throw new Error('The form asks for a place.');
  await page.getByRole('combobox', { expanded: false }).and(page.locator('input')).fill(place.search);
  await page.getByRole('option', { name: place.commune }).click();
  await page.getByLabel(/Thôn, ấp/).selectOption({ label: place.village });
}

async function takePhotos(page: Page, id: string, group: Locator, value: unknown): Promise<void> {
  const photos = PHOTOS.slice(0, Array.isArray(value) ? value.length : 0);
  await page.locator(`[id="${id}-input"]`).setInputFiles(photos);
  await group
    .getByText('đã gửi')
    .nth(photos.length - 1)
    .waitFor();
}

async function fillRows(page: Page, id: string, { columns = [] }: PlanField, value: unknown): Promise<void> {
  const rows = Array.isArray(value) ? value.filter(isObject) : [];
  for (const [index, row] of rows.entries()) {
    if (index > 0) await page.locator(`button[id="${id}"]`).click();
    for (const column of columns) {
      const cell = row[column.key];
      const control = page.locator(`[id="${id}-${index}-${column.key}"]`);
      if (cell === undefined || column.value) continue;
      await (column.choices ? choose(control, column, cell) : typeIn(control, column, cell));
    }
  }
}
