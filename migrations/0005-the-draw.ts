import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { sqlOf } from './sql.js';

export class TheDraw1764000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlOf('0005-the-draw'));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
