import { ActionIcon, Button, Checkbox, Tooltip } from '@mantine/core';
import { IconCamera, IconX } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { useTexts } from '../../../shared/language';
import { ProblemNote } from '../../../shared/problem';
import { announce } from '../../shell/announcements';
import { MentionField } from './MentionField';
import { TALK_FIELD } from './talk-field';
import { TALK_TEXTS } from './texts';
import { TalkPhoto } from './TalkPhoto';
import { useNote } from './use-note';

interface ComposerProps {
  readonly account: string;
  readonly dossier: string;
  readonly seesSensitive: boolean;
}

/** Where a note is written; on a phone the photo comes straight from its camera. */
export function Composer({ account, dossier, seesSensitive }: ComposerProps) {
  const texts = useTexts(TALK_TEXTS);
  const help = useId();
  const { note, photos, change, send, isReady, isSending, error } = useNote(account, dossier, () =>
    announce(texts.sent),
  );
  return (
    <div className="talk-composer">
      <label className="field-label" htmlFor={TALK_FIELD}>
        {texts.write}
      </label>
      <p className="field-help" id={help}>
        {texts.help}
      </p>
      <MentionField
        id={TALK_FIELD}
        dossier={dossier}
        text={note.text}
        describedBy={help}
        onText={(text) => change({ text })}
        onPick={(person) => change({ picked: [...note.picked, { account: person.account, name: person.name }] })}
        onSend={send}
      />
      {note.photos.length > 0 && (
        <ul className="talk-photos">
          {note.photos.map((photo) => (
            <li key={photo.id}>
              <TalkPhoto dossier={dossier} photo={photo} name={photo.name} />
              <RemoveButton name={texts.removePhoto(photo.name)} onRemove={() => photos.remove(photo.id)} />
            </li>
          ))}
        </ul>
      )}
      <Progress sending={photos.sending} />
      {error !== null && <ProblemNote error={error} />}
      <div className="talk-acts">
        <PhotoButton onTake={(files) => void photos.take(files)} />
        {seesSensitive && (
          <Checkbox
            label={texts.close}
            checked={note.isClose}
            onChange={({ currentTarget }) => change({ isClose: currentTarget.checked })}
          />
        )}
        <Button variant="light" disabled={!isReady} loading={isSending} onClick={send}>
          {texts.send}
        </Button>
      </div>
    </div>
  );
}

function PhotoButton({ onTake }: { onTake(files: readonly File[]): void }) {
  const texts = useTexts(TALK_TEXTS);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept="image/*,application/pdf"
        multiple
        tabIndex={-1}
        aria-label={texts.photo}
        onChange={({ target }) => {
          onTake([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button
        variant="default"
        leftSection={<IconCamera size={18} stroke={1.75} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {texts.photo}
      </Button>
    </>
  );
}

function RemoveButton({ name, onRemove }: { readonly name: string; onRemove(): void }) {
  return (
    <Tooltip label={name}>
      <ActionIcon className="talk-photo-remove" variant="default" aria-label={name} onClick={onRemove}>
        <IconX size={16} stroke={2} />
      </ActionIcon>
    </Tooltip>
  );
}

function Progress({ sending }: Pick<ReturnType<typeof useNote>['photos'], 'sending'>) {
  const texts = useTexts(TALK_TEXTS);
  return (
    <div role="status">
      {sending.map(({ key, name, share }) => (
        <p key={key} className="quiet truncate">
          {texts.sending(name, Math.round(share * 100))}
        </p>
      ))}
    </div>
  );
}
