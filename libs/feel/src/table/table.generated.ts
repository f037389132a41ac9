export type Key = string;
export type Name = string;
/**
 * Money in whole đồng, rates in basis points, dates as days; choices: any number of them.
 */
export type TableInputType = 'boolean' | 'number' | 'money' | 'rate' | 'text' | 'date' | 'choice' | 'choices';
export type TableOutputType = 'boolean' | 'number' | 'money' | 'rate' | 'text' | 'date' | 'choice';

/**
 * A DMN decision table: which rule holds for which inputs, and what follows. Cells are narrowed FEEL.
 */
export interface DecisionTable {
  format: 1;
  key: Key;
  title: TableText;
  legalBasis?: TableText;
  /**
   * Unique, any, priority, first, rule order, collect (all, sum, least, greatest, count).
   */
  hitPolicy: 'U' | 'A' | 'P' | 'F' | 'R' | 'C' | 'C+' | 'C<' | 'C>' | 'C#';
  /**
   * @minItems 1
   * @maxItems 20
   */
  inputs: TableInput[];
  /**
   * @minItems 1
   * @maxItems 10
   */
  outputs: TableOutput[];
  /**
   * @minItems 1
   * @maxItems 500
   */
  rules: TableRule[];
}
export interface TableText {
  vi: string;
  en: string;
}
export interface TableInput {
  key: Name;
  label: TableText;
  expression: string;
  type: TableInputType;
  /**
   * @minItems 1
   * @maxItems 500
   */
  choices?: TableChoice[];
  /**
   * The least that can come in; nothing below it needs a rule.
   */
  minimum?: number;
  maximum?: number;
}
export interface TableChoice {
  value: string;
  title: TableText;
}
export interface TableOutput {
  key: Name;
  label: TableText;
  type: TableOutputType;
  /**
   * Under the hit policy P the first of them goes before the others.
   *
   * @minItems 1
   * @maxItems 500
   */
  choices?: TableChoice[];
}
export interface TableRule {
  /**
   * One test for each input, in their order; - holds always.
   */
  when: string[];
  then: string[];
  legalBasis?: TableText;
}
