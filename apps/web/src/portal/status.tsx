import {
  IconArrowBackUp,
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconFileDescription,
  IconInbox,
  IconPlayerPause,
  IconPlayerStop,
  IconProgressCheck,
} from '@tabler/icons-react';
import { formatDay } from '@trinhduyet/text';
import { useTexts } from '../shared/language';
import { PORTAL_TEXTS } from './texts';

/** What is known of a dossier, in a list, on its page or by look-up. */
export interface StatusFacts {
  readonly status: 'open' | 'ended';
  readonly ending?: string | null;
  readonly isReceived: boolean;
  readonly office?: string | null;
  /** Until when the applicant may answer; the empty string when no day is set. */
  readonly supplementUntil?: string;
  /** The ground on which the office has stopped the clock. */
  readonly stoppedFor?: string;
}

const ENDINGS = {
  approved: { icon: IconCircleCheck, tone: 'green' },
  rejected: { icon: IconCircleX, tone: 'red' },
  refused: { icon: IconBan, tone: 'red' },
  withdrawn: { icon: IconArrowBackUp, tone: 'gray' },
  stopped: { icon: IconPlayerStop, tone: 'gray' },
} as const;
type Ending = keyof typeof ENDINGS;

/** Shape, words and place; colour only comes last. */
export function Status(facts: StatusFacts) {
  const { icon: Icon, tone, words } = useStatus(facts);
  return (
    <span className={`status status-${tone}`}>
      <Icon size={20} stroke={1.75} aria-hidden />
      <span>{words}</span>
    </span>
  );
}

function useStatus({ status, ending, isReceived, office, supplementUntil, stoppedFor }: StatusFacts) {
  const { status: words } = useTexts(PORTAL_TEXTS);
  if (status === 'ended') {
    const how: Ending = ending && ending in ENDINGS ? (ending as Ending) : 'stopped';
    return { ...ENDINGS[how], words: words[how] };
  }
  if (supplementUntil !== undefined) {
    const until = supplementUntil === '' ? words.supplementPlain : words.supplement(formatDay(supplementUntil));
    return { icon: IconFileDescription, tone: 'amber', words: until } as const;
  }
  if (stoppedFor) return { icon: IconPlayerPause, tone: 'violet', words: words.suspended(stoppedFor) } as const;
  if (!isReceived) return { icon: IconInbox, tone: 'teal', words: words.submitted } as const;
  return { icon: IconProgressCheck, tone: 'teal', words: office ? words.open(office) : words.openPlain } as const;
}
