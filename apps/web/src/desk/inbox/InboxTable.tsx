import { Checkbox, Tooltip } from '@mantine/core';
import { IconCirclePlus, IconUser, IconUsers } from '@tabler/icons-react';
import { formatDay, formatInstant } from '@trinhduyet/text';
import { type MouseEvent, useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { useLanguage, useSay, useTexts } from '../../shared/language';
import { DeadlineMark } from '../marks/DeadlineMark';
import { MARK_TEXTS } from '../marks/texts';
import { dossierAddress } from './addresses';
import { useList } from './list-context';
import { keyOf, mark, toggleMark, useMarks } from './marks';
import { INBOX_TEXTS } from './texts';
import type { InboxLine } from './use-inbox';
import { useStepWords } from './use-step-words';
import { linkId } from './use-selection';

interface InboxTableProps {
  readonly lines: readonly InboxLine[];
  /** Rows of the list before, until those of the new filter are there. */
  readonly isOld: boolean;
  /** The group that these rows are of. */
  readonly within?: string;
}

export function InboxTable({ lines, isOld, within }: InboxTableProps) {
  const texts = useTexts(INBOX_TEXTS);
  const { comeBack } = useList();
  useEffect(() => comeBack(lines), [comeBack, lines]);
  return (
    <table className="inbox-table" aria-busy={isOld}>
      <thead>
        <tr>
          <td className="mark-cell">
            <MarkAll lines={lines} />
          </td>
          <th scope="col">{texts.dueColumn}</th>
          <th scope="col" className="from-medium">
            {texts.promisedColumn}
          </th>
          <th scope="col">{texts.dossierColumn}</th>
          <th scope="col" className="from-large">
            {texts.villageColumn}
          </th>
          <th scope="col" className="from-medium">
            {texts.stepColumn}
          </th>
          <th scope="col" className="from-large">
            {texts.holderColumn}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <InboxRow key={keyOf(line)} line={line} within={within} />
        ))}
      </tbody>
    </table>
  );
}

function MarkAll({ lines }: Pick<InboxTableProps, 'lines'>) {
  const texts = useTexts(INBOX_TEXTS);
  const marks = useMarks();
  const own = lines.filter(({ isGone }) => !isGone);
  const count = own.filter((line) => marks.has(keyOf(line))).length;
  return (
    <Checkbox
      aria-label={texts.markAll}
      checked={own.length > 0 && count === own.length}
      indeterminate={count > 0 && count < own.length}
      onChange={({ currentTarget }) => mark(own, currentTarget.checked)}
    />
  );
}

interface InboxRowProps {
  readonly line: InboxLine;
  readonly within?: string;
}

function InboxRow({ line, within }: InboxRowProps) {
  const texts = useTexts(INBOX_TEXTS);
  const say = useSay();
  const [, go] = useLocation();
  const { filter, selected, isWide, select } = useList();
  const isMarked = useMarks().has(keyOf(line));
  const address = dossierAddress(line.dossier, { ...filter, within });
  const choose = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a, input, label')) return;
    if (isWide) document.getElementById(linkId(line))?.focus();
    else go(address);
  };
  const stepWords = useStepWords();
  const isSelected = selected !== undefined && keyOf(selected) === keyOf(line);
  return (
    <tr data-selected={isSelected} data-gone={line.isGone} onClick={choose} onDoubleClick={() => go(address)}>
      <td className="mark-cell">
        <Checkbox
          aria-label={texts.markLine(line.code)}
          checked={isMarked}
          disabled={line.isGone}
          onChange={() => toggleMark(line)}
        />
      </td>
      <td>
        {line.isGone ? <span className="quiet">{texts.gone}</span> : <DeadlineMark {...line} />}
        <span className="until-medium">
          <Promised day={line.promisedOn} isLabelled />
        </span>
      </td>
      <td className="from-medium">
        <Promised day={line.promisedOn} />
      </td>
      <td>
        <Link
          id={linkId(line)}
          href={address}
          className="line-link"
          data-stop
          data-row
          aria-keyshortcuts="Enter Space"
          onFocus={() => select(line)}
        >
          <span className="line-name">
            {line.maskedName} · {say(line.requestTitle)}
          </span>{' '}
          <span className="line-code num">{line.code}</span>
        </Link>
        <TrainingMark line={line} />
        <span className="until-large line-more">
          {line.village}
          <span className="until-medium"> · {stepWords(line)}</span>
        </span>
      </td>
      <td className="from-large">{line.village}</td>
      <td className="from-medium">
        {stepWords(line)}
        <NotBefore at={line.notBefore} />
        <span className="until-large line-more">
          <Holder line={line} />
        </span>
      </td>
      <td className="from-large">
        <Holder line={line} />
      </td>
    </tr>
  );
}

function TrainingMark({ line }: Pick<InboxRowProps, 'line'>) {
  const texts = useTexts(MARK_TEXTS);
  return line.training && <span className="training-mark">{texts.training}</span>;
}

interface PromisedProps {
  readonly day: string | null;
  readonly isLabelled?: boolean;
}

function Promised({ day, isLabelled = false }: PromisedProps) {
  const texts = useTexts(INBOX_TEXTS);
  if (day === null) return <span className="quiet">{texts.notPromised}</span>;
  return (
    <span className={isLabelled ? 'quiet' : undefined}>
      {isLabelled && `${texts.promisedShort} `}
      <span className="num">{formatDay(day)}</span>
    </span>
  );
}

/** A step that may not be closed yet, such as a public posting. */
function NotBefore({ at }: { readonly at: string | null }) {
  const texts = useTexts(INBOX_TEXTS);
  const { language } = useLanguage();
  if (at === null || at <= new Date().toISOString()) return null;
  return <span className="line-more">{texts.notBefore(formatInstant(at, language))}</span>;
}

const HOLDER_ICONS = { me: IconUser, anybody: IconCirclePlus, colleague: IconUsers } as const;

/** A colleague by name, so that nobody begins what somebody is at. */
function Holder({ line: { holder, holderName } }: Pick<InboxRowProps, 'line'>) {
  const texts = useTexts(INBOX_TEXTS);
  const Icon = HOLDER_ICONS[holder];
  const name = holder === 'colleague' ? (holderName ?? texts.holders.colleague) : texts.holders[holder];
  return (
    <Tooltip label={texts.holdersMean[holder]}>
      <span className={`holder holder-${holder}`}>
        <Icon size={18} stroke={1.75} aria-hidden />
        {name}
      </span>
    </Tooltip>
  );
}
