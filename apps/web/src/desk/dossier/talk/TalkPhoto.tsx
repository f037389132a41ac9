import { IconFileTypePdf } from '@tabler/icons-react';
import type { Schema } from '@trinhduyet/api-client';
import { useTexts } from '../../../shared/language';
import { TALK_TEXTS } from './texts';

interface TalkPhotoProps {
  readonly dossier: string;
  readonly photo: Schema<'TalkPhoto'>;
  readonly name: string;
}

/** Small; the whole of it opens beside the desk. */
export function TalkPhoto({ dossier, photo: { id, mediaType }, name }: TalkPhotoProps) {
  const texts = useTexts(TALK_TEXTS);
  const address = `/api/dossiers/${dossier}/talk/photos/${id}`;
  return (
    <a className="talk-photo" href={address} target="_blank" rel="noreferrer" aria-label={name}>
      {mediaType === 'application/pdf' ? (
        <>
          <IconFileTypePdf size={28} stroke={1.75} aria-hidden />
          {texts.document}
        </>
      ) : (
        <img src={address} alt="" loading="lazy" />
      )}
    </a>
  );
}
