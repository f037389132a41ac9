/**
 * What is configured, versioned and published together: form, chains, papers, eligibility and texts of one kind of request.
 */
export interface RequestType {
  format: 1;
  key: string;
  version: number;
  validFrom: string;
  validTo?: string;
  /**
   * The need under which applicants find it.
   */
  need: 'housing' | 'livelihood' | 'vocational' | 'loan' | 'abroad' | 'review';
  procedureCode: string;
  title: LocalText;
  shortTitle: LocalText;
  summary: LocalText;
  gives: LocalText[];
  fee: LocalText;
  /**
   * How long filling in takes.
   */
  minutes: number;
  brings: LocalText[];
  hints: Hint[];
  legalBasis: LocalText[];
  form: string;
  /**
   * @minItems 1
   */
  chains: string[];
  stepForms: string[];
  papers: string[];
  roles: Roles;
  /**
   * @minItems 1
   */
  rules: RuleSet[];
  eligibility: EligibilityRule[];
}
export interface LocalText {
  vi: string;
  en: string;
}
export interface Hint {
  key: string;
  question: LocalText;
  yes: LocalText;
  no: LocalText;
}
/**
 * Where in the form the engine finds what it works with.
 */
export interface Roles {
  commune: string;
  village?: string;
  name: string;
  citizenNumber?: string;
  sex?: string;
  birthYear?: string;
  receiveBy?: string;
  dateOfBirth?: string;
  phone: string;
}
export interface RuleSet {
  validFrom: string;
  legalBasis?: LocalText;
  parameters: {
    [k: string]: number;
  };
}
export interface EligibilityRule {
  code: string;
  /**
   * Narrowed FEEL; true where an official should look.
   */
  when: string;
  text: LocalText;
  legalBasis?: LocalText;
}
