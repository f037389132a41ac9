import {
  compareNames,
  compareText,
  fold,
  formatDay,
  formatInstant,
  formatMoney,
  formatNumber,
  formatPaperDay,
  formatPromise,
  maskName,
  moneyInWords,
  tidy,
} from './index';

describe('folding a text for search', () => {
  it.each([
    ['Ba Chẽ', 'ba che'],
    ['Hòa An', 'hoa an'],
    ['Hoà An', 'hoa an'],
    ['ĐẶNG  Thị Ẫm', 'dang thi am'],
    ['H’Hen Niê', "h'hen nie"],
    ['Nguyễn'.normalize('NFD'), 'nguyen'],
  ])('%s is found as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('keeps the spelling of what is stored, in NFC and with single spaces', () => {
    expect(tidy('Nguyễn'.normalize('NFD'))).toHaveLength(6);
    expect(tidy(' Đại Ân  2 ')).toBe('Đại Ân 2');
  });
});

describe('names', () => {
  it('are sorted by the last word, as voter lists are', () => {
    expect(['Trần Văn Bá', 'Lê Thị An', 'Nguyễn Văn Đa', 'Lý Ăn', 'Phạm Thị Da'].sort(compareNames)).toEqual([
      'Lê Thị An',
      'Lý Ăn',
      'Trần Văn Bá',
      'Phạm Thị Da',
      'Nguyễn Văn Đa',
    ]);
  });

  it('follow the Vietnamese collation (T6)', () => {
    expect(['Ba', 'Bá', 'Bà', 'Ăn', 'An', 'Đa', 'Da'].sort(compareText)).toEqual([
      'An',
      'Ăn',
      'Ba',
      'Bà',
      'Bá',
      'Da',
      'Đa',
    ]);
  });

  it('are masked to the family name and initials', () => {
    expect(maskName('Đỗ Thị Ẫm')).toBe('Đỗ T. Ẫ.');
    expect(maskName('Ksor')).toBe('Ksor');
  });
});

describe('money', () => {
  it.each([
    [60_000_000, 'Sáu mươi triệu đồng'],
    [2_250_000, 'Hai triệu hai trăm năm mươi nghìn đồng'],
    [105_000, 'Một trăm linh năm nghìn đồng'],
    [1_021_000, 'Một triệu không trăm hai mươi mốt nghìn đồng'],
    [6_400_000_000, 'Sáu tỷ bốn trăm triệu đồng'],
    [40_004_015, 'Bốn mươi triệu không trăm linh bốn nghìn không trăm mười lăm đồng'],
    [1_000_000_001, 'Một tỷ không trăm linh một đồng'],
    [95_000_000, 'Chín mươi lăm triệu đồng'],
    [100_000_000_000_000, 'Một trăm nghìn tỷ đồng'],
    [0, 'Không đồng'],
  ])('%d is said as %s (T4, T5)', (dong, words) => {
    expect(moneyInWords(dong)).toBe(words);
  });

  it.each([1.5, -1, 1e15, Number.NaN])('%d is no amount of money', (value) => {
    expect(() => moneyInWords(value)).toThrow(RangeError);
  });

  it('is shown with dots and a sign that stays on its line', () => {
    expect(formatMoney(1_000_000)).toBe('1.000.000\u00A0₫');
    expect(formatMoney(-1_500)).toBe('−1.500\u00A0₫');
    expect(formatNumber(6_400_000.5)).toBe('6.400.000,5');
  });
});

describe('dates', () => {
  it('are shown by day, month and year', () => {
    expect(formatDay('2026-03-05')).toBe('05/03/2026');
    expect(formatPromise('2026-04-09')).toBe('thứ Năm, 09/04/2026');
    expect(formatPromise('2026-04-09', 'en')).toBe('Thursday, 09/04/2026');
    expect(formatInstant('2026-03-14T13:14:00.000Z')).toBe('20:14 ngày 14/03/2026');
  });

  it('are written on papers as Decree 30/2020 asks', () => {
    expect(formatPaperDay('2026-01-05')).toBe('ngày 05 tháng 01 năm 2026');
    expect(formatPaperDay('2026-11-23')).toBe('ngày 23 tháng 11 năm 2026');
  });
});
