import type { Schema } from '@trinhduyet/api-client';
import type { PlanField, ViewPlan } from '@trinhduyet/form';
import { type Text, useSay, useTexts } from '../shared/language';
import { Digest } from './Digest';
import { STUDIO_TEXTS } from './texts';

/** The questions of the form, page by page. */
export function FormCard({ plan, sha256 }: { readonly plan: ViewPlan; readonly sha256: string }) {
  const texts = useTexts(STUDIO_TEXTS);
  const say = useSay();
  return (
    <section className="card" aria-labelledby="form-title" tabIndex={0}>
      <h2 id="form-title">
        {texts.form}: {say(plan.title)}
      </h2>
      {plan.pages.map(({ key, title, sections }) => (
        <FieldTable key={key} title={title} fields={sections.flatMap(({ fields }) => fields)} />
      ))}
      <Digest sha256={sha256} />
    </section>
  );
}

export function StepFormsCard({ forms }: { readonly forms: Schema<'StudioVersion'>['stepForms'] }) {
  const texts = useTexts(STUDIO_TEXTS);
  return (
    <section className="card" aria-labelledby="step-forms-title" tabIndex={0}>
      <h2 id="step-forms-title">{texts.stepForms}</h2>
      {forms.map(({ key, title, fields }) => (
        <FieldTable key={key} title={title} fields={fields} />
      ))}
    </section>
  );
}

type Field = Pick<PlanField, 'title' | 'required'> & { readonly widget: string; readonly class?: PlanField['class'] };

function FieldTable({ title, fields }: { readonly title: Text; readonly fields: readonly Field[] }) {
  const texts = useTexts(STUDIO_TEXTS);
  const say = useSay();
  const hasClasses = fields.some((field) => field.class !== undefined);
  const widgetOf = (widget: string) => Object.entries(texts.widgets).find(([key]) => key === widget)?.[1] ?? widget;
  return (
    <table className="plain-table field-table">
      <caption>{say(title)}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.field}</th>
          <th scope="col">{texts.kind}</th>
          <th scope="col">{texts.required}</th>
          {hasClasses && <th scope="col">{texts.data}</th>}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.title.vi}>
            <th scope="row">{say(field.title)}</th>
            <td>{widgetOf(field.widget)}</td>
            <td>{field.required ? texts.yes : texts.no}</td>
            {hasClasses && <td>{field.class && texts.classes[field.class]}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
