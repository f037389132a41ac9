import type { Expression } from '@trinhduyet/feel';
import { parseRule } from '@trinhduyet/feel/publish';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  citizenNumberFindings,
  dossierCode,
  drawUp,
  intakeFindings,
  isDossierCode,
  oneStopPapersOn,
  type PaperTemplate,
  type RequestType,
  ruleSetOn,
} from './index';

const forms = join(__dirname, '../../../forms');
const read = <T>(path: string) => JSON.parse(readFileSync(join(forms, path), 'utf8')) as T;
const housing = read<RequestType>('housing/request-type.json');

describe('a citizen number', () => {
  it.each([
    ['P1', '001090012345', { sex: 'M', birthYear: 1990 }, []],
    ['P2', '079303004567', { sex: 'F', birthYear: 2003 }, []],
    ['P3', '038205000123', { sex: 'M', birthYear: 2005 }, []],
    ['P5', '046165000888', { sex: 'F', birthYear: 1965 }, []],
    ['P6', '00109001234', {}, ['CITIZEN_NUMBER_FORMAT']],
    ['P7', 'O01090012345', {}, ['CITIZEN_NUMBER_FORMAT']],
    ['P8', '003090012345', {}, ['CITIZEN_NUMBER_PLACE']],
    ['P10', '001090012345', { sex: 'F' }, ['CITIZEN_NUMBER_SEX']],
    ['P11', '001299000001', {}, ['CITIZEN_NUMBER_FUTURE']],
    ['of a birth registered abroad', '101090012345', {}, []],
    ['of another year than declared', '001090012345', { birthYear: 1989 }, ['CITIZEN_NUMBER_YEAR']],
  ] as const)('%s %s', (_id, number, declared, expected) => {
    expect(citizenNumberFindings(number, declared, 2026).map(({ code }) => code)).toEqual(expected);
  });
});

describe('the code of a dossier', () => {
  it('is made of unit, day and serial (P13)', () => {
    expect(dossierCode('H15.16.3', '2026-03-05', 12)).toBe('H15.16.3-260305-0012');
  });

  it.each([
    ['000.00.16.H15-220405-0003', true],
    ['H15.16.3-260305-0012', true],
    ['000.00.16.H15-220431-0003', false],
    ['H15-26305-1', false],
  ])('%s is one: %s (P13, P14)', (text, expected) => {
    expect(isDossierCode(text)).toBe(expected);
  });
});

describe('a rule set', () => {
  const rules = [
    { validFrom: '2026-01-01', parameters: { line: 2 } },
    { validFrom: '2022-01-01', parameters: { line: 1 } },
  ];

  it('is the last that had begun', () => {
    expect(ruleSetOn({ rules }, '2025-12-31')?.parameters).toEqual({ line: 1 });
    expect(ruleSetOn({ rules }, '2026-01-01')?.parameters).toEqual({ line: 2 });
    expect(ruleSetOn({ rules }, '2021-12-31')).toBeUndefined();
  });
});

describe('what an official should look at', () => {
  const rules = housing.eligibility.map(({ code, when }) => ({ code, when: parseRule(when) as Expression }));
  const sound = {
    applicant: { citizenId: '094165000888', sex: 'F', birthYear: 1965 },
    currentHousing: 'TEMPORARY',
    foundationSolid: true,
    frameWallSolid: false,
    roofSolid: false,
    floorArea: 36,
    members: 4,
    householdSince: '2015-01-01',
    landStatus: 'LURC',
    hazardZone: false,
    previousSupport: false,
  };
  const found = (change: object) => intakeFindings(housing, rules, { ...sound, ...change }, '2026-03-16');

  it.each<[string, object, readonly string[]]>([
    ['nothing in a sound request (I4)', {}, []],
    ['a house that stands (I4)', { frameWallSolid: true }, ['HOUSE_SOLID']],
    ['not a house that stands but is too small', { frameWallSolid: true, floorArea: 31 }, []],
    ['disputed land', { landStatus: 'DISPUTED' }, ['LAND_NOT_LEGAL']],
    ['support of a few years ago (V7)', { previousSupport: true, previousSupportYear: 2019 }, ['ALREADY_SUPPORTED']],
    ['not support of long ago', { previousSupport: true, previousSupportYear: 2010 }, []],
    ['a household that is too new', { householdSince: '2023-03-17' }, ['HOUSEHOLD_TOO_NEW']],
    ['a place where the ground slides', { hazardZone: true }, ['HAZARD_ZONE']],
    ['papers that disagree', { applicant: { ...sound.applicant, sex: 'M' } }, ['CITIZEN_NUMBER_SEX']],
  ])('is %s', (_what, change, expected) => {
    expect(found(change)).toEqual(expected);
  });
});

const standing = {
  issuer: { name: 'ỦY BAN NHÂN DÂN XÃ MỸ TÚ' },
  place: 'Mỹ Tú',
  on: '2026-03-16',
  signature: { lines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Hồ Thị Ngọc Lan' },
  lookUp: 'https://hotro.example.vn/look-up?code=T7K-4Q2',
  training: false,
};

describe('a paper', () => {
  const template = read<PaperTemplate>('housing/papers/decision.json');

  it('is drawn up with the values of the dossier, and leaves a gap where one is missing', () => {
    const drawn = drawUp(template, {
      values: { name: 'TRẦN THỊ BÍCH', amount: '40.000.000' },
      document: { requestKind: 'REPAIR' },
      standing,
    });

    expect(drawn.paragraphs[0]?.vi).toBe(
      'Điều 1. Hỗ trợ hộ ……… TRẦN THỊ BÍCH, ………, số tiền 40.000.000 đồng (………) để sửa chữa nhà ở.',
    );
  });

  it('is signed as the post has it, a form of the one-stop shop as the form has it, and on whose behalf first', () => {
    const signed = (name: string) =>
      drawUp(read<PaperTemplate>(name), { values: {}, document: {}, standing }).signature.lines;
    const [receipt] = read<{ papers: PaperTemplate[] }>('one-stop/papers-2025.json').papers;

    expect(signed('housing/papers/decision.json')).toEqual(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
    expect(signed('housing/papers/to-trinh.json')).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
    expect(receipt && drawUp(receipt, { values: {}, document: {}, standing }).signature.lines).toEqual([
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
    ]);
  });

  it('goes to the office that decides: a list of trainees to the department, where that approves the class', () => {
    const addressee = (ladder: string) => {
      const { steps } = read<{ steps: { outcomes?: { key: string; paper?: string }[] }[] }>(
        `vocational/chains/${ladder}.json`,
      );
      const paper = steps.flatMap(({ outcomes = [] }) => outcomes).find(({ key }) => key === 'forward')?.paper ?? '';
      const values = { above: 'Ủy ban nhân dân thành phố Cần Thơ', aboveUnit: 'thành phố Cần Thơ' };
      return drawUp(read<PaperTemplate>(`vocational/papers/${paper}.json`), { values, document: {}, standing })
        .addressee;
    };

    expect(addressee('two-tier')?.vi).toBe('Sở Giáo dục và Đào tạo thành phố Cần Thơ');
    expect(addressee('three-tier')?.vi).toBe('Ủy ban nhân dân thành phố Cần Thơ');
  });

  it.each([
    ['2018', 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ'],
    ['2025', 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT'],
  ])('number 04 of the forms of %s is called as that regulation calls it', (year, title) => {
    const { papers } = read<{ papers: PaperTemplate[] }>(`one-stop/papers-${year}.json`);

    expect(papers.map(({ number }) => number)).toEqual(['01', '02', '03', '04']);
    expect(papers[3]?.title.vi).toBe(title);
  });

  it('of the one-stop shop follows the day of reception', () => {
    const all = ['2018', '2025'].map((year) => read<never>(`one-stop/papers-${year}.json`));

    expect(oneStopPapersOn(all, '2025-09-14')).toMatchObject({ regulation: 'Thông tư 01/2018/TT-VPCP' });
    expect(oneStopPapersOn(all, '2025-09-15')).toMatchObject({ regulation: 'Thông tư 03/2025/TT-VPCP' });
    expect(oneStopPapersOn(all, '2018-12-31')).toBeUndefined();
  });
});
