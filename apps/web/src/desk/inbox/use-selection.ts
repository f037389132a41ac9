import { useCallback, useState } from 'react';
import { focusAmong } from '../shell/focus-among';
import { keyOf } from './marks';
import type { InboxLine } from './use-inbox';

export const linkId = (line: InboxLine) => `line-${keyOf(line)}`;

export const isOnPage = (line: InboxLine) => document.getElementById(linkId(line)) !== null;

const KEPT = 'inbox-selected';
/** Where the keyboard stops on its way down the list: rows, and the heads of groups. */
const STOPS = '.inbox-list [data-stop]';

/** Which row is looked at: the one whose link has, or last had, the focus. Kept for coming back from a dossier. */
export function useSelection() {
  const [selected, setSelected] = useState<InboxLine>();
  const [isBack, setBack] = useState(false);
  const select = useCallback((line: InboxLine) => {
    sessionStorage.setItem(KEPT, keyOf(line));
    setSelected(line);
  }, []);
  /** Rows were drawn: the one that is looked at as it now is, and whoever comes back from a dossier at its row again. */
  const comeBack = useCallback(
    (lines: readonly InboxLine[]) => {
      setSelected(
        (was) => was && (lines.find((each) => keyOf(each) === keyOf(was)) ?? (isOnPage(was) ? was : undefined)),
      );
      const line = isBack ? undefined : lines.find((each) => keyOf(each) === sessionStorage.getItem(KEPT));
      if (!line) return;
      setBack(true);
      document.getElementById(linkId(line))?.focus({ preventScroll: true });
    },
    [isBack],
  );
  return { selected, select, comeBack, next: () => goBy(1), previous: () => goBy(-1) };
}

function goBy(step: 1 | -1): boolean {
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)];
  const last = sessionStorage.getItem(KEPT);
  const focused = stops.findIndex((stop) => stop === document.activeElement);
  const at = focused >= 0 ? focused : stops.findIndex((stop) => stop.id === `line-${last ?? ''}`);
  return focusAmong(stops, at, step) !== undefined;
}
