import { useState } from 'react';
import type { Text } from '../../../shared/language';
import { kept } from '../work/kept';

/** One thing that the applicant is to bring or mend: about a field, about one photo of it, or about something else. */
export interface Flag {
  readonly key: string;
  readonly field?: string;
  readonly title?: Text;
  readonly reason: string;
}

export interface Flags {
  readonly list: readonly Flag[];
  has(key: string): boolean;
  toggle(flag: Flag): void;
  setReason(key: string, reason: string): void;
  clear(): void;
}

/** Everything that is flagged goes into one request, so that nobody is sent away twice. */
export function useFlags(account: string, dossier: string): Flags {
  const [own] = useState(() => kept<readonly Flag[]>(account, dossier, 'flags'));
  const [list, setList] = useState(() => own.read() ?? []);
  const set = (next: readonly Flag[]) => {
    own.write(next);
    setList(next);
  };
  const has = (key: string) => list.some((flag) => flag.key === key);
  return {
    list,
    has,
    toggle: (flag) => set(has(flag.key) ? list.filter(({ key }) => key !== flag.key) : [...list, flag]),
    setReason: (key, reason) => set(list.map((flag) => (flag.key === key ? { ...flag, reason } : flag))),
    clear: () => {
      own.forget();
      setList([]);
    },
  };
}
