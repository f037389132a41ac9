import type { Missing } from './draft';

/** How long something may take to be drawn on a slow machine. */
const PATIENCE_MS = 2_000;
let latest = 0;

/** As soon as it is on the page; whatever was to get the focus before, and is not there yet, does not any more. */
export function focusOn(id: string): void {
  const turn = (latest += 1);
  const until = performance.now() + PATIENCE_MS;
  const look = () => {
    if (turn !== latest) return;
    const control = controlOf(document.getElementById(id));
    if (!control && performance.now() < until) {
      requestAnimationFrame(look);
      return;
    }
    control?.focus();
    control?.scrollIntoView({ block: 'nearest' });
  };
  requestAnimationFrame(look);
}

function controlOf(target: HTMLElement | null): HTMLElement | null | undefined {
  if (target?.matches('input, select, textarea, button')) return target;
  return (
    target?.querySelector<HTMLElement>(':checked') ?? target?.querySelector<HTMLElement>('input, textarea, button')
  );
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
