import { Kbd } from '@mantine/core';
import type { ReactNode } from 'react';

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly keys?: readonly string[];
  readonly children: ReactNode;
}

/** One step of the column, with the key that leads to it. */
export function Step({ number, title, keys = [], children }: StepProps) {
  const id = `counter-step-${number}`;
  return (
    <section className="counter-step" aria-labelledby={id}>
      <header className="counter-step-head">
        <span className="counter-number num" aria-hidden="true">
          {number}
        </span>
        <h2 id={id}>{title}</h2>
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </header>
      {children}
    </section>
  );
}
