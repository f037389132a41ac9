export interface Text {
  readonly vi: string;
  readonly en: string;
}

export type FieldClass = 'public' | 'personal' | 'sensitive';

/** JSON Schema 2020-12, as far as our profile goes, and our own keywords, which other validators ignore. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly properties?: Readonly<Record<string, JsonSchema | false>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly items?: JsonSchema;
  readonly oneOf?: readonly Choice[];
  readonly enum?: readonly Scalar[];
  readonly const?: Scalar;
  readonly pattern?: string;
  readonly format?: 'date' | 'uuid' | 'email';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly contains?: JsonSchema;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  /** Stable name of a field; texts, history and the chain refer to it. */
  readonly 'x-id'?: string;
  readonly 'x-class'?: FieldClass;
  /** Name of a code list that holds the choices. */
  readonly 'x-codes'?: string;
  readonly 'x-unit'?: 'VND';
  readonly 'x-readOnlyWhen'?: JsonSchema;
  /** Worked out by the form instead of asked for, in narrowed FEEL; in a table's column `item` names the row. */
  readonly 'x-value'?: string;
  readonly 'x-rules'?: readonly RuleText[];
}

export type Scalar = string | number | boolean | null;
export interface Choice {
  readonly const: Scalar;
  readonly title: string;
}

/** What JSON Schema cannot say, in narrowed FEEL. A rule whose operands are missing is not broken. */
export interface RuleText {
  readonly id: string;
  readonly at: Pointer;
  readonly check: string;
  readonly message: Text;
}

/** RFC 6901: `/applicant/fullName`; the document itself is the empty string. */
export type Pointer = string;

export interface UiSchema {
  readonly 'ui:pages': readonly UiPage[];
  /** Fields that stand on the review page, above the button that submits. */
  readonly 'ui:declaration'?: readonly string[];
  readonly [field: string]: unknown;
}
export interface UiPage {
  readonly key: string;
  readonly title: string;
  readonly sections: readonly { readonly at: Pointer; readonly fields: readonly string[] }[];
}

export interface Translation {
  readonly title: string;
  readonly pages: Readonly<Record<string, string>>;
  readonly fields: Readonly<
    Record<string, { readonly title: string; readonly description?: string; readonly choices?: Record<string, string> }>
  >;
}

/** A form as it is stored: the schema speaks Vietnamese, further languages stand beside it. */
export interface FormDocument {
  readonly schema: JsonSchema;
  readonly ui: UiSchema;
  readonly en: Translation;
}

export type Data = Readonly<Record<string, unknown>>;
