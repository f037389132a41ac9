import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { formatInstant } from '@trinhduyet/text';
import { useState } from 'react';
import { api } from '../../../shared/api';
import { useLanguage, useSay, useTexts } from '../../../shared/language';
import { ProblemNote } from '../../../shared/problem';
import { pieces } from './mention';
import { TALK_TEXTS } from './texts';
import { TalkPhoto } from './TalkPhoto';
import { useRefresh } from './use-talk';

type Note = Schema<'TalkNote'>;

interface NoteItemProps {
  readonly dossier: string;
  readonly note: Note;
  readonly isNew: boolean;
}

export function NoteItem({ dossier, note, isNew }: NoteItemProps) {
  const texts = useTexts(TALK_TEXTS);
  const say = useSay();
  const { language } = useLanguage();
  const { name, title, at, is, isMine, photos, hiddenPhotos } = note;
  return (
    <li className="talk-note" data-mine={isMine} data-is={is}>
      <p className="talk-who">
        <strong>{isMine ? texts.me : name}</strong>
        <span className="quiet">
          {title && `${say(title)} · `}
          <span className="num">{formatInstant(at, language)}</span>
        </span>
        {isNew && <span className="count">{texts.fresh}</span>}
        {is === 'shown' && note.class === 'sensitive' && <span className="talk-close">{texts.closeMark}</span>}
      </p>
      {is === 'shown' ? <Words note={note} /> : <Stone note={note} />}
      {photos.length > 0 && (
        <ul className="talk-photos">
          {photos.map((photo, index) => (
            <li key={photo.id}>
              <TalkPhoto dossier={dossier} photo={photo} name={texts.photoOf(index + 1, isMine ? texts.me : name)} />
            </li>
          ))}
        </ul>
      )}
      {hiddenPhotos > 0 && <p className="talk-stone">{texts.hiddenPhotos(hiddenPhotos)}</p>}
      {isMine && is === 'shown' && <Withdrawing dossier={dossier} note={note.id} />}
    </li>
  );
}

function Words({ note: { text, mentions } }: { readonly note: Note }) {
  if (text === '') return null;
  return (
    <p className="talk-words">
      {pieces(text, mentions).map((piece, index) =>
        piece.isName ? <strong key={index}>{piece.text}</strong> : <span key={index}>{piece.text}</span>,
      )}
    </p>
  );
}

/** What is not to be read leaves its place, and why. */
function Stone({ note: { is, withdrawnAt } }: { readonly note: Note }) {
  const texts = useTexts(TALK_TEXTS);
  const { language } = useLanguage();
  const words = {
    withdrawn: texts.withdrawn(withdrawnAt ? formatInstant(withdrawnAt, language) : ''),
    erased: texts.erased,
    hidden: texts.hidden,
    shown: '',
  };
  return <p className="talk-stone">{words[is]}</p>;
}

/** It cannot be undone, so it is asked once more, in its place. */
function Withdrawing({ dossier, note }: { readonly dossier: string; readonly note: string }) {
  const texts = useTexts(TALK_TEXTS);
  const [isAsked, setAsked] = useState(false);
  const refresh = useRefresh(dossier);
  const withdrawal = useMutation({
    mutationFn: () =>
      api.POST('/api/dossiers/{dossier}/talk/notes/{note}/withdrawal', { params: { path: { dossier, note } } }),
    onSuccess: refresh,
  });
  if (!isAsked) {
    return (
      <Button variant="subtle" size="compact-sm" color="gray.7" onClick={() => setAsked(true)}>
        {texts.withdraw}
      </Button>
    );
  }
  return (
    <div className="talk-sure" role="group" aria-label={texts.withdrawSure}>
      <p>{texts.withdrawSure}</p>
      {withdrawal.error && <ProblemNote error={withdrawal.error} />}
      <Button
        variant="outline"
        color="red"
        size="compact-sm"
        loading={withdrawal.isPending}
        onClick={() => withdrawal.mutate()}
      >
        {texts.withdraw}
      </Button>
      <Button variant="subtle" size="compact-sm" autoFocus onClick={() => setAsked(false)}>
        {texts.keep}
      </Button>
    </div>
  );
}
