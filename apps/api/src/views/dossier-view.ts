import { heading, type Open, SUPPLEMENT } from '@trinhduyet/approval';
import { type DossierPage, pinOf, wordsFor } from '@trinhduyet/dossiers';
import { CATALOGUE } from '@trinhduyet/problems';
import { namedValues } from '@trinhduyet/programme';
import { dayOf, daysLeft, latestApologyDay } from '@trinhduyet/calendar';
import type { CalendarOf } from '@trinhduyet/directory';
import type { z } from 'zod';
import type { DossierView, OfferView } from '../contract/dossiers';
import { findingText } from './findings';
import { formView } from './request-type-view';

export interface ViewExtras {
  readonly secret: string;
  readonly now: string;
  readonly calendarOf: CalendarOf;
}

/** A dossier's page as JSON: the words of its steps, forms to show, and what may be done now. */
export function dossierView(page: DossierPage, { secret, now, calendarOf }: ViewExtras): z.infer<typeof DossierView> {
  const { state, chain, requestType, isApplicant } = page;
  const { definition } = requestType;
  const named = namedValues(definition, state.reception?.on ?? dayOf(state.submission.at));
  const atStep = { ...namedValues(definition, dayOf(now)), dossier: page.document.data };
  // What the reader is asked stands first: an opinion has no form, whatever the step has that asked for it.
  const [atHand] = page.places;
  const stepForm = Object.values(requestType.stepForms).find(({ pin }) => pin.id === atHand?.form);
  return {
    id: page.id,
    requestType: { key: definition.key, version: definition.version, title: definition.title },
    isApplicant,
    training: page.training,
    status: state.status,
    sequence: state.sequence,
    inTransit: page.inTransit,
    ending: state.status === 'ended' ? state.ending : undefined,
    headingFor: [...page.headingFor],
    lookupCode: page.lookupCode,
    pin: isApplicant ? pinOf(secret, page.id) : undefined,
    ...receptionOf(page),
    latestExtensionOn: latestExtension(page, calendarOf),
    ...progressOf(page),
    placeName: page.placeName,
    places: page.places.map((place) => ({
      ...place,
      daysLeft: place.dueAt === undefined ? undefined : daysLeft(calendarOf(unitAt(page, place.key)), now, place.dueAt),
      outcomes: place.outcomes?.map((outcome) => ({ ...outcome })),
      signers: place.signers?.map((signer) => ({ ...signer })),
      branches: place.branches?.map((branch) => ({ ...branch })),
    })),
    form: formView(page.form, named),
    document: page.document.data,
    access: { ...page.document.access },
    previous: page.previous,
    history: page.history.map((line) => ({
      ...line,
      items: line.items?.map((item) => ({ ...item })),
      moved: line.moved?.map((date) => ({ ...date })),
      findings: line.findings?.map((code) => ({ code, text: findingText(definition, code) })),
    })),
    entries: page.entries.map(({ form, document, ...entry }) => ({
      ...entry,
      form: form && formView(form, {}),
      document: document.data,
    })),
    files: page.files.map((file) => ({ ...file })),
    papers: page.papers.map((paper) => ({ ...paper })),
    offers: page.offers.map((offer) => offerView(page, offer)),
    stepForm: stepForm && !isApplicant ? formView(stepForm, atStep) : undefined,
    ...workOf(page),
    phrases: isApplicant ? [] : (definition.phrases ?? []).map((phrase) => ({ ...phrase, for: [...phrase.for] })),
    ...clockOf(page),
    ...whomToAsk(page),
    upcoming: upcomingOf(chain, state.status === 'open' ? state : undefined),
  };
}

/** What the step at hand begins with. */
function workOf({ counter, proposal, numbering, draft }: DossierPage) {
  return {
    counter: counter && { ...counter, papers: [...counter.papers], optional: [...counter.optional] },
    proposal: proposal && { ...proposal },
    numbering: numbering && { ...numbering },
    draft: draft && { ...draft },
  };
}

/** Whom the reader may give the matter to, or ask. */
function whomToAsk({ colleagues, addressees, receptionUnits }: DossierPage) {
  return {
    colleagues: colleagues.map((each) => ({ ...each })),
    addressees: addressees.map(({ post, title, unit, unitName, officeName, duty }) => ({
      post,
      title,
      unit,
      unitName,
      officeName,
      duty,
    })),
    receptionUnits: receptionUnits.map((each) => ({ ...each })),
  };
}

/** Whether the office has stopped the clock, and on which grounds it may. */
function clockOf({ state, chain, isApplicant }: DossierPage) {
  const suspensions = chain.suspensions ?? [];
  const stop = state.status === 'open' ? state.suspended : undefined;
  const ground = suspensions.find(({ key }) => key === stop?.ground)?.title;
  return {
    suspensions: isApplicant ? [] : suspensions.map((each) => ({ ...each })),
    suspended: stop && ground && { since: stop.at, ground },
  };
}

function receptionOf({ state }: DossierPage) {
  const { reception, submission } = state;
  const asked = state.status === 'open' ? state.places.find(({ step }) => step === SUPPLEMENT) : undefined;
  return {
    submittedAt: submission.at,
    code: reception?.code,
    receivedOn: reception?.on,
    promisedOn: reception?.promisedOn,
    promisedBefore: reception?.extension?.from,
    workingDays: reception?.workingDays,
    decidedAmount: state.decidedAmount,
    supplementUntil: asked?.dueAt === undefined ? undefined : dayOf(asked.dueAt),
  };
}

/** Whose days count at a place: those of the unit that is asked there, else those of the commune. */
function unitAt({ state, row }: DossierPage, key: string): string {
  const place = state.status === 'open' ? state.places.find((each) => each.key === key) : undefined;
  return place?.asked[0]?.unit ?? row.communeId;
}

/** Until when another day may still be promised, where it was not yet. */
function latestExtension({ state, isApplicant, row }: DossierPage, calendarOf: CalendarOf) {
  const { promisedOn, extension } = state.reception ?? {};
  if (isApplicant || promisedOn === undefined || extension) return undefined;
  return latestApologyDay(calendarOf(row.communeId), promisedOn);
}

/** Which of the steps along the straight way the dossier has reached: reception is the first. */
function progressOf({ chain, state }: DossierPage) {
  const way = straightWay(chain);
  const passed = new Set(state.visits.map(({ step }) => step));
  const here = state.status === 'open' ? state.places.map(({ step }) => step) : [];
  const reached = Math.max(0, ...way.map((step, index) => (passed.has(step) || here.includes(step) ? index + 1 : 0)));
  return { stepNumber: reached + 1, stepCount: way.length + 1 };
}

/** The steps from the start along each step's first route. */
function straightWay({ start, steps }: DossierPage['chain']): readonly string[] {
  const way: string[] = [];
  for (let step = steps.find(({ key }) => key === start); step && !way.includes(step.key);) {
    way.push(step.key);
    const [route] = step.routes;
    step = route && 'to' in route ? steps.find(({ key }) => key === route.to) : undefined;
  }
  return way;
}

/** What comes after where the dossier stands, in the applicant's words. */
function upcomingOf(chain: DossierPage['chain'], state: Open | undefined) {
  if (!state) return [];
  const way = straightWay(chain);
  const standing = state.places.map(({ step }) => step);
  const reached = [...standing, ...heading(chain, state)];
  const at = Math.max(-1, ...reached.map((step) => way.indexOf(step)));
  return way.slice(at + 1).map((step) => wordsFor(chain, step));
}

function offerView(
  { chain }: DossierPage,
  { command, task, outcome, targets, others, posts, because, from }: DossierPage['offers'][number],
): z.infer<typeof OfferView> {
  const words = because && CATALOGUE[because];
  return {
    command,
    task,
    outcome,
    from,
    targets: targets?.map((step) => ({
      step,
      title: chain.steps.find(({ key }) => key === step)?.title ?? { vi: step, en: step },
      others: others?.[step],
    })),
    posts: posts && [...posts],
    because: because && words && { code: because, title: { vi: words.vi[0], en: words.en[0] } },
  };
}
