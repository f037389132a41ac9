import type { Data } from '@trinhduyet/form';
import { isPassing } from '../../../shared/api';
import type { FormStore } from '../../../shared/form/form-store';
import type { Kept } from './kept';

export interface StepText {
  readonly document: Data;
  readonly note: string;
}

/** Where what was typed is: with the server since a moment, on this machine only, or still on the way. */
export type Saved =
  | { readonly state: 'untouched' | 'saving' | 'here' }
  | { readonly state: 'saved'; readonly at: string }
  | { readonly state: 'refused'; readonly error: unknown };

const PAUSE_MS = 1_000;
const RETRY_MS = 15_000;

interface Parts {
  readonly form?: FormStore;
  readonly note: string;
  readonly kept: Kept<StepText>;
  /** Sends it to the server, which answers when it was saved. */
  put(text: StepText): Promise<string>;
}

/** What an official writes at a step: form and note, kept here at once and with the server a moment later. */
export class StepDraft {
  readonly #parts: Parts;
  #note: string;
  #document: Data;
  #saved: Saved = { state: 'untouched' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Set<() => void>();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#note = parts.note;
    this.#document = parts.form?.document ?? {};
    parts.form?.subscribe(() => this.#formChanged());
  }

  get form(): FormStore | undefined {
    return this.#parts.form;
  }

  get note(): string {
    return this.#note;
  }

  get saved(): Saved {
    return this.#saved;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  setNote(note: string): void {
    this.#note = note;
    this.#changed();
  }

  /** The step is done: what was typed for it is typed no more. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#parts.kept.forget();
  }

  #formChanged(): void {
    const { form } = this.#parts;
    if (!form || form.document === this.#document) return;
    this.#document = form.document;
    this.#changed();
  }

  #changed(): void {
    this.#parts.kept.write(this.#text);
    this.#tell({ state: 'saving' });
    this.#saveIn(PAUSE_MS);
  }

  get #text(): StepText {
    return { document: this.#document, note: this.#note };
  }

  #saveIn(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), delay);
  }

  async #save(): Promise<void> {
    const { document, note } = this.#text;
    try {
      const at = await this.#parts.put({ document, note });
      if (document !== this.#document || note !== this.#note) return;
      this.#parts.kept.forget();
      this.#tell({ state: 'saved', at });
    } catch (error) {
      this.#tell(isPassing(error) ? { state: 'here' } : { state: 'refused', error });
      if (isPassing(error)) this.#saveIn(RETRY_MS);
    }
  }

  #tell(saved: Saved): void {
    this.#saved = saved;
    for (const listener of this.#listeners) listener();
  }
}
