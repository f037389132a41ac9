import { useMutation, useQuery } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { useEffect, useState } from 'react';
import { sendOnce } from '../../shared/acts';
import { api, dataOf } from '../../shared/api';
import { kept } from '../dossier/work/kept';
import {
  comerOf,
  type CounterDraft,
  filingOf,
  type Missing,
  missingOf,
  NOBODY,
  papersMissing,
  type Shown,
  type Standing,
  turnedTo,
} from './draft';
import { focusOn, focusStep } from './focus';

export type Act = Schema<'FileDossier'>['act'];

/** What was handed over the counter last, until the next person comes. */
export interface Done {
  readonly filed: Schema<'Filed'>;
  readonly act: Act['type'];
  readonly name: string;
}
interface KeptHere {
  readonly draft: CounterDraft;
  readonly done?: Done;
}

interface Parts {
  readonly account: string;
  readonly unit: string;
  readonly desk: Schema<'CounterDesk'>;
}

/** One person at the counter, from the card to the receipt. */
export function useCounter({ account, unit, desk }: Parts) {
  const store = kept<KeptHere>(account, 'counter', unit);
  const [here, setHere] = useState<KeptHere>(() => store.read() ?? { draft: NOBODY });
  const keep = (next: KeptHere) => {
    setHere(next);
    store.write(next);
  };
  const { draft, done } = here;
  const lookUp = useLookUp(unit, draft);
  const found = lookUp.data?.people[0];
  const isKnown = found !== undefined;
  const comer = comerOf(draft, found, unit);
  const [onlyService] = desk.services.length === 1 ? desk.services : [];
  const service = desk.services.find(({ key }) => key === draft.service) ?? onlyService;
  const standing: Standing = { draft, comer, isKnown, service, openDossiers: lookUp.data?.openDossiers ?? [] };
  const [said, say] = useState<Missing>();
  const [asking, ask] = useState<'askSupplement' | 'refuseReception'>();

  const isLookedUp = lookUp.data !== undefined;
  useEffect(() => {
    if (isLookedUp) focusStep(isKnown ? missingOf(standing) : 'name');
    // Only when somebody has come: what is typed afterwards moves the focus by itself.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isLookedUp, isKnown]);

  const filing = useMutation({
    mutationFn: (act: Act) => {
      if (!service) throw new Error('No service is chosen.');
      const body = filingOf({ unit, draft, comer, found, service, act });
      return sendOnce('counter', body, (key) => send(body, key));
    },
    onSuccess: (filed, act) => {
      ask(undefined);
      keep({ draft: NOBODY, done: { filed, act: act.type, name: comer.name } });
    },
  });

  /** Whether an act may begin; if not, says what is missing and goes there. */
  const isReady = (act: Act['type']): boolean => {
    const missing = missingOf(standing);
    const hinders = missing === 'duplicate' && act === 'refuseReception' ? undefined : missing;
    say(hinders);
    if (hinders) focusStep(hinders);
    return hinders === undefined;
  };
  return {
    draft,
    done,
    found,
    comer,
    standing,
    service,
    lookUp,
    said,
    asking,
    filing,
    change: (next: Partial<CounterDraft>) => {
      say(undefined);
      keep({ draft: { ...draft, ...next } });
    },
    turnTo: (shown: Shown) => {
      say(undefined);
      ask(undefined);
      filing.reset();
      keep({ draft: turnedTo(draft, shown) });
    },
    ask: (act: 'askSupplement' | 'refuseReception' | undefined) => {
      filing.reset();
      if (act === undefined || isReady(act)) ask(act);
    },
    file: filing.mutate,
    /** Papers that are missing are asked about once; whoever presses again has decided. */
    receive: () => {
      if (filing.isPending || !isReady('receive')) return;
      if (papersMissing(draft, service).length > 0 && said !== 'papers') return say('papers');
      filing.mutate({ type: 'receive' });
    },
    next: () => {
      store.forget();
      filing.reset();
      say(undefined);
      ask(undefined);
      setHere({ draft: NOBODY });
      focusOn('counter-scan');
    },
  };
}
export type Counter = ReturnType<typeof useCounter>;

/** The person by the card or by the list, with household and open dossiers. The number goes in a body, never in an address. */
function useLookUp(unit: string, { card, person }: CounterDraft) {
  const by = person !== undefined ? { person } : card && { citizenNumber: card.citizenNumber };
  return useQuery({
    queryKey: ['counter-person', unit, by],
    queryFn: async () => dataOf(await api.POST('/api/counter/people', { body: { unit, by: by ?? { person: '' } } })),
    enabled: by !== undefined,
    staleTime: Infinity,
    gcTime: 0,
  });
}

const send = (body: Schema<'FileDossier'>, key: string) =>
  api.POST('/api/counter/dossiers', { params: { header: { 'Idempotency-Key': key } }, body });
