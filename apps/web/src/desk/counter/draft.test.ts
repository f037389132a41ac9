import {
  allTicked,
  comerOf,
  type CounterDraft,
  filingOf,
  type Found,
  missingOf,
  NOBODY,
  papersMissing,
  type Service,
  ticked,
  turnedTo,
} from './draft';

const UNIT = 'mytu';
const CARD = { citizenNumber: '094170000123', name: 'Danh Thị Sà Rây', dateOfBirth: '1970-02-01', sex: 'F' } as const;
const paper = (key: string, conditional = false) =>
  ({ key, conditional, title: { vi: key, en: key }, kind: 'copy', copies: 1 }) as const;
const SERVICE: Service = {
  key: 'housing',
  title: { vi: '', en: '' },
  shortTitle: { vi: '', en: '' },
  workingDays: 18,
  papers: [paper('application'), paper('photos'), paper('land', true)],
};
const FOUND = {
  id: 'p',
  name: 'Danh Thị Sà Rây',
  sex: 'F',
  dateOfBirth: '1970-02-01',
  commune: UNIT,
  village: 'ap-3',
} as Found;
const standing = (change: Partial<CounterDraft>, found?: Found, openDossiers: object[] = []) => {
  const draft = { ...NOBODY, ...change };
  const comer = comerOf(draft, found, UNIT);
  const service = draft.service === undefined ? undefined : SERVICE;
  return missingOf({ draft, comer, isKnown: found !== undefined, service, openDossiers: openDossiers as never });
};

describe('what is still missing', () => {
  it.each<[string, ReturnType<typeof missingOf>, Parameters<typeof standing>]>([
    ['a card', 'card', [{}]],
    ['a name that no reader has mangled', 'name', [{ card: { ...CARD, name: undefined } }]],
    [
      'a day of birth, where only the number was typed',
      'born',
      [{ card: { citizenNumber: '1', sex: 'F' }, name: 'Ksor' }],
    ],
    ['a village', 'village', [{ card: CARD }]],
    ['a service', 'service', [{ card: CARD }, FOUND]],
    ['nothing', undefined, [{ card: CARD, service: 'housing' }, FOUND]],
    [
      'that the household has no such dossier',
      'duplicate',
      [{ card: CARD, service: 'housing' }, FOUND, [{ requestType: 'housing' }]],
    ],
    [
      'nothing, given a dossier of another kind',
      undefined,
      [{ card: CARD, service: 'housing' }, FOUND, [{ requestType: 'loan' }]],
    ],
  ])('%s', (_what, missing, given) => {
    expect(standing(...given)).toBe(missing);
  });
});

describe('who stands there', () => {
  it('is whom the register knows, whatever a reader has made of the name', () => {
    expect(comerOf({ ...NOBODY, card: { ...CARD, name: 'Danh Thi Sa Ray' } }, FOUND, UNIT).name).toBe(
      'Danh Thị Sà Rây',
    );
  });

  it('lives in the clerk’s own commune, unless the register or the clerk says otherwise', () => {
    expect(comerOf({ ...NOBODY, card: CARD }, undefined, UNIT).commune).toBe(UNIT);
    expect(comerOf({ ...NOBODY, card: CARD }, { ...FOUND, commune: 'next' }, UNIT)).toMatchObject({
      commune: 'next',
      village: 'ap-3',
    });
    expect(comerOf({ ...NOBODY, card: CARD, commune: 'next' }, FOUND, UNIT)).toMatchObject({
      commune: 'next',
      village: '',
    });
  });
});

describe('another card', () => {
  const BEFORE: CounterDraft = { ...NOBODY, card: CARD, phone: '0912', service: 'housing', papers: ['photos'] };

  it('begins anew: what was ticked for the one before is not there', () => {
    const other = { ...CARD, citizenNumber: '094170000999' };

    expect(turnedTo(BEFORE, { card: other, warnings: ['A'] })).toEqual({ ...NOBODY, card: other, warnings: ['A'] });
    expect(turnedTo(BEFORE, { person: 'p' })).toEqual({ ...NOBODY, person: 'p' });
  });

  it('of the same person keeps what was chosen and ticked', () => {
    expect(turnedTo(BEFORE, { card: CARD })).toEqual({ ...NOBODY, card: CARD, service: 'housing', papers: ['photos'] });
  });
});

describe('the papers', () => {
  it('are ticked one by one, or all that everybody needs at once, and back', () => {
    const one = ticked(NOBODY, 'land');
    const all = allTicked(one, SERVICE);

    expect(papersMissing(one, SERVICE).map(({ key }) => key)).toEqual(['application', 'photos']);
    expect([...all.papers].sort()).toEqual(['application', 'land', 'photos']);
    expect(allTicked(all, SERVICE).papers).toEqual([]);
    expect(ticked(all, 'land').papers).not.toContain('land');
  });
});

describe('what is sent', () => {
  const sent = (draft: CounterDraft, found?: Found) =>
    filingOf({
      unit: UNIT,
      draft,
      comer: comerOf(draft, found, UNIT),
      found,
      service: SERVICE,
      act: { type: 'receive' },
    });

  it('names a known person by id only: the number stays on the card', () => {
    const body = sent(
      { ...NOBODY, card: CARD, papers: ['photos', 'gone', 'application'], phone: '0912 345 678' },
      FOUND,
    );

    expect(body).toMatchObject({ person: { id: 'p' }, papers: ['application', 'photos'], phone: '0912345678' });
    expect(JSON.stringify(body)).not.toContain(CARD.citizenNumber);
  });

  it('says of a new person what the card says', () => {
    expect(sent({ ...NOBODY, card: CARD, village: 'ap-4' })).toMatchObject({
      person: { ...CARD },
      place: { commune: UNIT, village: 'ap-4' },
      phone: undefined,
    });
  });
});
