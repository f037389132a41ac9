import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { type Data, type FieldError, valueAt, withValueAt } from '@trinhduyet/form';
import { type FormEvent, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { commandHeader, sendOnce } from '../../../shared/acts';
import { api } from '../../../shared/api';
import { FormContext, type FormValue } from '../../../shared/form/form-context';
import { declarationOf, FaultSummary, PageSections } from '../../../shared/form/FormPages';
import { filesOf } from '../../../shared/form/form-files';
import { FormSection } from '../../../shared/form/FormSection';
import type { FormStore } from '../../../shared/form/form-store';
import { openForm, planOf } from '../../../shared/form/open-form';
import { faultsOf } from '../../../shared/form/server-faults';
import { useKeeping } from '../../../shared/form/use-keeping';
import type { Kept } from '../../../shared/kept';
import { useSay, useTexts } from '../../../shared/language';
import { Awaited, ProblemNote } from '../../../shared/problem';
import { dossierAddress } from '../../inbox/addresses';
import { announce } from '../../shell/announcements';
import { MessagePage } from '../../shell/MessagePage';
import { useTitle } from '../../shell/use-title';
import { dossierKey, useDossier } from '../use-dossier';
import { kept } from '../work/kept';
import { PAPER_FORM_TEXTS } from './texts';

type Dossier = Schema<'DossierView'>;

interface TranscriptPageProps {
  readonly me: Schema<'Me'>;
  readonly dossier: string;
}

/** The paper form typed in: the same pages, the same checks as in the portal, all on one sheet like the paper itself. */
export default function TranscriptPage({ me, dossier }: TranscriptPageProps) {
  const query = useDossier(dossier);
  return <Awaited query={query}>{(view) => <Opening account={me.account} view={view} />}</Awaited>;
}

function Opening({ account, view }: { readonly account: string; readonly view: Dossier }) {
  const texts = useTexts(PAPER_FORM_TEXTS);
  useTitle(texts.title);
  const [first] = useState(view); // what is typed must not be replaced when the dossier is asked for again
  const [own] = useState(() => kept<Data>(account, first.id, 'transcript'));
  const opened = useQuery({
    queryKey: ['transcript', account, first.id],
    queryFn: () => openForm(first.form, own.read() ?? withScans(first)),
    staleTime: Infinity,
    gcTime: 0,
    structuralSharing: false,
  });
  if (first.counter?.transcribed !== false) {
    return (
      <MessagePage title={texts.done}>
        <Button component={Link} href={dossierAddress(first.id)} variant="default">
          {texts.back}
        </Button>
      </MessagePage>
    );
  }
  return <Awaited query={opened}>{(store) => <Transcript view={first} store={store} own={own} />}</Awaited>;
}

/** What was scanned for a question of the form stands there already. */
function withScans({ form, document, files }: Dossier): Data {
  return planOf(form).fields.reduce<Data>((data, { widget, pointer }) => {
    const scans = files.filter(({ field }) => field === pointer).map(({ id }) => id);
    const isOpen = widget === 'photos' && scans.length > 0 && valueAt(data, pointer) === undefined;
    return isOpen ? withValueAt(data, pointer, scans) : data;
  }, document);
}

interface TranscriptProps {
  readonly view: Dossier;
  readonly store: FormStore;
  readonly own: Kept<Data>;
}

function Transcript({ view, store, own }: TranscriptProps) {
  const texts = useTexts(PAPER_FORM_TEXTS);
  const say = useSay();
  const form = useMemo((): FormValue => ({ store, id: 't', files: filesOf(view) }), [store, view]);
  useKeeping(store, own);
  const { faults, sending, send } = useSending(view, store, own);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <FormContext value={form}>
      <form className="transcript" onSubmit={submit} noValidate>
        <h1>
          {texts.title} · <span className="num">{view.code ?? view.lookupCode}</span>
        </h1>
        <p className="quiet">
          {texts.lead} {texts.noPhone} {texts.kept}
        </p>
        <FaultSummary faults={faults} />
        {store.plan.pages.map((page) => (
          <section key={page.key} className="counter-step">
            <h2>{say(page.title)}</h2>
            <PageSections page={page} />
          </section>
        ))}
        <section className="counter-step">
          <FormSection section={declarationOf(store.plan.declaration)} />
        </section>
        {sending.error && faults.length === 0 && <ProblemNote error={sending.error} />}
        <div className="decision-bar">
          <div className="bar-line">
            <Button type="submit" loading={sending.isPending}>
              {texts.save}
            </Button>
            <Button component={Link} href={dossierAddress(view.id)} variant="subtle">
              {texts.back}
            </Button>
          </div>
        </div>
      </form>
    </FormContext>
  );
}

function useSending({ id, counter }: Dossier, store: FormStore, own: Kept<Data>) {
  const texts = useTexts(PAPER_FORM_TEXTS);
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const sending = useMutation({
    mutationKey: dossierKey(id),
    mutationFn: (document: Data) =>
      sendOnce(`${id} transcribe`, document, (key) => {
        const params = { path: { dossier: id }, header: commandHeader(key) };
        return api.POST('/api/dossiers/{dossier}/transcript', { params, body: { document } });
      }),
    onSuccess: async () => {
      own.forget();
      announce(texts.saved);
      await queries.invalidateQueries({ queryKey: dossierKey(id) });
      go(dossierAddress(id), { replace: true });
    },
    onError: (error) => {
      store.showFrom(faultsOf(error));
      setFaults(faultsOf(error));
    },
  });
  const send = () => {
    const isWaived = ({ at, code }: FieldError) => code === 'required' && counter?.optional.includes(at);
    const missing = store.show((error) => !isWaived(error));
    setFaults(missing);
    if (missing.length === 0) sending.mutate(store.check().document);
  };
  return { faults, sending, send };
}
