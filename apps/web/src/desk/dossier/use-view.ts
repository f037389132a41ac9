import { useState } from 'react';

export const PANES = ['form', 'papers', 'work'] as const;
export type Pane = (typeof PANES)[number];
export const TABS = ['step', 'talk', 'history', 'why'] as const;
export type Tab = (typeof TABS)[number];

export const paneTitleId = (pane: Pane) => `pane-${pane}`;

/** Which parts of a dossier are looked at. On a wide page all three panes stand side by side. */
export function useView(firstTab: Tab, comparesFirst: boolean) {
  const [pane, setPane] = useState<Pane>(firstTab === 'step' ? 'form' : 'work');
  const [tab, setTab] = useState<Tab>(firstTab);
  const [widened, setWidened] = useState<Pane>();
  const [file, setFile] = useState<string>();
  const [isComparing, setComparing] = useState(comparesFirst);
  /** Brings a pane to the front and the keyboard to it. */
  const show = (next: Pane, nextTab: Tab = tab, field = paneTitleId(next)) => {
    setPane(next);
    setTab(nextTab);
    setWidened((widest) => (widest === next ? next : undefined));
    whenThere(field, (element) => element.focus());
  };
  return {
    pane,
    tab,
    widened,
    file,
    isComparing,
    show,
    setTab,
    setFile,
    widen: (next: Pane) => setWidened((widest) => (widest === next ? undefined : next)),
    toggleComparison: () => setComparing((was) => !was),
    showFile: (next: string) => {
      setFile(next);
      show('papers');
    },
  };
}

/** A part may still have to be fetched and drawn. */
function whenThere(id: string, act: (element: HTMLElement) => void, patience = 60): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(id);
    if (element) act(element);
    else if (patience > 0) whenThere(id, act, patience - 1);
  });
}

export type View = ReturnType<typeof useView>;
