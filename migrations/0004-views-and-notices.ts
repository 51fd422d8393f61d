import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { sqlOf } from './sql.js';

export class ViewsAndNotices1764000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlOf('0004-views-and-notices'));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
