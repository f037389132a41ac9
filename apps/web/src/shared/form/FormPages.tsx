import type { FieldError, PlanPage, PlanSection } from '@trinhduyet/form';
import { sentenceOf } from '@trinhduyet/form';
import { useEffect, useRef } from 'react';
import { useLanguage, useSay, useTexts } from '../language';
import { controlId, useForm } from './form-context';
import { isWithin } from './form-store';
import { FormSection } from './FormSection';
import { FORM_TEXTS } from './texts';

export function PageSections({ page }: { readonly page: PlanPage }) {
  return page.sections.map((section) => <FormSection key={section.key} section={section} />);
}

const declarations = new WeakMap<PlanSection['fields'], PlanSection>();

/** The declarations as a section of their own; the same one every time, so that its form stays. */
export function declarationOf(fields: PlanSection['fields']): PlanSection {
  const known = declarations.get(fields);
  if (known) return known;
  const properties = Object.fromEntries(fields.map(({ key }) => [key, { type: 'boolean' as const }]));
  const made: PlanSection = { key: 'declaration', at: '', fields, schema: { type: 'object', properties } };
  declarations.set(fields, made);
  return made;
}

/** Whether a fault belongs to one of a page's fields. */
export function onPage({ sections }: Pick<PlanPage, 'sections'>): (error: FieldError) => boolean {
  const pointers = sections.flatMap(({ fields }) => fields.map(({ pointer }) => pointer));
  return ({ at }) => pointers.some((pointer) => isWithin(at, pointer));
}

/** All faults in one place, each a link to its field; it takes the focus, so that readers hear it. */
export function FaultSummary({ faults }: { readonly faults: readonly FieldError[] }) {
  const { store, id } = useForm();
  const { language } = useLanguage();
  const texts = useTexts(FORM_TEXTS);
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  const titleOf = (at: string) => {
    const field = store.plan.fields.find((each) => each.widget !== 'group' && isWithin(at, each.pointer));
    return field && field.widget !== 'group' ? say(field.title) : '';
  };
  return (
    <div className="note note-problem" role="alert" tabIndex={-1} ref={box}>
      <p>
        <strong>{texts.faults(faults.length)}</strong>
      </p>
      <ul>
        {faults.map((fault) => (
          <li key={fault.at}>
            <a href={`#${controlId(id, fault.at)}`} onClick={(event) => goTo(event, controlId(id, fault.at))}>
              {titleOf(fault.at)}
            </a>
            : {sentenceOf(fault, language)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** To the control itself, or to the first one of its group; the address stays as it was. */
function goTo(event: React.MouseEvent, id: string): void {
  event.preventDefault();
  const target = document.getElementById(id) ?? document.querySelector<HTMLElement>(`[id^="${CSS.escape(id)}-"]`);
  const control = target?.matches('input,select,textarea')
    ? target
    : (target?.querySelector<HTMLElement>('input,select,textarea,button') ?? target);
  control?.focus();
  control?.scrollIntoView({ block: 'center' });
}
