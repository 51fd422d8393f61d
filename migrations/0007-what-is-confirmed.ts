import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { sqlOf } from './sql.js';

export class WhatIsConfirmed1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlOf('0007-what-is-confirmed'));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
