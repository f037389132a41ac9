import { useSay, useTexts } from '../../../shared/language';
import { ACT_TEXTS } from './act-texts';
import type { Act } from './acts';

/** What stands on the button: the chain's own words for a decision, and for an answer what is said. */
export function useActLabel(): (act: Pick<Act, 'command' | 'outcome' | 'opinion' | 'whom'>) => string {
  const texts = useTexts(ACT_TEXTS);
  const say = useSay();
  return ({ command, outcome, opinion, whom }) => {
    if (opinion) return (command === 'cosign' ? texts.cosigned : texts.opined)[opinion];
    const asked = whom && [whom.post && say(whom.post), whom.office].filter(Boolean).join(', ');
    if (asked) return texts.takeBackFrom(asked);
    if (outcome?.title) return say(outcome.title);
    const byHand = Object.entries(texts.byHand).find(([key]) => key === outcome?.key);
    return byHand?.[1] ?? texts.act[command];
  };
}
