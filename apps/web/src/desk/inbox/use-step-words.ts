import { useSay, useTexts } from '../../shared/language';
import { INBOX_TEXTS } from './texts';
import type { InboxLine } from './use-inbox';

/** What is to be done: the step, and that it is a signature beside somebody else's where it is. */
export function useStepWords(): (line: Pick<InboxLine, 'kind' | 'stepTitle'>) => string {
  const { kinds } = useTexts(INBOX_TEXTS);
  const say = useSay();
  return ({ kind, stepTitle }) => (kind === 'cosigning' ? `${kinds.cosigning}: ${say(stepTitle)}` : say(stepTitle));
}
