import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COUNTER } from './register/counter';
import { REGISTER } from './register/tables';

const PARTS = [REGISTER, COUNTER];

/** The register of people and households in small, and what the counter does with it. */
export class Register1764210000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const { up } of PARTS) await db.query(up);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const { down } of [...PARTS].reverse()) await db.query(down);
  }
}
