import { Button, Tooltip } from '@mantine/core';
import { IconChevronUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../shared/language';
import { ProblemNote } from '../../shared/problem';
import { announce } from '../shell/announcements';
import { isHead } from '../shell/duties';
import { useKeys } from '../shell/keys';
import { AssignMenu } from './AssignMenu';
import { useList } from './list-context';
import { ExportButton, PrintButton } from './ListTools';
import { type ListAct, type Outcome, useManyActs } from './many-acts';
import { clearMarks, keyOf, mark, MOST_MARKED, useMarks } from './marks';
import { INBOX_TEXTS } from './texts';
import { type InboxLine, useColleagues } from './use-inbox';
import { isOnPage } from './use-selection';

/** What can be done with all that is marked. An act that is not lawful for all of them says for how many it is not. */
export function SelectionBar() {
  const texts = useTexts(INBOX_TEXTS);
  const { me, selected } = useList();
  const lines = [...useMarks().values()];
  const givesWork = isHead(me);
  const { data: people = [], error: peopleError } = useColleagues(givesWork);
  const acting = useManyActs();
  const [refused, setRefused] = useState<ListAct>();
  const [isAssigning, setAssigning] = useState(false);
  const against = (act: ListAct, given = lines) => given.filter(({ acts }) => !acts.includes(act)).length;
  const mayAssign = givesWork && lines.length > 0 && against('assign') === 0;
  if (isAssigning && !mayAssign) setAssigning(false);
  const askForAssignee = () => {
    const atHand = selected && !selected.isGone && isOnPage(selected) ? [selected] : [];
    const given = lines.length > 0 ? lines : atHand;
    if (given.length === 0) return false;
    mark(given, true);
    const isLawful = givesWork && against('assign', given) === 0;
    setRefused(isLawful ? undefined : 'assign');
    setAssigning(isLawful);
    return true;
  };
  useKeys({ A: askForAssignee });
  if (lines.length === 0) return null;
  const give = (act: ListAct, to?: string) => {
    setRefused(against(act) > 0 ? act : undefined);
    if (against(act) > 0 || acting.isPending) return;
    const tell = ({ done }: Outcome) => done > 0 && announce(texts.actsDone(done));
    acting.mutate({ act, to, tasks: lines }, { onSuccess: tell });
  };
  const posts = [...new Set(lines.map(({ post }) => post))];
  return (
    <section className="selection-bar" aria-label={texts.marked(lines.length)}>
      <Failed outcome={acting.data} lines={lines} />
      {acting.error && <ProblemNote error={acting.error} />}
      {mayAssign && peopleError && <ProblemNote error={peopleError} />}
      <p className="refused" role="status">
        {refused && against(refused) > 0 && texts.notForAll[refused](against(refused))}
      </p>
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
        {mayAssign ? (
          <AssignMenu
            people={people}
            posts={posts}
            none={texts.nobodyForAll}
            opened={isAssigning}
            onOpened={setAssigning}
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
          <BarButton act="assign" count={against('assign') || 1} isSending={false} onAct={() => setRefused('assign')} />
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

/** What could not be done, dossier by dossier, with its reason. */
function Failed({ outcome, lines }: { readonly outcome: Outcome | undefined; readonly lines: readonly InboxLine[] }) {
  const texts = useTexts(INBOX_TEXTS);
  const codes = new Map(lines.map((line) => [keyOf(line), line.code]));
  const failed = outcome?.failed.filter((each) => codes.has(keyOf(each))) ?? [];
  return (
    <div role="status">
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
