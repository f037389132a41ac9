import type { FieldError } from '@trinhduyet/form';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { AnswerList } from '../../shared/form/Answers';
import { useDocument, useForm } from '../../shared/form/form-context';
import { declarationOf, FaultSummary } from '../../shared/form/FormPages';
import { FormSection } from '../../shared/form/FormSection';
import { faultsOf } from '../../shared/form/server-faults';
import { useSay, useTexts } from '../../shared/language';
import { ProblemNote } from '../../shared/problem';
import { useSubmit } from '../data';
import { Page } from '../Page';
import { PORTAL_TEXTS } from '../texts';
import type { DraftKeeper, Kept } from './draft-keeper';
import { usePartStates } from './FormPart';
import { KeptLine } from './KeptLine';

interface ReviewPartProps {
  readonly draft: string;
  readonly keeper: DraftKeeper;
  readonly kept: Kept;
}

/** Everything once more, each block with its way back; then the declarations and the one button. */
export function ReviewPart({ draft, keeper, kept }: ReviewPartProps) {
  const texts = useTexts(PORTAL_TEXTS);
  const { store } = useForm();
  const { faults, submit, isSending, error } = useSubmission(draft, keeper);
  return (
    <Page title={texts.reviewTitle}>
      <KeptLine draft={draft} keeper={keeper} kept={kept} />
      <FaultSummary faults={faults} />
      <Blocks draft={draft} />
      <form className="card" onSubmit={submit} noValidate>
        <FormSection section={declarationOf(store.plan.declaration)} />
        {error !== null && <ProblemNote error={error} />}
        <div className="acts">
          <button type="submit" className="button button-main" disabled={isSending}>
            {texts.submit}
          </button>
        </div>
        <p role="status" className="quiet">
          {isSending && `◌ ${texts.submitting}`}
        </p>
      </form>
    </Page>
  );
}

function Blocks({ draft }: { readonly draft: string }) {
  const texts = useTexts(PORTAL_TEXTS);
  const say = useSay();
  const document = useDocument();
  const { store, files } = useForm();
  return usePartStates().map(({ page, isDone }) => (
    <section key={page.key} className={isDone ? 'card' : 'card card-open'}>
      <div className="card-head">
        <h2>{say(page.title)}</h2>
        <Link href={`/requests/${draft}/${page.key}`} aria-label={texts.editPart(say(page.title))}>
          {texts.edit}
        </Link>
      </div>
      {!isDone && <p className="field-warning">{texts.partOpen}</p>}
      <AnswerList
        plan={store.plan}
        fields={page.sections.flatMap(({ fields }) => fields)}
        document={document}
        files={files}
      />
    </section>
  ));
}

/** “Submitted” is only said after the server has said so. */
function useSubmission(draft: string, keeper: DraftKeeper) {
  const { store } = useForm();
  const [, go] = useLocation();
  const sending = useSubmit(draft);
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const [isSaving, setSaving] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = store.show(() => true);
    setFaults(missing);
    if (missing.length > 0) return;
    setSaving(true);
    const isKept = await keeper.flush();
    setSaving(false);
    if (!isKept) return; // the line above says why
    sending.mutate(
      { version: keeper.version },
      {
        onSuccess: () => {
          keeper.forget();
          go(`/dossiers/${draft}/receipt`, { replace: true });
        },
        onError: (error) => {
          const found = faultsOf(error);
          store.showFrom(found);
          setFaults(found);
        },
      },
    );
  };
  return {
    faults,
    submit: (event: FormEvent) => void submit(event),
    isSending: isSaving || sending.isPending,
    error: faults.length > 0 ? null : sending.error,
  };
}
