/** Why a text is no expression of ours, or does not fit what it is said of. */
export type ProblemReason =
  | 'syntax'
  | 'too-large'
  | 'no-loop'
  | 'no-quantifier'
  | 'no-definition'
  | 'no-range'
  | 'no-regular-expression'
  | 'no-clock'
  | 'not-allowed'
  | 'unknown-function'
  | 'wrong-arguments'
  | 'unknown-name'
  | 'unknown-choice'
  | 'unknown-table'
  | 'wrong-type'
  | 'money-times-rate'
  | 'not-decidable';

/** A reason and its place in the text, in UTF-16 units; `part` is what stands there. */
export interface Problem {
  readonly reason: ProblemReason;
  readonly from: number;
  readonly to: number;
  readonly part: string;
}

export class NotARule extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.reason} at ${problem.from}: ${shortened(problem.part)}`);
  }
  get reason(): ProblemReason {
    return this.problem.reason;
  }
}

const MOST = 80;
/** A message must be read: of a megabyte the beginning says enough. */
export function shortened(part: string): string {
  return part.length > MOST ? `${part.slice(0, MOST)}…` : part;
}
