import fc from 'fast-check';
import { looksLikeCard, readCitizenCard } from './citizen-card';

const TODAY = '2026-03-16';
const EVERYTHING = {
  number: '046165000888',
  name: 'Trần Thị Bích',
  born: '12041965',
  sex: 'Nữ',
  address: 'Ấp 3, Mỹ Tú',
  more: '',
};
const card = (change: Partial<typeof EVERYTHING> = {}) => {
  const { number, name, born, sex, address, more } = { ...EVERYTHING, ...change };
  return `${number}|361234567|${name}|${born}|${sex}|${address}|10052021${more}`;
};
const read = (text: string) => readCitizenCard(text, TODAY);
const faultOf = (text: string) => {
  const reading = read(text);
  return reading.ok ? undefined : reading.fault;
};
const warningsOf = (text: string) => {
  const reading = read(text);
  return reading.ok ? reading.warnings.map(({ code }) => code) : undefined;
};

describe('the QR of a citizen card', () => {
  it('says who somebody is', () => {
    expect(read(card())).toEqual({
      ok: true,
      warnings: [],
      card: {
        citizenNumber: '046165000888',
        name: 'Trần Thị Bích',
        dateOfBirth: '1965-04-12',
        sex: 'F',
        address: 'Ấp 3, Mỹ Tú',
        issuedOn: '2021-05-10',
      },
    });
  });

  it('of a newer card names the parents too, which nobody keeps', () => {
    const reading = read(card({ more: '||Trần Văn Cha|Lê Thị Mẹ||' }));

    expect(reading.ok).toBe(true);
    expect(JSON.stringify(reading)).not.toMatch(/Cha|Mẹ/);
  });

  it.each([
    ['P1', '001090012345', '05051990', 'Nam'],
    ['P2', '079303004567', '05052003', 'Nữ'],
    ['P3', '038205000123', '05052005', 'Nam'],
    ['P5', '046165000888', '05051965', 'Nữ'],
  ])('%s is plain', (_id, number, born, sex) => {
    expect(warningsOf(card({ number, born, sex }))).toEqual([]);
  });

  it.each([
    ['P8: a place that nobody knows', '003090012345', '05051990', 'Nam', ['CITIZEN_NUMBER_PLACE']],
    ['P10: another sex', '001090012345', '05051990', 'Nữ', ['CITIZEN_NUMBER_SEX']],
    ['P11: born in 2012 by the number', '001212000001', '05051999', 'Nam', ['CITIZEN_NUMBER_YEAR']],
    ['P11: born in 2099', '001299000001', '05051999', 'Nam', ['CITIZEN_NUMBER_FUTURE']],
    ['another year', '001090012345', '05051991', 'Nam', ['CITIZEN_NUMBER_YEAR']],
  ])('%s is warned of, not refused', (_what, number, born, sex, warnings) => {
    expect(warningsOf(card({ number, born, sex }))).toEqual(warnings);
  });

  it.each([
    ['P6: eleven digits', card({ number: '00109001234' }), { code: 'NUMBER', read: '00109001234' }],
    ['P7: a letter O', card({ number: 'O01090012345' }), { code: 'NUMBER', read: 'O01090012345' }],
    ['P6 by hand', '00109001234', { code: 'NUMBER', read: '00109001234' }],
    ['nothing', ' \n', { code: 'EMPTY' }],
    ['an address of the web', 'https://example.vn/x?y=1', { code: 'NOT_A_CARD' }],
    ['half of it', '046165000888|361234567|Trần Thị Bích', { code: 'TOO_SHORT', fields: 3 }],
    ['no day', card({ born: '31021965' }), { code: 'DATE', read: '31021965' }],
    ['a day to come', card({ born: '01012030' }), { code: 'DATE', read: '01012030' }],
    ['a day from the back', card({ born: '19650412' }), { code: 'DATE', read: '19650412' }],
  ])('%s is answered with what is wrong', (_what, text, fault) => {
    expect(faultOf(text)).toEqual(fault);
  });

  it('as a reader types it through Telex: digits and bars hold, the sex follows from the number, the name is left out', () => {
    const reading = read(card({ name: 'Tr?n Th? B1ch', sex: '' }));

    expect(reading).toMatchObject({ ok: true, warnings: [], card: { sex: 'F', dateOfBirth: '1965-04-12' } });
    expect(reading.ok && reading.card.name).toBeUndefined();
  });

  it.each(['046 165 000 888', '046.165.000.888'])('%s typed by hand is the number alone', (typed) => {
    expect(read(typed)).toEqual({ ok: true, warnings: [], card: { citizenNumber: '046165000888', sex: 'F' } });
  });

  it('keeps names as they are written', () => {
    const reading = read(card({ name: 'H’Hen  Niê'.normalize('NFD') }));

    expect(reading.ok && reading.card.name).toBe('H’Hen Niê');
  });

  it.each([
    ['control characters', card({ name: 'Trần\u0000 Thị\u202e Bích' })],
    ['a page', card({ name: '<script>alert(1)</script>' })],
    ['a line of 100.000 characters', card({ name: 'A'.repeat(100_000) })],
    ['a formula', card({ name: '=HYPERLINK("x")' })],
  ])('%s never get into a name', (_what, text) => {
    const reading = read(text);

    expect(reading.ok ? (reading.card.name ?? '') : '').toMatch(/^[\p{L}' .’-]*$/u);
  });

  it('whatever is read, there is an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string(), { maxLength: 9 }), (text, fields) => {
        expect(typeof read(text).ok).toBe('boolean');
        expect(typeof read(fields.join('|')).ok).toBe('boolean');
      }),
    );
  });
});

describe('what is typed into the field of the scanner', () => {
  it.each([
    ['046165000888|', true],
    ['046 165 0', true],
    ['046 165', true],
    ['tran thi bich', false],
    ['Ấp 3', false],
  ])('%s is a card: %s', (text, isCard) => {
    expect(looksLikeCard(text)).toBe(isCard);
  });
});
