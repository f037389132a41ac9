import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '../../../shared/api';
import { sendOnce } from '../../../shared/acts';
import type { Act, Need } from './acts';
import type { Command } from './commands';
import { dossierKey } from '../use-dossier';
import type { Seen } from '../use-seen';
import type { Kept } from '../work/kept';

/** An act that was begun and still needs something from the person. */
export interface Begun {
  readonly act: Act;
  readonly need: Need;
  readonly thenNext: boolean;
}

/** An act that was begun, as it outlives a reload: the act itself is found again among the lawful ones. */
export type BegunKept = Pick<Begun, 'need' | 'thenNext'> & { readonly key: string };

export interface Sent {
  readonly act: Act;
  readonly command: Command;
  readonly thenNext: boolean;
}

interface Parts {
  readonly dossier: string;
  readonly seen: Seen;
  /** An act that was begun before a reload. */
  readonly first?: Begun;
  /** Where it is written down which act is begun. */
  readonly kept: Kept<BegunKept>;
  onDone(sent: Sent): void;
  onError(error: Error): void;
}

/** Sends commands, each once; a refusal brings the dossier as it now is. */
export function useActing({ dossier, seen, first, kept, onDone, onError }: Parts) {
  const queries = useQueryClient();
  const [begun, setBegun] = useState(first);
  const mutation = useMutation({
    mutationKey: dossierKey(dossier),
    mutationFn: ({ command }: Sent) =>
      sendOnce(`${dossier} ${command.name}`, command.body, (key) =>
        command.send({ dossier, key, seen: seen.sequence }),
      ),
    onSuccess: ({ sequence }, sent) => {
      seen.follow(sequence);
      kept.forget();
      setBegun(undefined);
      onDone(sent);
    },
    onError,
    onSettled: (_, error) => {
      if (isProblem(error, 'not-signed-in')) return;
      void queries.invalidateQueries({ queryKey: dossierKey(dossier) });
      void queries.invalidateQueries({ queryKey: ['inbox'] });
    },
  });
  return {
    begun,
    isSending: mutation.isPending,
    error: mutation.error,
    open: (next: Begun) => {
      mutation.reset();
      kept.write({ key: next.act.key, need: next.need, thenNext: next.thenNext });
      setBegun(next);
    },
    /** Whoever gives an act up gives up what was to be tried again by itself, too. */
    close: () => {
      mutation.reset();
      kept.forget();
      setBegun(undefined);
    },
    send: mutation.mutate,
    retry: () => {
      if (mutation.variables) mutation.mutate(mutation.variables);
    },
  };
}

export type Acting = ReturnType<typeof useActing>;
