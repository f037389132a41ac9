import { type ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '../shared/language';
import { PORTAL_TEXTS } from './texts';

interface PageProps {
  readonly title: string;
  /** What the tab says, when the heading itself names a person or a household. */
  readonly tab?: string;
  readonly children: ReactNode;
}

/** One heading, which takes the focus when the page is entered, so that readers begin there. */
export function Page({ title, tab = title, children }: PageProps) {
  const texts = useTexts(PORTAL_TEXTS);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${tab} – ${texts.brand}`;
  }, [tab, texts]);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, []);
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </>
  );
}
