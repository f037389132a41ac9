import { Button, Tooltip } from '@mantine/core';
import { IconChevronUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../shared/language';
import { ProblemNote } from '../../shared/problem';
import { holds } from '../shell/duties';
import { AssignMenu } from './AssignMenu';
import { useList } from './list-context';
import { ExportButton, PrintButton } from './ListTools';
import { type ListAct, type Outcome, useManyActs } from './many-acts';
import { clearMarks, keyOf, MOST_MARKED, useMarks } from './marks';
import { INBOX_TEXTS } from './texts';
import { type InboxLine, useColleagues } from './use-inbox';

interface SelectionBarProps {
  readonly isAssigning: boolean;
  onAssigning(isAssigning: boolean): void;
}

/** What can be done with all that is marked. An act that is not lawful for all of them says for how many it is not. */
export function SelectionBar({ isAssigning, onAssigning }: SelectionBarProps) {
  const texts = useTexts(INBOX_TEXTS);
  const { me } = useList();
  const lines = [...useMarks().values()];
  const isHead = holds(me, 'head', 'leader');
  const { data: people = [] } = useColleagues(isHead);
  const acting = useManyActs();
  const [refused, setRefused] = useState<ListAct>();
  if (lines.length === 0 && !acting.data?.done && !acting.error) return null;
  const against = (act: ListAct) => lines.filter(({ acts }) => !acts.includes(act)).length;
  const give = (act: ListAct, to?: string) => {
    setRefused(against(act) > 0 ? act : undefined);
    if (against(act) === 0 && !acting.isPending) acting.mutate({ act, to, tasks: lines });
  };
  const assign = { count: against('assign'), posts: [...new Set(lines.map(({ post }) => post))] };
  return (
    <section className="selection-bar" aria-label={texts.marked(lines.length)}>
      <Told outcome={acting.data} lines={lines} />
      {acting.error && <ProblemNote error={acting.error} />}
      <p className="refused" role="status">
        {refused && against(refused) > 0 && texts.notForAll[refused](against(refused))}
      </p>
      {lines.length > 0 && (
        <div className="bar-line">
          <p>
            <strong>{texts.marked(lines.length)}</strong>
            {lines.length >= MOST_MARKED && ` ${texts.markedFull(MOST_MARKED)}`}
          </p>
          <BarButton act="claim" count={against('claim')} isSending={acting.isPending} onAct={() => give('claim')} />
          <BarButton
            act="release"
            count={against('release')}
            isSending={acting.isPending}
            onAct={() => give('release')}
          />
          {isHead && assign.count === 0 ? (
            <AssignMenu
              people={people}
              posts={assign.posts}
              none={texts.nobodyForAll}
              opened={isAssigning}
              onOpened={onAssigning}
              onPick={(to) => give('assign', to)}
              target={
                <Button
                  variant="default"
                  aria-keyshortcuts="A"
                  loading={acting.isPending}
                  rightSection={<IconChevronUp size={18} stroke={1.75} aria-hidden />}
                >
                  {texts.acts.assign}
                </Button>
              }
            />
          ) : (
            <BarButton act="assign" count={assign.count || 1} isSending={false} onAct={() => setRefused('assign')} />
          )}
          <PrintButton lines={lines} />
          <ExportButton lines={lines} />
          <Button
            variant="subtle"
            aria-keyshortcuts="Escape"
            leftSection={<IconX size={18} stroke={1.75} aria-hidden />}
            onClick={clearMarks}
          >
            {texts.unmark}
          </Button>
        </div>
      )}
    </section>
  );
}

interface BarButtonProps {
  readonly act: ListAct;
  /** For how many of the marked it is not lawful. */
  readonly count: number;
  readonly isSending: boolean;
  onAct(): void;
}

function BarButton({ act, count, isSending, onAct }: BarButtonProps) {
  const texts = useTexts(INBOX_TEXTS);
  return (
    <Tooltip label={texts.notForAll[act](count)} disabled={count === 0}>
      <Button variant="default" aria-disabled={count > 0} loading={isSending} onClick={onAct}>
        {texts.acts[act]}
      </Button>
    </Tooltip>
  );
}

/** What became of it, dossier by dossier where something failed. */
function Told({ outcome, lines }: { readonly outcome: Outcome | undefined; readonly lines: readonly InboxLine[] }) {
  const texts = useTexts(INBOX_TEXTS);
  const codes = new Map(lines.map((line) => [keyOf(line), line.code]));
  const failed = outcome?.failed.filter((each) => codes.has(keyOf(each))) ?? [];
  return (
    <div role="status">
      {outcome && outcome.done > 0 && <p>{texts.actsDone(outcome.done)}</p>}
      {failed.length > 0 && (
        <>
          <p>{texts.actsFailed(failed.length)}</p>
          <ul className="failed">
            {failed.map((each) => (
              <li key={keyOf(each)}>
                <span className="num">{codes.get(keyOf(each))}</span>: {each.problem?.title} {each.problem?.detail}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
