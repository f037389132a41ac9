import type { FieldError, PlanPage } from '@trinhduyet/form';
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useDocument, useForm } from '../../shared/form/form-context';
import { FaultSummary, onPage, PageSections } from '../../shared/form/FormPages';
import { useSay, useTexts } from '../../shared/language';
import { Page } from '../Page';
import { PORTAL_TEXTS } from '../texts';
import type { DraftKeeper, Kept } from './draft-keeper';
import { KeptLine } from './KeptLine';
import { REVIEW } from './RequestPage';

interface FormPartProps {
  readonly draft: string;
  readonly page: PlanPage;
  readonly keeper: DraftKeeper;
  readonly kept: Kept;
  readonly isTakenUp: boolean;
}

/** One topic a page. Going back never loses anything; going on says what is still missing here. */
export function FormPart({ draft, page, keeper, kept, isTakenUp }: FormPartProps) {
  const texts = useTexts(PORTAL_TEXTS);
  const say = useSay();
  const { store } = useForm();
  const [, go] = useLocation();
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const { pages } = store.plan;
  const index = pages.indexOf(page);
  const count = pages.length + 1;
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    const found = store.show(onPage(page));
    setFaults(found);
    if (found.length > 0) return;
    void keeper.flush();
    go(`/requests/${draft}/${pages[index + 1]?.key ?? REVIEW}`);
  };
  const title = faults.length > 0 ? `(${faults.length}) ${say(page.title)}` : say(page.title);
  return (
    <Page title={say(page.title)} tab={title}>
      <div className="progress">
        <p className="progress-words">{texts.stepOf(index + 1, count)}</p>
        <progress max={count} value={index + 1} aria-label={texts.stepOf(index + 1, count)} />
      </div>
      <KeptLine draft={draft} keeper={keeper} kept={kept} />
      {isTakenUp && index === 0 && <p className="note">{texts.kept}</p>}
      <Parts draft={draft} here={page.key} />
      <FaultSummary faults={faults} />
      <form onSubmit={goOn} noValidate>
        <PageSections page={page} />
        <div className="acts stick">
          {index > 0 && (
            <Link href={`/requests/${draft}/${pages[index - 1]?.key}`} className="button">
              ‹ {texts.back}
            </Link>
          )}
          <button type="submit" className="button button-main">
            {texts.next} ›
          </button>
        </div>
      </form>
    </Page>
  );
}

/** All parts, each with whether something is missing: any of them can be opened in any order. */
function Parts({ draft, here }: { readonly draft: string; readonly here: string }) {
  const texts = useTexts(PORTAL_TEXTS);
  const say = useSay();
  return (
    <details className="parts">
      <summary>{texts.parts}</summary>
      <ol>
        {usePartStates().map(({ page, isDone }) => (
          <li key={page.key}>
            <Link href={`/requests/${draft}/${page.key}`} aria-current={page.key === here ? 'step' : undefined}>
              {say(page.title)}
            </Link>{' '}
            <span className="quiet">{isDone ? `✓ ${texts.partDone}` : texts.partOpen}</span>
          </li>
        ))}
        <li>
          <Link href={`/requests/${draft}/${REVIEW}`}>{texts.review}</Link>
        </li>
      </ol>
    </details>
  );
}

export function usePartStates() {
  const { store } = useForm();
  useDocument();
  const { errors } = store.check();
  return store.plan.pages.map((page) => ({ page, isDone: !errors.some(onPage(page)) }));
}
