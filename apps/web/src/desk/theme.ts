import {
  ActionIcon,
  Button,
  createTheme,
  type CSSVariablesResolver,
  Input,
  type MantineColorsTuple,
  Modal,
  Tooltip,
} from '@mantine/core';

const scale = (shades: string) => shades.split(' ').map((shade) => `#${shade}`) as unknown as MantineColorsTuple;

export const COLORS = {
  brand: scale('EEF2FB DCE4F6 B8C8EC 90A9E0 6C8BD3 4E71C4 3A5BB0 2F4B95 263D79 1B2B57'),
  gray: scale('FAFAF8 F2F2EF E6E6E2 D2D2CC A9A9A2 85857E 64645E 4B4B46 2F2F2C 1C1C1A'),
  green: scale('EBF6EF D5ECDD B5DDC3 86C69D 4FA872 2E8C55 1F7A45 17633A 114D2D 0B3720'),
  amber: scale('FDF4E1 FAE8C3 F4D591 EBBD57 DDA22B B97F10 946207 7A4F00 5F3D00 432B00'),
  red: scale('FDECEA FAD7D3 F3B3AC E98A80 DC5F53 C93B2E B42318 97180F 7A130C 570D08'),
  teal: scale('E6F3F7 CBE6EE 9FD0DF 69B3CA 3795B3 1A7E9D 0E6A87 0A566E 084456 05303D'),
  violet: scale('F4EEFA E7DAF3 D3BCE8 B895D8 9C6CC6 8650B5 7239A0 5E2C86 4A2269 34184A'),
} as const;

/** Controls are as high as the fields of the forms, so that one switch of density reaches both. */
const CONTROL = 'var(--control-height)';

export const theme = createTheme({
  colors: COLORS,
  primaryColor: 'brand',
  primaryShade: 7,
  autoContrast: true,
  black: '#1C1C1A',
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusClassName: 'focus-ring',
  fontFamily: 'var(--font)',
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.55', lg: '1.55', xl: '1.55' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '10px', xl: '10px' },
  defaultRadius: 'sm',
  headings: {
    fontFamily: 'var(--font)',
    fontWeight: '600',
    // Mantine's own line heights cut the marks of capitals.
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.5' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.5' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.5' },
    },
  },
  components: {
    Button: Button.extend({
      vars: () => ({
        root: { '--button-height': CONTROL, '--button-fz': 'var(--form-font)', '--button-padding-x': '0.875rem' },
      }),
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', color: 'gray.7' },
      vars: () => ({ root: { '--ai-size': CONTROL } }),
    }),
    Input: Input.extend({ vars: () => ({ wrapper: { '--input-height': CONTROL, '--input-fz': 'var(--form-font)' } }) }),
    Modal: Modal.extend({ defaultProps: { radius: 'lg', centered: true } }),
    Tooltip: Tooltip.extend({
      defaultProps: { multiline: true, maw: 360, events: { hover: true, focus: true, touch: true } },
    }),
  },
});

/** What Mantine has too pale to be read, in our own colours. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  dark: {},
  light: {
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-color-error': 'var(--red-7)',
    '--mantine-color-anchor': 'var(--brand-7)',
    '--mantine-color-default-border': 'var(--control)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-body': 'var(--card)',
  },
});
