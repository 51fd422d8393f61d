import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { sqlOf } from './sql.js';

export class WhatFollows1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sqlOf('0008-what-follows'));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
