import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { sqlOf } from './sql.js';

export class OutOfSight1764000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlOf('0006-out-of-sight'));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
