import type { Pointer } from '@trinhduyet/form';
import type { Schema } from '@trinhduyet/api-client';
import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import type { FieldView, FormStore } from './form-store';

/** Where files are to be seen, and how: a paper that came as a PDF cannot be drawn as a picture. */
export interface ShownFiles {
  addressOf(file: string): string;
  isPdf(file: string): boolean;
}

/** What a form asks of the page that shows it: where photos go. */
export interface FormFiles extends ShownFiles {
  upload(field: Pointer, photo: Blob, name: string, onProgress: (share: number) => void): Promise<Schema<'FileView'>>;
  remove(file: string): Promise<void>;
}

export interface FormValue {
  readonly store: FormStore;
  readonly files?: FormFiles;
  /** Distinguishes the ids of two forms on one page. */
  readonly id: string;
}

export const FormContext = createContext<FormValue | undefined>(undefined);

export function useForm(): FormValue {
  const value = use(FormContext);
  if (!value) throw new Error('A field stands outside of a form.');
  return value;
}

export function useFieldView(pointer: Pointer): FieldView {
  const { store } = useForm();
  return useSyncExternalStore(
    store.subscribe,
    useCallback(() => store.view(pointer), [store, pointer]),
  );
}

export function useDocument() {
  const { store } = useForm();
  return useSyncExternalStore(store.subscribe, () => store.document);
}

/** The id of a field's control: what labels, faults and the summary point at. */
export function controlId(form: string, pointer: Pointer): string {
  return `${form}${pointer.replaceAll('/', '-')}`;
}
