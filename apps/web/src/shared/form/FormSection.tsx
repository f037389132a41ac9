import Form from '@rjsf/core/lib/components/Form.js'; // the package's index pulls in its test tools, and with them Ajv
import type { FieldProps, FieldTemplateProps, ObjectFieldTemplateProps, UiSchema, ValidatorType } from '@rjsf/utils';
import { type Data, type PlanField, type PlanSection, valueAt } from '@trinhduyet/form';
import { createContext, memo, use, useCallback } from 'react';
import { useDocument, useForm } from './form-context';
import { FieldFrame } from './FieldFrame';
import { CalculatedWidget, WIDGETS } from './widgets';

/** Rules live in the store: what rjsf is told is always right. */
const SILENT: ValidatorType = {
  isValid: () => true,
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  rawValidation: () => ({ errors: [] }),
};
const PLAIN = { emptyObjectFields: 'skipDefaults', arrayMinItems: { populate: 'never' } } as const;

const SectionContext = createContext<PlanSection | undefined>(undefined);

function usePlanField(key: string): PlanField {
  const field = use(SectionContext)?.fields.find((each) => each.key === key);
  if (!field) throw new Error(`The section has no field ${key}.`);
  return field;
}

/** rjsf’s frame of a field: label, help and fault come from the plan and the store. */
function FieldTemplate({ fieldPathId, children }: FieldTemplateProps) {
  const key = fieldPathId.path[0];
  return key === undefined ? children : <Framed name={String(key)}>{children}</Framed>;
}

function Framed({ name, children }: { readonly name: string; readonly children: React.ReactElement }) {
  return <FieldFrame field={usePlanField(name)}>{children}</FieldFrame>;
}

function ObjectFieldTemplate({ properties }: ObjectFieldTemplateProps) {
  return properties.map(({ content }) => content);
}

/** One field of a section: its control by the plan’s kind, over native inputs. */
function AnswerField({ name, formData, onChange, fieldPathId }: FieldProps) {
  const field = usePlanField(name);
  const { store } = useForm();
  const { path } = fieldPathId;
  const change = useCallback((value: unknown) => onChange(value, path), [onChange, path]);
  const leave = useCallback(() => store.leave(field.pointer), [store, field]);
  const Widget = field.value ? CalculatedWidget : WIDGETS[field.widget];
  return <Widget field={field} value={formData as unknown} onChange={change} onLeave={leave} />;
}

const FIELDS = { answer: AnswerField };
const TEMPLATES = { FieldTemplate, ObjectFieldTemplate };

/** At most 25 fields in a form of rjsf whose schema never changes. */
export const FormSection = memo(function FormSection({ section }: { readonly section: PlanSection }) {
  const { store, id } = useForm();
  const document = useDocument();
  const data = valueAt(document, section.at) as Data | undefined;
  return (
    <SectionContext value={section}>
      <Form
        tagName="div"
        className="form-section"
        idPrefix={`${id}-${section.key}`}
        schema={section.schema as object}
        uiSchema={uiSchemaOf(section)}
        formData={data}
        validator={SILENT}
        fields={FIELDS}
        templates={TEMPLATES}
        experimental_defaultFormStateBehavior={PLAIN}
        onChange={({ formData }) => takeOver(store, section, formData as Data | undefined)}
        noHtml5Validate
      >
        <></>
      </Form>
    </SectionContext>
  );
});

/** Only what differs goes on to the store: rjsf hands back the whole section. */
function takeOver(store: ReturnType<typeof useForm>['store'], section: PlanSection, data: Data = {}): void {
  for (const { pointer, key, value } of section.fields) {
    if (!value && data[key] !== valueAt(store.document, pointer)) store.set(pointer, data[key]);
  }
}

const uiSchemas = new WeakMap<PlanSection, UiSchema>();

function uiSchemaOf(section: PlanSection): UiSchema {
  const known = uiSchemas.get(section);
  if (known) return known;
  const made = Object.fromEntries(section.fields.map(({ key }) => [key, { 'ui:field': 'answer' }]));
  uiSchemas.set(section, made);
  return made;
}
