import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COLORS, resolveVariables, theme } from './theme';

const tokens = readFileSync(join(__dirname, '../shared/tokens.css'), 'utf8');

/** `--muted` of the tokens, `green-7` of the theme's scales, or a colour as it is. */
function colour(name: string): string {
  if (name.startsWith('#')) return name;
  if (name.startsWith('--')) return new RegExp(`${name}:\\s*(#[0-9a-f]{6})`, 'i').exec(tokens)?.[1] ?? '';
  const [scale, shade] = name.split('-') as [keyof typeof COLORS, string];
  return COLORS[scale][Number(shade)] ?? '';
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(pair: string): number {
  const [light = 0, dark = 0] = pair
    .split(' on ')
    .map((name) => luminance(colour(name)))
    .sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT = [
  '--text on --page',
  '--text-2 on --page',
  '--text on --brand-0',
  '--muted on --card',
  '--muted on --page',
  '--muted on --sunken',
  '--muted on --brand-0',
  '#FFFFFF on --brand-7',
  '#FFFFFF on --brand-6',
  '--brand-7 on --page',
  '--brand-8 on --brand-0',
  '--green-7 on --green-0',
  '#FFFFFF on --green-6',
  '--amber-7 on --amber-0',
  '--red-7 on --red-0',
  '#FFFFFF on --red-6',
  '--teal-7 on --teal-0',
  '--violet-7 on --violet-0',
  '#FFFFFF on brand-7',
  '#FFFFFF on green-6',
  '#FFFFFF on red-6',
  'brand-7 on brand-0',
  'gray-7 on gray-0',
  'green-7 on green-0',
  'amber-7 on amber-0',
  'red-7 on red-0',
  'teal-7 on teal-0',
  'violet-7 on violet-0',
];

const SHAPES = [
  '--control on --card',
  '--control on --sunken',
  '--amber-5 on --card',
  'brand-7 on --card',
  'amber-5 on --card',
  'teal-6 on --card',
  'violet-6 on --card',
  'green-5 on --card',
  'red-6 on --card',
];

describe('the colours of desk and studio', () => {
  it.each(TEXT)('%s can be read', (pair) => {
    expect(contrast(pair)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPES)('%s can be made out', (pair) => {
    expect(contrast(pair)).toBeGreaterThanOrEqual(3);
  });

  it.each(['brand', 'green', 'amber', 'red', 'teal', 'violet'] as const)(
    '%s is the same in theme and tokens',
    (scale) => {
      const named = [...tokens.matchAll(new RegExp(`--${scale}-(\\d): (#[0-9a-f]{6})`, 'gi'))];

      expect(named.length).toBeGreaterThan(0);
      for (const [, shade, hex] of named) expect(COLORS[scale][Number(shade)]?.toLowerCase()).toBe(hex?.toLowerCase());
    },
  );

  it('takes a shade for buttons that white can be read on', () => {
    expect(theme.primaryShade).toBe(7);
    expect(contrast(`#FFFFFF on ${COLORS.brand[7]}`)).toBeGreaterThanOrEqual(4.5);
  });

  it('replaces what the component library has too pale', () => {
    const { light } = resolveVariables(undefined as never);

    for (const name of ['dimmed', 'placeholder', 'error', 'anchor']) {
      const [token = ''] = /--[\w-]+/.exec(light[`--mantine-color-${name}`] ?? '') ?? [];
      expect(contrast(`${token} on --card`)).toBeGreaterThanOrEqual(4.5);
    }
    expect(light['--mantine-color-default-border']).toBe('var(--control)');
  });
});
