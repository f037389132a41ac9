import { Kbd } from '@mantine/core';
import type { ReactNode } from 'react';

/** A key and what it does. */
export interface StepKey {
  readonly key: string;
  readonly does: string;
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly keys?: readonly StepKey[];
  readonly children: ReactNode;
}

/** One step of the column, with the keys that lead to it. */
export function Step({ number, title, keys = [], children }: StepProps) {
  const id = `counter-step-${number}`;
  return (
    <section className="counter-step" aria-labelledby={id}>
      <header className="counter-step-head">
        <span className="counter-number num" aria-hidden="true">
          {number}
        </span>
        <h2 id={id}>{title}</h2>
        {keys.map(({ key, does }) => (
          <span key={key} className="counter-key quiet">
            <Kbd>{key}</Kbd> {does}
          </span>
        ))}
      </header>
      {children}
    </section>
  );
}
