import {
  IconArrowBackUp,
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconFileDescription,
  IconHelpTriangle,
  IconInbox,
  IconPlayerPause,
  IconPlayerStop,
  IconProgress,
  IconProgressCheck,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Schema } from '@trinhduyet/api-client';
import { useSay, useTexts } from '../../shared/language';
import { type Status, statusOf } from './status';
import { MARK_TEXTS } from './texts';

const LOOKS: Readonly<Record<Status, readonly [TablerIcon, string]>> = {
  submitted: [IconInbox, 'teal outlined'],
  received: [IconProgressCheck, 'teal'],
  supplement: [IconFileDescription, 'amber'],
  stuck: [IconHelpTriangle, 'red outlined'],
  suspended: [IconPlayerPause, 'violet'],
  moving: [IconProgress, 'teal outlined'],
  approved: [IconCircleCheck, 'green'],
  rejected: [IconCircleX, 'red'],
  refused: [IconBan, 'red outlined'],
  withdrawn: [IconArrowBackUp, 'gray outlined'],
  stopped: [IconPlayerStop, 'gray outlined'],
};

export function StatusBadge({ dossier }: { readonly dossier: Schema<'DossierView'> }) {
  const status = statusOf(dossier);
  const [Icon, tone] = LOOKS[status];
  return (
    <span className={`badge ${tone}`}>
      <Icon size={18} stroke={1.75} aria-hidden />
      {useStatusWords(status, dossier)}
    </span>
  );
}

function useStatusWords(status: Status, dossier: Schema<'DossierView'>): string {
  const texts = useTexts(MARK_TEXTS);
  const say = useSay();
  const { stepNumber, stepCount, supplementUntil, suspended } = dossier;
  if (status === 'received') return texts.received(stepNumber, stepCount);
  if (status === 'suspended') return texts.suspended(suspended ? say(suspended.ground) : '');
  if (status === 'supplement')
    return supplementUntil === undefined ? texts.supplementPlain : texts.supplement(supplementUntil);
  return texts[status];
}
