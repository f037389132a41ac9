import { type Data, withValueAt } from '@trinhduyet/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { useCallback, useSyncExternalStore } from 'react';
import { api, dataOf } from '../../../shared/api';
import { openForm } from '../../../shared/form/open-form';
import { kept } from './kept';
import { StepDraft, type StepText } from './step-draft';

type Place = Schema<'PlaceView'>;

/** The step at which the reader is asked, if there is one. */
export function ownPlace({ places }: Pick<Schema<'DossierView'>, 'places'>): (Place & { task: string }) | undefined {
  return places.find((place): place is Place & { task: string } => place.task !== undefined && Boolean(place.mineBy));
}

/** Opens what was begun at the reader's step: as it was kept here, or as the server has it. */
export function useStepDraft(account: string, dossier: Schema<'DossierView'>) {
  const { task, step } = ownPlace(dossier) ?? {};
  const put = useMutation({
    mutationFn: async ({ of, text }: { of: string; text: StepText }) => {
      const path = { dossier: dossier.id, task: of };
      return dataOf(await api.PUT('/api/dossiers/{dossier}/tasks/{task}/draft', { params: { path }, body: text }));
    },
  }).mutateAsync;
  return useQuery({
    queryKey: ['step-draft', account, dossier.id, task],
    queryFn: async (): Promise<StepDraft> => {
      const own = kept<StepText>(account, dossier.id, task ?? '');
      // What was written at another step belongs to another form.
      const begun = own.read() ?? (dossier.draft?.step === step ? dossier.draft : undefined);
      const before = begun ?? takenBack(dossier);
      const form = dossier.stepForm && (await openForm(dossier.stepForm, before?.document ?? proposed(dossier)));
      const send = async (text: StepText) => (await put({ of: task ?? '', text })).savedAt;
      return new StepDraft({ form, note: before?.note ?? '', kept: own, put: send });
    },
    enabled: task !== undefined,
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** Whoever has taken a decision back begins with what they had written for it. */
function takenBack(dossier: Schema<'DossierView'>): { readonly document?: Data; readonly note: string } | undefined {
  const { history, entries, stepForm } = dossier;
  const latest = history.findLast(({ type }) => type === 'decided' || type === 'recalled');
  const decided = history.findLast(({ type }) => type === 'decided');
  if (latest?.type !== 'recalled' || decided?.step?.vi !== ownPlace(dossier)?.title.vi) return undefined;
  const entry = entries.find(
    ({ at, form }) => form?.id === stepForm?.id && Date.parse(at) === Date.parse(decided?.at ?? ''),
  );
  return { document: entry?.document, note: decided?.note ?? '' };
}

/** Whoever decides begins with what was proposed before, whoever numbers with the next number; both may change it. */
function proposed({ proposal, numbering }: Schema<'DossierView'>): Data {
  const begun = proposal ? withValueAt({}, proposal.at, proposal.amount) : {};
  if (!numbering) return begun;
  const { number, issuedOn } = numbering;
  return withValueAt(withValueAt(begun, number.at, number.value), issuedOn.at, issuedOn.value);
}

export function useNote(draft: StepDraft): string {
  return useSyncExternalStore(
    draft.subscribe,
    useCallback(() => draft.note, [draft]),
  );
}

export function useSaved(draft: StepDraft): StepDraft['saved'] {
  return useSyncExternalStore(
    draft.subscribe,
    useCallback(() => draft.saved, [draft]),
  );
}
