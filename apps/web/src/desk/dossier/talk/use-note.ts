import { useMutation } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { useRef, useState } from 'react';
import { api, newKey } from '../../../shared/api';
import { sendFile } from '../../../shared/files';
import { preparePhoto } from '../../../shared/form/widgets/photo';
import { kept } from '../work/kept';
import { type Person, stillNamed } from './mention';
import { useRefresh } from './use-talk';

/** A note that is being written: it outlives a reload, with the photos that were sent for it. */
interface Written {
  readonly id: string;
  readonly text: string;
  readonly picked: readonly Person[];
  readonly photos: readonly Schema<'TalkPhoto'>[];
  readonly isClose: boolean;
}

interface Sending {
  readonly key: number;
  readonly name: string;
  readonly share: number;
}

const empty = (): Written => ({ id: newKey(), text: '', picked: [], photos: [], isClose: false });

export function useNote(account: string, dossier: string, onSent: () => void) {
  const [store] = useState(() => kept<Written>(account, dossier, 'talk'));
  const [note, setNote] = useState(() => store.read() ?? empty());
  const latest = useRef(note);
  const change = (next: Partial<Written>) => {
    latest.current = { ...latest.current, ...next };
    store.write(latest.current);
    setNote(latest.current);
  };
  const refresh = useRefresh(dossier);
  const photos = usePhotos(dossier, latest, (next) => change({ photos: next }));
  const sending = useMutation({
    mutationFn: async () => {
      const { id, text, picked, photos: sent, isClose } = latest.current;
      await api.PUT('/api/dossiers/{dossier}/talk/notes/{note}', {
        params: { path: { dossier, note: id } },
        body: {
          text: text.trim(),
          isClose,
          photos: sent.map((photo) => photo.id),
          mentions: stillNamed(text, picked).map((person) => person.account),
        },
      });
    },
    onSuccess: async () => {
      change(empty());
      store.forget();
      onSent();
      await refresh();
    },
  });
  const isReady = (note.text.trim() !== '' || note.photos.length > 0) && photos.sending.length === 0;
  return {
    note,
    photos,
    change,
    isReady,
    isSending: sending.isPending,
    error: sending.error ?? photos.error,
    send: () => {
      if (isReady && !sending.isPending) sending.mutate();
    },
  };
}

/** Photos go one by one, small enough for a slow line; those that have gone stay, whatever happens to the next. */
function usePhotos(
  dossier: string,
  latest: { readonly current: Written },
  onPhotos: (photos: Written['photos']) => void,
) {
  const count = useRef(0);
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [error, setError] = useState<unknown>(null);
  const send = async (file: File) => {
    const key = count.current++;
    setSending((all) => [...all, { key, name: file.name, share: 0 }]);
    const onProgress = (share: number) =>
      setSending((all) => all.map((each) => (each.key === key ? { ...each, share } : each)));
    try {
      const { blob } = await preparePhoto(file);
      const address = `/api/dossiers/${dossier}/talk/notes/${latest.current.id}/photos`;
      const photo = await sendFile<Schema<'TalkPhoto'>>(address, { photo: blob, name: file.name, onProgress });
      onPhotos([...latest.current.photos, photo]);
    } catch (failure) {
      setError(failure);
    } finally {
      setSending((all) => all.filter((each) => each.key !== key));
    }
  };
  return {
    sending,
    error,
    take: async (files: readonly File[]) => {
      setError(null);
      for (const file of files) await send(file);
    },
    remove: (photo: string) => {
      onPhotos(latest.current.photos.filter(({ id }) => id !== photo));
      const params = { path: { dossier, photo } };
      // What no note names is cleared away anyway.
      void api.DELETE('/api/dossiers/{dossier}/talk/photos/{photo}', { params }).catch(() => undefined);
    },
  };
}
