import { useEffect } from 'react';
import { useTexts } from '../../shared/language';
import { SHELL_TEXTS } from './texts';

/** The title of the tab; never anything personal, since others may look on. */
export function useTitle(page: string): void {
  const { titled } = useTexts(SHELL_TEXTS);
  useEffect(() => {
    document.title = titled(page);
  }, [titled, page]);
}
