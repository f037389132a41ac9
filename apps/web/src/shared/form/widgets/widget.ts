import type { PlanField, Widget } from '@trinhduyet/form';
import { controlId, useFieldView, useForm } from '../form-context';

export interface WidgetProps {
  readonly field: PlanField;
  readonly value: unknown;
  onChange(value: unknown): void;
  /** The person has gone on: now is the time to judge what was typed. */
  onLeave(): void;
}

const GROUPS: ReadonlySet<Widget> = new Set<Widget>([
  ...(['yes-no', 'choices', 'date', 'photos', 'table', 'place'] as const),
]);

/** More choices than these are a list to pull down instead of cards. */
const MOST_CARDS = 6;
export const isShortChoice = ({ choices = [] }: Pick<PlanField, 'choices'>) => choices.length <= MOST_CARDS;

/** Several controls under one question: a fieldset with a legend instead of a label. */
export function isGroupOfControls(field: PlanField): boolean {
  return GROUPS.has(field.widget) || (field.widget === 'choice' && isShortChoice(field));
}

/** What a native control needs to be told about its field. */
export function useControl({ pointer, help, autocomplete }: PlanField) {
  const { id: form } = useForm();
  const { state, error } = useFieldView(pointer);
  const id = controlId(form, pointer);
  return {
    id,
    'aria-describedby': help ? `${id}-help ${id}-fault` : `${id}-fault`,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-required': state.required || undefined,
    autoComplete: autocomplete,
    readOnly: state.readOnly,
  };
}
