import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconSquareRotatedFilled } from '@tabler/icons-react';
import { useTexts } from '../../shared/language';
import { type Deadline, deadlineOf } from './deadline';
import { MARK_TEXTS } from './texts';

interface DeadlineMarkProps {
  readonly dueAt?: string | null;
  readonly daysLeft?: number | null;
}

/** Shape and words before colour: a triangle is late, a diamond is today, words alone are ahead. */
export function DeadlineMark(due: DeadlineMarkProps) {
  const texts = useTexts(MARK_TEXTS);
  const deadline = deadlineOf(due);
  if (deadline.kind === 'none') return <span className="quiet">{texts.noLimit}</span>;
  return (
    <Tooltip label={texts.limitExplained(deadline.at)}>
      <span className={`deadline deadline-${deadline.kind}`}>
        <DeadlineIcon kind={deadline.kind} />
        {wordsOf(deadline, texts)}
      </span>
    </Tooltip>
  );
}

/** The same in words alone, for paper. */
export function useDeadlineWords(): (due: DeadlineMarkProps) => string {
  const texts = useTexts(MARK_TEXTS);
  return (due) => {
    const deadline = deadlineOf(due);
    return deadline.kind === 'none' ? texts.noLimit : wordsOf(deadline, texts);
  };
}

function DeadlineIcon({ kind }: Pick<Deadline, 'kind'>) {
  if (kind === 'late') return <IconAlertTriangle size={18} stroke={1.75} aria-hidden />;
  if (kind === 'today') return <IconSquareRotatedFilled size={16} aria-hidden />;
  return null;
}

type Words = (typeof MARK_TEXTS)['vi'];

function wordsOf({ kind, at, days }: Exclude<Deadline, { kind: 'none' }>, texts: Words): string {
  if (kind === 'late') return texts.late(days);
  if (kind === 'today') return texts.today(at);
  return texts.ahead(days);
}
