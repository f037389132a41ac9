import { type PlanField, sentenceOf } from '@trinhduyet/form';
import type { ReactNode } from 'react';
import { useLanguage, useSay, useTexts } from '../language';
import { controlId, useFieldView, useForm } from './form-context';
import { FORM_TEXTS } from './texts';
import { isGroupOfControls } from './widgets/widget';

/** Label above, help between label and control, fault below with a mark. Nothing at all while the field is hidden. */
export function FieldFrame({ field, children }: { readonly field: PlanField; readonly children: ReactNode }) {
  const { id: form } = useForm();
  const { state } = useFieldView(field.pointer);
  const texts = useTexts(FORM_TEXTS);
  const say = useSay();
  if (!state.visible) return null;
  const id = controlId(form, field.pointer);
  const isBox = field.widget === 'confirm' || field.widget === 'tick';
  const words = (
    <>
      {say(field.title)}
      {!state.required && !field.value && <span className="field-optional"> {texts.optional}</span>}
    </>
  );
  const help = field.help && (
    <p className="field-help" id={`${id}-help`}>
      {say(field.help)}
    </p>
  );
  if (isBox) {
    return (
      <div className="field">
        {children}
        {help}
        <FieldFault field={field} />
      </div>
    );
  }
  if (isGroupOfControls(field)) {
    return (
      <fieldset className="field" id={id} tabIndex={-1} aria-describedby={`${id}-help ${id}-fault`}>
        <legend className="field-label">{words}</legend>
        {help}
        {children}
        <FieldFault field={field} />
      </fieldset>
    );
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id} id={`${id}-label`}>
        {words}
      </label>
      {help}
      {children}
      <FieldFault field={field} />
    </div>
  );
}

function FieldFault({ field }: { readonly field: Pick<PlanField, 'pointer'> }) {
  const { id: form } = useForm();
  const { error } = useFieldView(field.pointer);
  const { language } = useLanguage();
  const id = `${controlId(form, field.pointer)}-fault`;
  return (
    <p className="field-fault" id={id} hidden={!error}>
      {error && sentenceOf(error, language)}
    </p>
  );
}
