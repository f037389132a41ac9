import { Button, Kbd } from '@mantine/core';
import { useSay, useTexts } from '../../shared/language';
import { focusAmong } from '../shell/focus-among';
import { allTicked, type Service, ticked } from './draft';
import { Step } from './Step';
import { COUNTER_TEXTS } from './texts';
import type { Counter } from './use-counter';
import type { Scans } from './use-scans';

interface PapersStepProps {
  readonly counter: Counter;
  readonly service: Service;
  readonly scans: Scans;
}

/** What lies on the counter: Space ticks a paper and goes to the next. */
export function PapersStep({ counter, service, scans }: PapersStepProps) {
  const texts = useTexts(COUNTER_TEXTS);
  const { draft, change } = counter;
  return (
    <Step number={4} title={texts.steps.papers}>
      <ul id="counter-papers" className="counter-papers" onKeyDown={moveOn} onKeyUp={leaveSpace}>
        {service.papers.map((paper) => (
          <Paper
            key={paper.key}
            paper={paper}
            isThere={draft.papers.includes(paper.key)}
            scans={scans}
            onTick={() => change(ticked(draft, paper.key))}
          />
        ))}
      </ul>
      <div className="counter-papers-foot">
        <Button
          variant="default"
          rightSection={<Kbd>F7</Kbd>}
          aria-keyshortcuts="F7"
          onClick={() => change(allTicked(draft, service))}
        >
          {texts.allPapers}
        </Button>
        <span className="quiet">{texts.scansLater}</span>
      </div>
    </Step>
  );
}

/** Among the tick boxes: Space leads on by itself, the arrows move without ticking. */
function moveOn(event: React.KeyboardEvent<HTMLElement>): void {
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const at = boxes.indexOf(event.target as HTMLInputElement);
  if (at < 0) return;
  if (event.key === ' ') {
    event.preventDefault();
    boxes[at]?.click();
    focusAmong(boxes, at, 1);
    return;
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  focusAmong(boxes, at, event.key === 'ArrowDown' ? 1 : -1);
}

/** The key is let go over the next box, which it must not tick. */
function leaveSpace(event: React.KeyboardEvent<HTMLElement>): void {
  if (event.key === ' ' && (event.target as HTMLInputElement).type === 'checkbox') event.preventDefault();
}

interface PaperProps {
  readonly paper: Service['papers'][number];
  readonly isThere: boolean;
  readonly scans: Scans;
  onTick(): void;
}

function Paper({ paper, isThere, scans, onTick }: PaperProps) {
  const texts = useTexts(COUNTER_TEXTS);
  const say = useSay();
  const title = say(paper.title);
  const own = scans.waiting.filter((scan) => scan.paper === paper.key);
  const add = (files: FileList | null) => {
    scans.add(paper.key, paper.field, [...(files ?? [])]);
    if (files?.length && !isThere) onTick();
  };
  return (
    <li
      className="counter-paper"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        add(event.dataTransfer.files);
      }}
    >
      <label className="card-choice">
        <input type="checkbox" checked={isThere} onChange={onTick} />
        <span>
          {title}
          <span className="quiet">
            {' '}
            · <span className="num">{String(paper.copies).padStart(2, '0')}</span> {texts.kinds[paper.kind]}
            {paper.conditional && `, ${texts.conditional}`}
          </span>
        </span>
      </label>
      <label className="counter-scan-add">
        <input
          className="visually-hidden"
          type="file"
          accept="image/jpeg,image/png,application/pdf"
          multiple
          aria-label={texts.scanOf(title)}
          onChange={({ target }) => {
            add(target.files);
            target.value = '';
          }}
        />
        + {texts.scan}
      </label>
      {own.length > 0 && (
        <ul className="counter-files">
          {own.map(({ key, file }) => (
            <li key={key}>
              <span className="truncate">{file.name}</span>
              <button
                type="button"
                className="button button-quiet"
                aria-label={texts.removeScan(file.name)}
                onClick={() => scans.drop(key)}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
