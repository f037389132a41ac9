import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { Schema } from '@trinhduyet/api-client';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useSay, useTexts } from '../../shared/language';
import { PromiseMoved } from '../../shared/PromiseMoved';
import { dossierAddress } from '../inbox/addresses';
import { type InboxFilter, writeFilter } from '../inbox/filter';
import { DeadlineMark } from '../marks/DeadlineMark';
import { StatusBadge } from '../marks/StatusBadge';
import { applicantOf } from './applicant';
import { DOSSIER_TEXTS } from './texts';
import type { Neighbours } from './use-neighbours';

interface DossierHeaderProps {
  readonly dossier: Schema<'DossierView'>;
  readonly filter: InboxFilter;
  readonly neighbours: Neighbours;
}

/** Places that the status names already. */
const FRAME: ReadonlySet<string> = new Set(['reception', 'supplement']);

export function DossierHeader({ dossier, filter, neighbours }: DossierHeaderProps) {
  const texts = useTexts(DOSSIER_TEXTS);
  const say = useSay();
  const { requestType, placeName, places, code, lookupCode } = dossier;
  const holders = places.flatMap(({ holder }) => holder ?? []);
  return (
    <header className="dossier-head">
      <Link href={`/desk${writeFilter(filter)}`} className="dossier-back" aria-keyshortcuts="Escape">
        <IconArrowLeft size={20} stroke={1.75} aria-hidden />
        {texts.back}
      </Link>
      <NeighbourLinks filter={filter} neighbours={neighbours} />
      <div className="dossier-who">
        <h1>{applicantOf(dossier)}</h1>
        <p>
          <span className="num">{code ?? lookupCode}</span> · {say(requestType.title)} · {placeName}
        </p>
      </div>
      <div className="dossier-state">
        <StatusBadge dossier={dossier} />
        {places.map(({ key, title, kind }) => FRAME.has(kind) || <span key={key}>{say(title)}</span>)}
        <span role="status">{holders.length > 0 && texts.heldBy(holders.join(', '))}</span>
      </div>
      <Deadlines dossier={dossier} />
    </header>
  );
}

/** The limit of the step and the day that the applicant was promised: two clocks, never one for the other. */
function Deadlines({ dossier }: Pick<DossierHeaderProps, 'dossier'>) {
  const texts = useTexts(DOSSIER_TEXTS);
  const say = useSay();
  const { status, places, promisedOn, promisedBefore, suspended } = dossier;
  if (status === 'ended') return null;
  return (
    <dl className="dossier-deadlines">
      {suspended && <Term term={texts.stepLimit}>{texts.stopped}</Term>}
      {!suspended &&
        places.map(({ key, dueAt, daysLeft, kind, title }) => (
          <Term key={key} term={places.length > 1 ? texts.limitOf(say(title)) : texts.stepLimit}>
            {kind === 'supplement' ? texts.paused : <DeadlineMark dueAt={dueAt} daysLeft={daysLeft} />}
          </Term>
        ))}
      <Term term={texts.promised}>
        {promisedOn === undefined ? (
          suspended ? (
            texts.stopped
          ) : (
            texts.notPromised
          )
        ) : (
          <PromiseMoved before={promisedBefore} now={promisedOn} />
        )}
      </Term>
    </dl>
  );
}

function Term({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function NeighbourLinks({ filter, neighbours }: Pick<DossierHeaderProps, 'filter' | 'neighbours'>) {
  const texts = useTexts(DOSSIER_TEXTS);
  const { previous, next, position, count, hasMore } = neighbours;
  return (
    <nav className="dossier-neighbours" aria-label={texts.neighbours}>
      <NeighbourLink dossier={previous} filter={filter} name={texts.previous} letter="K">
        <IconChevronLeft size={20} stroke={1.75} />
      </NeighbourLink>
      <span className="num">{texts.position(String(position ?? '–'), hasMore ? `${count}+` : String(count))}</span>
      <NeighbourLink dossier={next} filter={filter} name={texts.next} letter="J">
        <IconChevronRight size={20} stroke={1.75} />
      </NeighbourLink>
    </nav>
  );
}

interface NeighbourLinkProps {
  readonly dossier: string | undefined;
  readonly filter: InboxFilter;
  readonly name: string;
  readonly letter: string;
  readonly children: ReactNode;
}

function NeighbourLink({ dossier, filter, name, letter, children }: NeighbourLinkProps) {
  if (dossier === undefined) {
    return (
      <ActionIcon disabled variant="transparent" aria-label={name}>
        {children}
      </ActionIcon>
    );
  }
  return (
    <Tooltip label={`${name} (${letter})`}>
      <ActionIcon component={Link} href={dossierAddress(dossier, filter)} aria-label={name} aria-keyshortcuts={letter}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
