import {
  IconArrowBackUp,
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconFileDescription,
  IconHelpTriangle,
  IconInbox,
  IconPlayerStop,
  IconProgress,
  IconProgressCheck,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Schema } from '@trinhduyet/api-client';
import { useTexts } from '../../shared/language';
import { type Status, statusOf } from './status';
import { MARK_TEXTS } from './texts';

const LOOKS: Readonly<Record<Status, readonly [TablerIcon, string]>> = {
  submitted: [IconInbox, 'teal outlined'],
  received: [IconProgressCheck, 'teal'],
  supplement: [IconFileDescription, 'amber'],
  stuck: [IconHelpTriangle, 'red outlined'],
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

function useStatusWords(status: Status, { stepNumber, stepCount, supplementUntil }: Schema<'DossierView'>): string {
  const texts = useTexts(MARK_TEXTS);
  if (status === 'received') return texts.received(stepNumber, stepCount);
  if (status === 'supplement')
    return supplementUntil === undefined ? texts.supplementPlain : texts.supplement(supplementUntil);
  return texts[status];
}
