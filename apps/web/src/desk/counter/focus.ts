import type { Missing } from './draft';

/** After the page has been drawn with what has just changed. */
export function focusOn(id: string): void {
  requestAnimationFrame(() => {
    const target = document.getElementById(id);
    const control = target?.matches('input, select, textarea, button')
      ? target
      : (target?.querySelector<HTMLElement>(':checked') ??
        target?.querySelector<HTMLElement>('input, textarea, button'));
    control?.focus();
    control?.scrollIntoView({ block: 'nearest' });
  });
}

const CONTROLS: Readonly<Record<Missing, string>> = {
  card: 'counter-scan',
  name: 'counter-name',
  born: 'counter-born',
  village: 'counter-village',
  service: 'counter-services',
  duplicate: 'counter-open',
  papers: 'counter-papers',
};

/** To the first thing that is still to be done; when nothing is, to the papers. */
export function focusStep(missing: Missing | undefined): void {
  focusOn(CONTROLS[missing ?? 'papers']);
}

/** Enter goes on to what comes next, wherever the focus is: no form is sent. */
export const onEnter = (go: () => void) => (event: React.KeyboardEvent) => {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  go();
};
