import { Button } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../../shared/language';
import { Awaited } from '../../../shared/problem';
import { Composer } from './Composer';
import { NoteItem } from './NoteItem';
import './talk.css';
import { TALK_TEXTS } from './texts';
import { type Talk, type TalkQuery, useReading } from './use-talk';

interface TalkPanelProps {
  readonly account: string;
  readonly dossier: string;
  readonly talk: TalkQuery;
}

/** What officials say to each other about the dossier: beside opinions and decisions, and never the applicant's. */
export default function TalkPanel({ account, dossier, talk }: TalkPanelProps) {
  const texts = useTexts(TALK_TEXTS);
  return (
    <Awaited query={talk}>
      {({ pages }) => {
        const [latest] = pages;
        if (!latest) return null;
        const older = talk.hasNextPage && (
          <Button variant="default" loading={talk.isFetchingNextPage} onClick={() => void talk.fetchNextPage()}>
            {texts.older}
          </Button>
        );
        return (
          <div className="talk">
            <Standing talk={latest} />
            {latest.isOpen && <Composer account={account} dossier={dossier} seesSensitive={latest.seesSensitive} />}
            <Notes dossier={dossier} pages={pages} />
            {older}
          </div>
        );
      }}
    </Awaited>
  );
}

function Standing({ talk: { isOpen, openUntil } }: { readonly talk: Talk }) {
  const texts = useTexts(TALK_TEXTS);
  if (openUntil === undefined) return null;
  return <p className="quiet">{isOpen ? texts.openUntil(openUntil) : texts.closedSince(openUntil)}</p>;
}

function Notes({ dossier, pages }: { readonly dossier: string; readonly pages: readonly Talk[] }) {
  const texts = useTexts(TALK_TEXTS);
  const [latest] = pages;
  const [seenBefore] = useState(latest?.seen ?? 0); // what was new on arrival stays marked until one leaves
  useReading(dossier, latest);
  const notes = pages.flatMap((page) => page.notes);
  if (notes.length === 0) {
    return (
      <div className="empty">
        <IconMessages size={56} stroke={1} aria-hidden />
        <p>{texts.none}</p>
      </div>
    );
  }
  return (
    <ol className="talk-notes" reversed aria-label={texts.notes}>
      {notes.map((note) => (
        <NoteItem key={note.id} dossier={dossier} note={note} isNew={!note.isMine && note.number > seenBefore} />
      ))}
    </ol>
  );
}
