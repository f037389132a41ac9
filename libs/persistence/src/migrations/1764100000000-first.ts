import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DOSSIERS } from './first/dossiers';
import { DOOR, ROLES } from './first/door';
import { ENTERING } from './first/entering';
import { IDENTITY } from './first/identity';
import { JOURNALS } from './first/journals';
import { MESSAGES } from './first/messages';
import { ORGANISATION } from './first/organisation';
import { POLICIES } from './first/policies';
import { PUBLICATIONS } from './first/publications';

const PARTS = [ROLES, DOOR, ORGANISATION, IDENTITY, PUBLICATIONS, DOSSIERS, MESSAGES, JOURNALS, ENTERING, POLICIES];

/** Everything that must be right from the start: keys, journals, roles and the one door. */
export class First1764100000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const { up } of PARTS) await db.query(up);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const { down } of [...PARTS].reverse()) await db.query(down);
  }
}
