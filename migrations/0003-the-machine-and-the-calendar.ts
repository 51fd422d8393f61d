import { bankHolidays } from '#calendar';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What every database holds from the start: the machine that acts in jobs, and the bank holidays as first known. */
export class TheMachineAndTheCalendar1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("insert into teg.organisation (code, kind, name_en, name_cy) values ('teg', 'teg', 'Teg', 'Teg')");
    await runner.query(
      `insert into teg.person (id, subject, email, organisation, roles, rooms, views, is_active, is_machine)
       values ('00000000-0000-4000-8000-000000000001', 'teg:machine', 'machine@teg.invalid', 'teg', '{machine}', '{}', '{youthJustice,police,victim}', true, true)`,
    );
    await runner.query(
      "insert into teg.calendar_version (version, known_from, covers_from, covers_to, holidays) values ($1, '2019-01-01T00:00:00Z', $2, $3, $4)",
      [bankHolidays.version, bankHolidays.covers.from, bankHolidays.covers.to, JSON.stringify(bankHolidays.holidays)],
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
