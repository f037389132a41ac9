import { useSay, useTexts } from '../../../shared/language';
import { ACT_TEXTS } from './act-texts';
import type { Act } from './acts';

/** Why an act is refused, and from when on it is not. */
export function useBecause(): (act: Pick<Act, 'because' | 'from'>) => string {
  const texts = useTexts(ACT_TEXTS);
  const say = useSay();
  return ({ because, from }) => [because && say(because.title), from && texts.from(from)].filter(Boolean).join(' ');
}
