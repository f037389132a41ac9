import type { Schema } from '@trinhduyet/api-client';
import { type Data, type FieldError, type PlanField, type PlanSection, parentOf, valueAt } from '@trinhduyet/form';
import { formatDay } from '@trinhduyet/text';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import { AnswerValue } from '../../shared/form/Answers';
import { FormContext, type FormValue, useForm } from '../../shared/form/form-context';
import { FaultSummary, PageSections } from '../../shared/form/FormPages';
import { filesOf } from '../../shared/form/form-files';
import { FormSection } from '../../shared/form/FormSection';
import type { FormStore } from '../../shared/form/form-store';
import { openForm } from '../../shared/form/open-form';
import { faultsOf } from '../../shared/form/server-faults';
import { useKeeping } from '../../shared/form/use-keeping';
import { type Kept, keptIn } from '../../shared/kept';
import { useSay, useTexts } from '../../shared/language';
import { Awaited, ProblemNote } from '../../shared/problem';
import { useDossier, useSupplement } from '../data';
import { Page } from '../Page';
import { PORTAL_TEXTS } from '../texts';

type Dossier = Schema<'DossierView'>;

/** Only what was asked for, each with its reason and what was declared; everything else stays as it is. */
export default function SupplementPage({ dossier }: { readonly dossier: string }) {
  const query = useDossier(dossier);
  return <Awaited query={query}>{(view) => <Opening view={view} />}</Awaited>;
}

function Opening({ view }: { readonly view: Dossier }) {
  const [first] = useState(view); // what is typed must not be replaced when the dossier is asked for again
  const [own] = useState(() => answerKeptHere(first.id));
  const opened = useQuery({
    queryKey: ['supplement', first.id],
    queryFn: () => openForm(first.form, own.read() ?? first.document),
    staleTime: Infinity,
    gcTime: 0,
    structuralSharing: false,
  });
  const isAsked = view.offers.some(({ command, because }) => command === 'supplement' && !because);
  if (!isAsked && !view.inTransit) return <Redirect to={`/dossiers/${view.id}`} replace />;
  return <Awaited query={opened}>{(store) => <Supplement view={first} store={store} own={own} />}</Awaited>;
}

/** An answer that was not sent yet is kept on this device, with every key: nothing of it is on the server before. */
const answerKeptHere = (dossier: string) => keptIn<Data>(localStorage, `supplement-${dossier}`);

interface SupplementProps {
  readonly view: Dossier;
  readonly store: FormStore;
  readonly own: Kept<Data>;
}

function Supplement({ view, store, own }: SupplementProps) {
  const texts = useTexts(PORTAL_TEXTS);
  useKeeping(store, own);
  const form = useMemo((): FormValue => ({ store, id: 's', files: filesOf(view) }), [store, view]);
  const items = view.history.findLast(({ items: asked }) => asked)?.items ?? [];
  const until = view.supplementUntil;
  return (
    <FormContext value={form}>
      <Page title={texts.supplementTitle}>
        {view.training && <p className="strip">{texts.training}</p>}
        <div className="note note-waiting">
          <p>
            {until ? texts.supplementLead(items.length, formatDay(until)) : texts.supplementLeadPlain(items.length)}
          </p>
          <p>{texts.supplementClock}</p>
        </div>
        <SupplementForm view={view} items={items} onSent={own.forget} />
      </Page>
    </FormContext>
  );
}

type Item = NonNullable<Dossier['history'][number]['items']>[number];

interface SupplementFormProps {
  readonly view: Dossier;
  readonly items: readonly Item[];
  onSent(): void;
}

function SupplementForm({ view, items, onSent }: SupplementFormProps) {
  const texts = useTexts(PORTAL_TEXTS);
  const { store } = useForm();
  const [, go] = useLocation();
  const sending = useSupplement(view.id);
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = store.show(() => true);
    setFaults(missing);
    if (missing.length > 0) return;
    sending.mutate(
      { document: store.document },
      {
        onSuccess: () => {
          onSent();
          go(`/dossiers/${view.id}`, { replace: true });
        },
        onError: (error) => {
          store.showFrom(faultsOf(error));
          setFaults(faultsOf(error));
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <FaultSummary faults={faults} />
      <ol className="asked">
        {items.map((item, index) => (
          <AskedItem key={index} item={item} view={view} />
        ))}
      </ol>
      <OtherParts />
      {sending.error && faults.length === 0 && <ProblemNote error={sending.error} />}
      <div className="acts stick">
        <button type="submit" className="button button-main" disabled={sending.isPending}>
          {texts.sendSupplement}
        </button>
      </div>
      <p role="status" className="quiet">
        {sending.isPending && `◌ ${texts.submitting}`}
      </p>
    </form>
  );
}

function AskedItem({ item, view }: { readonly item: Item; readonly view: Dossier }) {
  const texts = useTexts(PORTAL_TEXTS);
  const { store, files } = useForm();
  const field = store.plan.fields.find(
    (each): each is PlanField => each.widget !== 'group' && each.pointer === item.field,
  );
  return (
    <li className="card">
      <p className="asked-reason">{item.reason}</p>
      {field && field.widget !== 'photos' && (
        <p className="quiet">
          {texts.declaredBefore}{' '}
          <AnswerValue field={field} value={valueAt(view.document, field.pointer)} files={files} />
        </p>
      )}
      {field && <FormSection section={sectionOf(field)} />}
    </li>
  );
}

const sections = new WeakMap<PlanField, PlanSection>();

function sectionOf(field: PlanField): PlanSection {
  const known = sections.get(field);
  if (known) return known;
  const schema = { type: 'object' as const, properties: { [field.key]: { type: field.schema.type } } };
  const made: PlanSection = { key: `asked${field.pointer}`, at: parentOf(field.pointer), fields: [field], schema };
  sections.set(field, made);
  return made;
}

/** What was asked may hang together with something else in the form. */
function OtherParts() {
  const texts = useTexts(PORTAL_TEXTS);
  const say = useSay();
  const { store } = useForm();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="card" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{texts.otherParts}</summary>
      {isOpen &&
        store.plan.pages.map((page) => (
          <section key={page.key}>
            <h2>{say(page.title)}</h2>
            <PageSections page={page} />
          </section>
        ))}
    </details>
  );
}
