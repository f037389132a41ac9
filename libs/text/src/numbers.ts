const NO_BREAK_SPACE = '\u00A0';
const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const SCALES = ['', ' nghìn', ' triệu'] as const;
const BILLION = 1_000_000_000;

/** `1234567.5` → `1.234.567,5` */
export function formatNumber(value: number): string {
  const [whole = '0', fraction] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${value < 0 ? '−' : ''}${grouped}${fraction ? `,${fraction}` : ''}`;
}

/** `1000000` → `1.000.000 ₫` with a space that does not break. */
export function formatMoney(dong: number): string {
  return `${formatNumber(dong)}${NO_BREAK_SPACE}₫`;
}

/** The amount in words as payment papers and decisions write it: `Sáu mươi triệu đồng`. Whole đồng up to 10^15. */
export function moneyInWords(dong: number): string {
  if (!Number.isSafeInteger(dong) || dong < 0 || dong >= 1e15)
    throw new RangeError('Money is whole đồng from 0 to below 10^15.');
  const words = dong === 0 ? DIGITS[0] : numberInWords(dong, false);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`;
}

/** `spoken`: whether something was already said, so that an empty hundred is said too (không trăm linh một). */
function numberInWords(value: number, spoken: boolean): string {
  if (value >= BILLION) {
    const rest = value % BILLION;
    const billions = `${numberInWords(Math.floor(value / BILLION), spoken)} tỷ`;
    return rest === 0 ? billions : `${billions} ${numberInWords(rest, true)}`;
  }
  const groups = [Math.floor(value / 1_000_000), Math.floor(value / 1_000) % 1_000, value % 1_000];
  const said: string[] = [];
  groups.forEach((group, index) => {
    if (group > 0) said.push(`${groupInWords(group, spoken || said.length > 0)}${SCALES[2 - index] ?? ''}`);
  });
  return said.join(' ');
}

function groupInWords(group: number, spoken: boolean): string {
  const hundreds = Math.floor(group / 100);
  const tens = Math.floor(group / 10) % 10;
  const units = group % 10;
  const sayHundreds = hundreds > 0 || spoken;
  return [
    sayHundreds ? `${digit(hundreds)} trăm` : '',
    tensInWords(tens, units, sayHundreds),
    unitsInWords(tens, units),
  ]
    .filter(Boolean)
    .join(' ');
}

function tensInWords(tens: number, units: number, afterHundreds: boolean): string {
  if (tens === 0) return afterHundreds && units > 0 ? 'linh' : '';
  return tens === 1 ? 'mười' : `${digit(tens)} mươi`;
}

function unitsInWords(tens: number, units: number): string {
  if (units === 0) return '';
  if (units === 1 && tens > 1) return 'mốt';
  if (units === 5 && tens > 0) return 'lăm';
  return digit(units);
}

function digit(value: number): string {
  return DIGITS[value] ?? '';
}
