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
  /**
   * The papers that reception ticks off: on the counter's checklist and in form 01.
   *
   * @maxItems 30
   */
  checklist: ChecklistPaper[];
  hints: Hint[];
  legalBasis: LocalText[];
  form: string;
  /**
   * @minItems 1
   */
  chains: string[];
  stepForms: string[];
  papers: string[];
  /**
   * The decision tables that its forms and rules ask by decide("…"); none when missing.
   */
  tables?: string[];
  roles: Roles;
  /**
   * The field of the form whose day decides which of the rules count, as a course's start does; the day of reception when missing.
   */
  ruleDate?: string;
  /**
   * @minItems 1
   */
  rules: RuleSet[];
  /**
   * Sentences that officials need often, offered where a reason or an opinion is written.
   */
  phrases?: Phrase[];
  eligibility: EligibilityRule[];
}
export interface LocalText {
  vi: string;
  en: string;
}
export interface ChecklistPaper {
  key: string;
  title: LocalText;
  /**
   * What is handed in: the paper itself, a copy of it, or a form that is filled in here.
   */
  kind: 'original' | 'copy' | 'form';
  /**
   * How many are handed in; one when missing.
   */
  copies?: number;
  /**
   * The attachment field of the form that takes its photos or scans.
   */
  field?: string;
  /**
   * Narrowed FEEL over the form; the paper is not asked for where it is false.
   */
  when?: string;
  legalBasis?: LocalText;
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
  ethnicity?: string;
  phone: string;
}
export interface RuleSet {
  validFrom: string;
  legalBasis?: LocalText;
  parameters: {
    [k: string]: number;
  };
}
export interface Phrase {
  /**
   * Where it is offered: an act (askSupplement, refuseReception, forwardReception, extend, propose, confirm, approve, reject, return, forward), or an outcome of a chain, such as propose-not.
   *
   * @minItems 1
   */
  for: string[];
  text: LocalText;
  legalBasis?: LocalText;
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
