import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useTexts } from '../../shared/language';
import { SHELL_TEXTS } from './texts';

/** The way on from a page that has nothing for its reader. */
export function ToInbox() {
  const texts = useTexts(SHELL_TEXTS);
  return (
    <Button component={Link} href="/desk" variant="default">
      {texts.toInbox}
    </Button>
  );
}
