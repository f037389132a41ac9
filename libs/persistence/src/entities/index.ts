import * as calendar from './calendar';
import * as desk from './desk';
import * as dossiers from './dossiers';
import * as identity from './identity';
import * as journals from './journals';
import * as messages from './messages';
import * as organisation from './organisation';
import * as publications from './publications';
import * as register from './register';
import * as talk from './talk';

export type { AccountRow } from './identity';
export { AccountEntity } from './identity';
export { CalendarDecisionEntity, type CalendarDecisionRow } from './calendar';
export * from './organisation';
export * from './publications';
export * from './register';

export const ENTITIES = [
  ...Object.values(organisation),
  ...Object.values(identity),
  ...Object.values(publications),
  ...Object.values(dossiers),
  ...Object.values(messages),
  ...Object.values(journals),
  ...Object.values(register),
  ...Object.values(desk),
  ...Object.values(calendar),
  ...Object.values(talk),
];
