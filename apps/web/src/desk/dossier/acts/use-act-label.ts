import { useSay, useTexts } from '../../../shared/language';
import { ACT_TEXTS } from './act-texts';
import type { Act } from './acts';

/** What stands on the button: the chain's own words for a decision. */
export function useActLabel(): (act: Pick<Act, 'command' | 'outcome'>) => string {
  const texts = useTexts(ACT_TEXTS);
  const say = useSay();
  return ({ command, outcome }) => {
    if (outcome?.title) return say(outcome.title);
    const byHand = Object.entries(texts.byHand).find(([key]) => key === outcome?.key);
    return byHand?.[1] ?? texts.act[command];
  };
}
