import { useCallback, useEffect, useRef, useState } from 'react';
import type { InboxLine } from './use-inbox';

export const keyOf = ({ dossier, task }: Pick<InboxLine, 'dossier' | 'task'>) => `${dossier}/${task}`;
export const linkId = (line: InboxLine) => `line-${keyOf(line)}`;

const KEPT = 'inbox-selected';

/** Which row is looked at: the one whose link has, or last had, the focus. Kept for coming back from a dossier. */
export function useSelection(lines: readonly InboxLine[]) {
  const [selected, setSelected] = useState(() => sessionStorage.getItem(KEPT) ?? undefined);
  const select = useCallback((line: InboxLine) => {
    sessionStorage.setItem(KEPT, keyOf(line));
    setSelected(keyOf(line));
  }, []);
  const at = lines.findIndex((line) => keyOf(line) === selected);
  useComingBack(lines[at]);
  const goTo = (index: number) => {
    const line = lines[Math.min(Math.max(index, 0), lines.length - 1)];
    if (line) document.getElementById(linkId(line))?.focus();
  };
  return { selected: at < 0 ? undefined : lines[at], select, next: () => goTo(at + 1), previous: () => goTo(at - 1) };
}

/** Whoever comes back from a dossier is at its row again, once the rows are there. */
function useComingBack(line: InboxLine | undefined): void {
  const isBack = useRef(false);
  useEffect(() => {
    if (isBack.current || line === undefined) return;
    isBack.current = true;
    document.getElementById(linkId(line))?.focus({ preventScroll: true });
  }, [line]);
}
