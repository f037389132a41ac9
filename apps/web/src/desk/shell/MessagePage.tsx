import type { ReactNode } from 'react';
import { useTitle } from './use-title';

/** A page that only says something and shows the way on. */
export function MessagePage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useTitle(title);
  return (
    <section className="message-page">
      <h1>{title}</h1>
      {children}
    </section>
  );
}
