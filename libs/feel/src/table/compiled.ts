import type { Expression } from '../expression';
import type { DecisionTable } from './table.generated';

/** A table as it runs: only data, so that it travels to the browser inside the plan of a form. */
export interface CompiledTable {
  readonly key: string;
  readonly hitPolicy: DecisionTable['hitPolicy'];
  readonly inputs: readonly Expression[];
  readonly outputs: readonly {
    readonly key: string;
    /** Under the hit policy P: which value goes before which. */
    readonly priority?: readonly string[];
  }[];
  readonly rules: readonly {
    /** One test over `?` for each input. */
    readonly when: readonly Expression[];
    readonly then: readonly Expression[];
  }[];
}
