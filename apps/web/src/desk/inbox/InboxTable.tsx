import { Tooltip } from '@mantine/core';
import { IconCirclePlus, IconUser, IconUsers } from '@tabler/icons-react';
import { formatDay, formatInstant } from '@trinhduyet/text';
import type { MouseEvent } from 'react';
import { Link } from 'wouter';
import { useLanguage, useSay, useTexts } from '../../shared/language';
import { DeadlineMark } from '../marks/DeadlineMark';
import { MARK_TEXTS } from '../marks/texts';
import { dossierAddress } from './addresses';
import type { InboxFilter } from './filter';
import { INBOX_TEXTS } from './texts';
import type { InboxLine } from './use-inbox';
import { keyOf, linkId } from './use-selection';

interface InboxTableProps {
  readonly filter: InboxFilter;
  readonly lines: readonly InboxLine[];
  readonly selected: InboxLine | undefined;
  /** Rows of the list before, until those of the new filter are there. */
  readonly isOld: boolean;
  /** Whether choosing a row shows it beside the list; otherwise it opens the dossier. */
  readonly isWide: boolean;
  onSelect(line: InboxLine): void;
  onOpen(line: InboxLine): void;
}

export function InboxTable({ lines, isOld, ...props }: InboxTableProps) {
  const texts = useTexts(INBOX_TEXTS);
  return (
    <table className="inbox-table" aria-busy={isOld}>
      <thead>
        <tr>
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
          <InboxRow key={keyOf(line)} line={line} {...props} />
        ))}
      </tbody>
    </table>
  );
}

interface InboxRowProps extends Omit<InboxTableProps, 'lines' | 'isOld'> {
  readonly line: InboxLine;
}

function InboxRow({ line, filter, selected, isWide, onSelect, onOpen }: InboxRowProps) {
  const say = useSay();
  const choose = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a')) return;
    if (isWide) document.getElementById(linkId(line))?.focus();
    else onOpen(line);
  };
  return (
    <tr data-selected={selected === line} onClick={choose} onDoubleClick={() => onOpen(line)}>
      <td>
        <DeadlineMark {...line} />
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
          href={dossierAddress(line.dossier, filter)}
          className="line-link"
          onFocus={() => onSelect(line)}
        >
          <span className="line-name">
            {line.maskedName} · {say(line.requestTitle)}
          </span>{' '}
          <span className="line-code num">{line.code}</span>
        </Link>
        <TrainingMark line={line} />
        <span className="until-large line-more">
          {line.village}
          <span className="until-medium"> · {say(line.stepTitle)}</span>
        </span>
      </td>
      <td className="from-large">{line.village}</td>
      <td className="from-medium">
        {say(line.stepTitle)}
        <NotBefore at={line.notBefore} />
        <span className="until-large line-more">
          <Holder holder={line.holder} />
        </span>
      </td>
      <td className="from-large">
        <Holder holder={line.holder} />
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

function Holder({ holder }: Pick<InboxLine, 'holder'>) {
  const texts = useTexts(INBOX_TEXTS);
  const Icon = HOLDER_ICONS[holder];
  return (
    <Tooltip label={texts.holdersMean[holder]}>
      <span className={`holder holder-${holder}`}>
        <Icon size={18} stroke={1.75} aria-hidden />
        {texts.holders[holder]}
      </span>
    </Tooltip>
  );
}
