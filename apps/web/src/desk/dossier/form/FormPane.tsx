import { Checkbox } from '@mantine/core';
import type { Schema } from '@trinhduyet/api-client';
import { type PlanField, type PlanPage, type ViewPlan } from '@trinhduyet/form';
import { AnswerList } from '../../../shared/form/Answers';
import { planOf } from '../../../shared/form/open-form';
import { useSay, useTexts } from '../../../shared/language';
import { changedFields } from './changed-fields';
import { FieldActs } from './FieldActs';
import { FlagBoard } from './FlagBoard';
import { Findings } from './Findings';
import { DOSSIER_TEXTS } from '../texts';
import type { Flags } from './use-flags';
import type { View } from '../use-view';

interface FormPaneProps {
  readonly dossier: Schema<'DossierView'>;
  readonly flags: Flags;
  readonly view: View;
  /** Whether the reader is who sends what is flagged: then it is gathered where it is sent. */
  readonly isSender: boolean;
}

/** What was declared, page by page; after a supplement first what it has changed. */
export function FormPane({ dossier, flags, view, isSender }: FormPaneProps) {
  const texts = useTexts(DOSSIER_TEXTS);
  const { previous, document, access } = dossier;
  const plan = planOf(dossier.form);
  const fields = previous && changedFields(plan, previous, document);
  // What was changed may be among what this reader does not see.
  const changed = fields && fields.size > 0 ? fields : undefined;
  const isNarrowed = changed !== undefined && view.isComparing;
  const parts = pagesOf(plan, texts.declaration).map((page) => ({
    ...page,
    fields: isNarrowed ? page.fields.filter((field) => changed.has(field.pointer)) : page.fields,
  }));
  const shown = parts.filter(({ fields }) => fields.length > 0);
  return (
    <div className="pane-body">
      <Findings dossier={dossier} />
      {!isSender && <FlagBoard flags={flags} />}
      {changed && (
        <Checkbox
          className="compare"
          checked={view.isComparing}
          label={texts.changedOnly(changed.size)}
          aria-keyshortcuts="V"
          onChange={view.toggleComparison}
        />
      )}
      {!isNarrowed && <Contents parts={shown} flags={flags} />}
      {shown.map(({ key, title, fields }) => (
        <FormPart key={key} id={partId(key)} title={title}>
          <AnswerList
            {...{ plan, fields, document, access }}
            previous={isNarrowed ? previous : undefined}
            action={(field) => <FieldActs {...{ field, dossier, flags, view }} />}
          />
        </FormPart>
      ))}
    </div>
  );
}

interface Part extends Pick<PlanPage, 'key' | 'title'> {
  readonly fields: readonly PlanField[];
}

const partId = (key: string) => `part-${key}`;

function pagesOf({ pages, declaration }: ViewPlan, title: string): readonly Part[] {
  const own = pages.map((page) => ({ ...page, fields: page.sections.flatMap(({ fields }) => fields) }));
  return [...own, { key: 'declaration', title: { vi: title, en: title }, fields: declaration }];
}

function FormPart({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: Part['title'];
  children: React.ReactNode;
}) {
  const say = useSay();
  return (
    <section className="form-part">
      <h3 id={id} tabIndex={-1}>
        {say(title)}
      </h3>
      {children}
    </section>
  );
}

function Contents({ parts, flags }: { readonly parts: readonly Part[]; readonly flags: Flags }) {
  const texts = useTexts(DOSSIER_TEXTS);
  const say = useSay();
  const goTo = (key: string) => {
    const title = document.getElementById(partId(key));
    title?.scrollIntoView({ block: 'start' });
    title?.focus({ preventScroll: true });
  };
  return (
    <nav className="contents" aria-label={texts.contents}>
      {parts.map(({ key, title, fields }) => (
        <button key={key} type="button" onClick={() => goTo(key)}>
          {say(title)}
          {fields.some(({ pointer }) => flags.has(pointer)) && ' ⚑'}
        </button>
      ))}
    </nav>
  );
}
