import { useEffect } from 'react';
import { useLocation } from 'wouter';

/** The link that led to a page is gone with the page before it: the keyboard goes to the new page, not to nowhere. */
export function useFocusOnArrival(id: string): void {
  const [path] = useLocation();
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById(id)?.focus({ preventScroll: true });
  }, [path, id]);
}
