import type { Schema } from '@trinhduyet/api-client';
import type { Data } from '@trinhduyet/form';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { api, dataOf } from '../../shared/api';
import { FormContext, type FormValue } from '../../shared/form/form-context';
import { filesOf } from '../../shared/form/form-files';
import type { FormStore } from '../../shared/form/form-store';
import { openForm } from '../../shared/form/open-form';
import { useTexts } from '../../shared/language';
import { Awaited } from '../../shared/problem';
import { useDraft, useProgramme } from '../data';
import { PORTAL_TEXTS } from '../texts';
import { copyKeptHere, DraftKeeper } from './draft-keeper';
import { FormPart } from './FormPart';
import { ReviewPart } from './ReviewPart';

type Draft = Schema<'Draft'>;
export const REVIEW = 'review';

/** A request while it is filled in, part by part. */
export default function RequestPage({ draft, part }: { readonly draft: string; readonly part?: string }) {
  const query = useDraft(draft);
  const type = useProgramme(query.data?.requestType);
  return (
    <Awaited query={query}>
      {(loaded) => <Awaited query={type}>{({ form }) => <Opening draft={loaded} form={form} part={part} />}</Awaited>}
    </Awaited>
  );
}

interface OpeningProps {
  readonly draft: Draft;
  readonly form: Schema<'Form'>;
  readonly part?: string;
}

function Opening({ draft, form, part }: OpeningProps) {
  const opened = useQuery({
    queryKey: ['opened', draft.id, form.sha256],
    queryFn: () => open(draft, form),
    staleTime: Infinity,
    gcTime: 0,
    structuralSharing: false,
  });
  return (
    <Awaited query={opened}>
      {({ store, keeper, isTakenUp }) => (
        <Opened draft={draft} store={store} keeper={keeper} isTakenUp={isTakenUp} part={part} />
      )}
    </Awaited>
  );
}

interface OpenedDraft {
  readonly store: FormStore;
  readonly keeper: DraftKeeper;
  /** Whether something that had not been sent was still on this device. */
  readonly isTakenUp: boolean;
}

async function open(draft: Draft, form: Schema<'Form'>): Promise<OpenedDraft> {
  const copy = copyKeptHere(localStorage, draft.id);
  const store = await openForm(form, copy?.document ?? draft.document);
  const keeper = new DraftKeeper(
    { ...draft, version: copy?.version ?? draft.version },
    {
      storage: localStorage,
      now: () => new Date().toISOString(),
      save: (content, version) => save(draft.id, content, version),
    },
  );
  if (copy) keeper.change(copy);
  return { store, keeper, isTakenUp: copy !== undefined };
}

async function save(dossier: string, { document, page }: Schema<'DraftSave'>, version: number) {
  const params = { path: { dossier }, header: { 'if-match': `"${version}"` } };
  return dataOf(await api.PUT('/api/drafts/{dossier}', { params, body: { document, page } }));
}

interface OpenedProps extends OpenedDraft {
  readonly draft: Draft;
  readonly part?: string;
}

function Opened({ draft, store, keeper, isTakenUp, part }: OpenedProps) {
  const texts = useTexts(PORTAL_TEXTS);
  const { pages } = store.plan;
  const firstOpen = draft.page !== '' ? draft.page : pages[0]?.key;
  const here = part ?? firstOpen;
  const kept = useSyncExternalStore(keeper.subscribe, () => keeper.kept);
  const document = useSyncExternalStore(store.subscribe, () => store.document);
  const [atStart] = useState(document);
  useEffect(() => {
    if (document !== atStart) keeper.change({ document, page: here ?? '' });
  }, [document, atStart, here, keeper]);
  useEffect(() => {
    const send = () => void keeper.flush();
    window.addEventListener('online', send);
    return () => {
      window.removeEventListener('online', send);
      send();
    };
  }, [keeper]);
  const form = useMemo((): FormValue => ({ store, id: 'f', files: filesOf(draft) }), [store, draft]);
  const page = pages.find(({ key }) => key === here);
  const shared = { draft: draft.id, requestType: draft.requestType, keeper, kept, isTakenUp };
  return (
    <FormContext value={form}>
      {isTraining(document) && <p className="strip">{texts.training}</p>}
      {page ? <FormPart key={page.key} page={page} {...shared} /> : <ReviewPart {...shared} />}
    </FormContext>
  );
}

/** Units of the training province say so in their ids. */
const isTraining = (document: Data) => JSON.stringify(document).includes('@training');
