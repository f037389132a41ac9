import type { MigrationInterface, QueryRunner } from 'typeorm';
import { cardOf } from './register/counter';

/** A household that a later decision recognised anew, while the earlier one has no end, is what the later one says. */
export class Category1764240000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(cardOf('ORDER BY c.valid_from DESC LIMIT 1'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(cardOf(''));
  }
}
