import {
  calculated,
  type Checked,
  checkDocument,
  type Data,
  type FieldError,
  type FieldState,
  type Pointer,
  type SchemaCheck,
  statesOf,
  type ViewPlan,
  withValueAt,
} from '@trinhduyet/form';
import type { Names } from '@trinhduyet/feel';

/** What a field shows beside its value. The same object as long as nothing of it changes. */
export interface FieldView {
  readonly state: FieldState;
  readonly error?: FieldError;
}

export interface FormParts {
  readonly plan: ViewPlan;
  readonly check: SchemaCheck;
  /** What rules may ask for beside the document, such as today's date. */
  readonly named: Names;
}

const HIDDEN: FieldState = { visible: false, required: false, readOnly: false };
const NOTHING: FieldView = { state: HIDDEN };

/**
 * One document while somebody fills it in: the data, what the data makes of each field, and which faults are shown. The
 * forms of the sections hold no rules at all, so a key press renders one field, and many fields cost no more than few.
 */
export class FormStore {
  readonly #parts: FormParts;
  #document: Data;
  #views = new Map<Pointer, FieldView>();
  #shown = new Set<Pointer>();
  #listeners = new Set<() => void>();

  constructor(parts: FormParts, document: Data) {
    this.#parts = parts;
    this.#document = this.#workedOut(document);
    this.#refresh([]);
  }

  get plan(): ViewPlan {
    return this.#parts.plan;
  }

  get document(): Data {
    return this.#document;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  view(pointer: Pointer): FieldView {
    return this.#views.get(pointer) ?? NOTHING;
  }

  /** A new value. A fault that is shown goes at once; whether it is really mended is judged when the field is left. */
  set(pointer: Pointer, value: unknown): void {
    this.#document = this.#workedOut(withValueAt(this.#document, pointer, value));
    for (const shown of this.#shown) if (isWithin(shown, pointer)) this.#shown.delete(shown);
    this.#refresh(this.#shown.size === 0 ? [] : this.check().errors);
  }

  /** Everything at once: an answer from the server, or what was kept on this machine. */
  replace(document: Data): void {
    this.#document = this.#workedOut(document);
    this.#shown.clear();
    this.#refresh([]);
  }

  /** The field was left: from now on its fault is shown, except that it is empty, which the next button says. */
  leave(pointer: Pointer): void {
    const { errors } = this.check();
    for (const { at, code } of errors) if (isWithin(at, pointer) && code !== 'required') this.#shown.add(at);
    this.#refresh(errors);
  }

  /** Shows every fault that `belongs` and gives them back in the order of the form. */
  show(belongs: (error: FieldError) => boolean): readonly FieldError[] {
    const { errors } = this.check();
    const found = errors.filter(belongs).sort((left, right) => this.#order(left.at) - this.#order(right.at));
    for (const { at } of found) this.#shown.add(at);
    this.#refresh(errors);
    return found;
  }

  /** Faults that the server found, in its words. */
  showFrom(server: readonly FieldError[]): void {
    for (const { at } of server) this.#shown.add(at);
    this.#refresh(server);
  }

  check(): Checked {
    const { plan, check, named } = this.#parts;
    return checkDocument(plan, check, this.#document, named);
  }

  /** Totals and ceilings run along while somebody types. */
  #workedOut(document: Data): Data {
    return calculated(this.#parts.plan, document, this.#parts.named);
  }

  /** Where a field stands in the form as it is shown. */
  #order(at: Pointer): number {
    const { pages, declaration } = this.plan;
    const shown = [...pages.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields)), ...declaration];
    return shown.findIndex(({ pointer }) => isWithin(at, pointer));
  }

  #refresh(errors: readonly FieldError[]): void {
    const { plan } = this.#parts;
    const before = this.#views;
    const states = statesOf(plan.fields, plan.conditions, this.#document);
    const found = new Map(errors.filter(({ at }) => this.#shown.has(at)).map((error) => [error.at, error]));
    this.#views = new Map();
    for (const [pointer, state] of states) this.#keep(pointer, { state, error: found.get(pointer) }, before);
    // Faults inside a table stand at its cells, which have no state of their own.
    for (const [at, error] of found) if (!states.has(at)) this.#keep(at, { state: HIDDEN, error }, before);
    for (const listener of this.#listeners) listener();
  }

  #keep(pointer: Pointer, view: FieldView, before: ReadonlyMap<Pointer, FieldView>): void {
    const old = before.get(pointer);
    this.#views.set(pointer, old && isSame(old, view) ? old : view);
  }
}

export const isWithin = (pointer: Pointer, outer: Pointer) => pointer === outer || pointer.startsWith(`${outer}/`);

/** So that a field is drawn again only when something of it has changed. */
function isSame(left: FieldView, right: FieldView): boolean {
  return (
    marksOf(left).every((mark, index) => mark === marksOf(right)[index]) &&
    isSameList(left.state.choices, right.state.choices)
  );
}

const marksOf = ({ state, error }: FieldView): readonly unknown[] => [
  state.visible,
  state.required,
  state.readOnly,
  error?.code,
  error?.actual,
  error?.message?.vi,
];

function isSameList(left: FieldState['choices'], right: FieldState['choices']): boolean {
  return left?.length === right?.length && (left ?? []).every((choice, index) => choice === right?.[index]);
}
