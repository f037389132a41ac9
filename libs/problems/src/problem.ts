import type { Language } from '@trinhduyet/text';
import { CATALOGUE, type ProblemCode } from './catalogue';

/** Problem details as RFC 9457 has them, with our code, what to do next, and what a page needs to help. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  /** Names this one occurrence in the log; never anything personal. */
  readonly instance?: string;
  readonly errors?: readonly ProblemField[];
  /** From when on it is lawful, or when to try again. */
  readonly from?: string;
  readonly retryAfter?: number;
}

export interface ProblemField {
  readonly at: string;
  readonly code: string;
  readonly message: string;
}

/** A faulty part as it is thrown: which language the person reads, only the border knows. */
export interface Fault {
  readonly at: string;
  readonly code: string;
  readonly message: Readonly<Record<Language, string>>;
}

export interface Extras {
  readonly errors?: readonly Fault[];
  readonly from?: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** Thrown wherever something expected goes wrong; one filter turns it into problem details. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly extras: Extras = {},
  ) {
    super(code);
  }

  get status(): number {
    return CATALOGUE[this.code].status;
  }

  details(language: Language, instance?: string): ProblemDetails {
    const { status, [language]: words } = CATALOGUE[this.code];
    const [title, detail] = words;
    const { errors, ...extras } = this.extras;
    const told = errors?.map(({ at, code, message }) => ({ at, code, message: message[language] }));
    const type = `urn:trinhduyet:problem:${this.code}`;
    return { type, title, status, code: this.code, detail, instance, ...extras, ...(told ? { errors: told } : {}) };
  }
}
