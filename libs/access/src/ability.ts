import { AbilityBuilder, createMongoAbility, type ForcedSubject, type MongoAbility, subject } from '@casl/ability';
import { permittedFieldsOf } from '@casl/ability/extra';
import type { FieldClass } from '@trinhduyet/form';
import type { Principal, PrincipalPost } from './principal';

/** What permission depends on, and no more: plain columns of the dossier's row, so that rules become SQL. */
export interface DossierRow {
  readonly applicantId: string;
  readonly communeId: string;
  readonly districtId: string | null;
  readonly provinceId: string;
  readonly receptionUnitId: string;
  readonly villageId: string | null;
}

/** Whose calendar a decision is about: null is everybody's. The province is that of the unit. */
export interface CalendarScope {
  readonly unitId: string | null;
  readonly provinceId: string | null;
}

export type Subject =
  | 'Dossier'
  | 'Draft'
  | 'Inbox'
  | 'Workload'
  | 'Studio'
  | 'Counter'
  | 'Calendar'
  | (DossierRow & ForcedSubject<'Dossier'>)
  | (CalendarScope & ForcedSubject<'Calendar'>);
export type Action = 'read' | 'write' | 'decide' | 'administer';
export type AppAbility = MongoAbility<[Action, Subject]>;

const CLASSES: FieldClass[] = ['public', 'personal', 'sensitive'];
const COLUMN = { commune: 'communeId', district: 'districtId', province: 'provinceId' } as const;

/**
 * What somebody may do, from the posts that they hold now. Used by the API's guards, by SQL and by the web; which
 * command is lawful on which task is the core's to say, not a rule's.
 */
export function abilityFor({ account, posts }: Principal): AppAbility {
  const { can, build } = new AbilityBuilder<AppAbility>(createMongoAbility);
  can('write', 'Draft');
  can('read', 'Dossier', CLASSES, { applicantId: account });
  can('write', 'Dossier', { applicantId: account });
  for (const post of posts) grantOf(post, can);
  return build();
}

type Can = AbilityBuilder<AppAbility>['can'];

function grantOf(post: PrincipalPost, can: Can): void {
  const { duty, tier, unit, village } = post;
  can('read', 'Inbox');
  if (duty === 'head' || duty === 'leader') can('read', 'Workload');
  can('read', 'Calendar');
  grantCalendar(post, can);
  if (duty === 'administrator') {
    can('read', 'Studio');
    can('administer', 'Dossier', { [COLUMN[tier]]: unit });
    return;
  }
  if (duty === 'village-head') {
    can(['read', 'decide'], 'Dossier', ['public', 'personal'], { communeId: unit, villageId: village ?? '' });
    return;
  }
  can(['read', 'decide'], 'Dossier', ['public', 'personal'], { [COLUMN[tier]]: unit });
  if (duty !== 'clerk') return;
  can('read', 'Counter');
  can(['read', 'decide'], 'Dossier', CLASSES, { receptionUnitId: unit });
}

/** Communes and districts keep their own days; what is common, and what they cannot see to themselves, is the province's. */
function grantCalendar({ duty, tier, unit }: PrincipalPost, can: Can): void {
  if (duty !== 'administrator' && duty !== 'leader') return;
  can('administer', 'Calendar', { unitId: unit });
  if (duty !== 'administrator' || tier !== 'province') return;
  can('administer', 'Calendar', { unitId: null });
  can('administer', 'Calendar', { provinceId: unit });
}

/** Whether somebody may decide about the days of a unit, or of everybody. */
export function mayDecideDays(ability: AppAbility, scope: CalendarScope): boolean {
  return ability.can('administer', subject('Calendar', { ...scope }));
}

/** The classes of fields that somebody sees of a dossier without having it on the desk. */
export function classesSeen(ability: AppAbility, dossier: DossierRow): readonly FieldClass[] {
  const seen = permittedFieldsOf(ability, 'read', subject('Dossier', { ...dossier }), {
    fieldsFrom: (rule) => rule.fields ?? CLASSES,
  });
  return CLASSES.filter((each) => seen.includes(each));
}

export function mayRead(ability: AppAbility, dossier: DossierRow): boolean {
  return ability.can('read', subject('Dossier', { ...dossier }));
}
