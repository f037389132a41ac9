import { useEffect, useRef, useState } from 'react';
import { uploadFile } from '../../shared/files';
import { preparePhoto } from '../../shared/form/widgets/photo';

/** A scan or photo of a paper: chosen, and sent as soon as its dossier is there. */
export interface Scan {
  readonly key: number;
  readonly paper: string;
  /** Where in the form it belongs, or a place of its own beside it. */
  readonly field: string;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed';
  readonly dossier?: string;
}

/** Scans of the person at the counter and, until they have arrived, of the one before. */
export function useScans() {
  const [scans, setScans] = useState<readonly Scan[]>([]);
  const count = useRef(0);
  const set = (key: number, change: Partial<Scan>) =>
    setScans((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)));
  const send = async (scan: Scan, dossier: string) => {
    set(scan.key, { state: 'sending', dossier });
    try {
      const { blob } = await preparePhoto(scan.file);
      await uploadFile({ dossier, field: scan.field, photo: blob, name: scan.file.name, onProgress: () => undefined });
      set(scan.key, { state: 'sent' });
    } catch {
      set(scan.key, { state: 'failed' });
    }
  };
  const sendAll = async (list: readonly Scan[], dossier: string) => {
    for (const scan of list) await send(scan, dossier);
  };
  const isUnsent = scans.some(({ state }) => state !== 'sent');
  useEffect(() => {
    if (!isUnsent) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsent]);
  return {
    waiting: scans.filter(({ state }) => state === 'waiting'),
    of: (dossier: string) => scans.filter((scan) => scan.dossier === dossier),
    failed: scans.filter(({ state }) => state === 'failed'),
    add: (paper: string, field: string | undefined, files: readonly File[]) => {
      const added = files.map((file): Scan => ({
        ...{ key: count.current++, paper, field: field ?? `/checklist/${paper}`, file },
        state: 'waiting',
      }));
      setScans((all) => [...all, ...added]);
      return added;
    },
    drop: (key: number) => setScans((all) => all.filter((each) => each.key !== key)),
    send: sendAll,
    sendWaiting: (dossier: string) => {
      void sendAll(
        scans.filter(({ state }) => state === 'waiting'),
        dossier,
      );
    },
    retry: () => {
      for (const scan of scans) if (scan.state === 'failed' && scan.dossier) void send(scan, scan.dossier);
    },
    /** The next person begins without papers; what is still on its way goes on. */
    next: () => setScans((all) => all.filter(({ state }) => state === 'sending' || state === 'failed')),
  };
}
export type Scans = ReturnType<typeof useScans>;
