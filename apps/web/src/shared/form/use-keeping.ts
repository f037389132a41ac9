import type { Data } from '@trinhduyet/form';
import { useEffect } from 'react';
import type { Kept } from '../kept';
import type { FormStore } from './form-store';

/** Keeps what is typed into a form, with every key. */
export function useKeeping(store: FormStore, own: Kept<Data>): void {
  useEffect(() => {
    let last = store.document;
    return store.subscribe(() => {
      if (store.document === last) return;
      last = store.document;
      own.write(last);
    });
  }, [store, own]);
}
