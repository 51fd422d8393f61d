import { Ledger, machine, type PersonRow, poolOf, Reader, recordSource } from '#ledger';
import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { type FreshDatabase, freshDatabase } from './database.js';

/** A database of its own with the ledger opened as the service opens it, and people who stand in chosen rooms. */
export type TestRecord = {
  readonly database: FreshDatabase;
  readonly pool: Pool;
  readonly ledger: Ledger;
  readonly reader: Reader;
  /** A person of an organisation founded for this test; returns the id. */
  admit(person: Partial<PersonRow>): Promise<string>;
  close(): Promise<void>;
};

/** `machineNow` in milliseconds stands in for the computer's clock. */
export async function openRecord(machineNow: () => number = () => Date.parse('2026-11-24T10:00:00Z')): Promise<TestRecord> {
  const database = await freshDatabase();
  const source = await recordSource(database.appUrl, 8).initialize();
  const pool = poolOf(source);
  const ledger = new Ledger(pool, machineNow);
  const organisation = {
    code: 'test-service',
    kind: 'yjs',
    nameEn: 'Test service',
    nameCy: 'Gwasanaeth prawf',
    prefix: 'TS',
    serves: [],
    stations: [],
  } as const;
  const admit = async (person: Partial<PersonRow>): Promise<string> => {
    const id = randomUUID();
    const row = {
      id,
      subject: id,
      email: `${id}@service.test`,
      organisation: organisation.code,
      roles: [],
      rooms: [],
      views: [],
      isActive: true,
      ...person,
    };
    const order = { of: [{ key: `organisation:${organisation.code}`, kind: 'organisation', newId: randomUUID() }] } as const;
    const outcome = await ledger.write(machine, order, ([file]) => {
      if (!file) throw new Error('no file');
      return {
        did: [
          {
            file,
            events: [{ type: 'personAdmitted', data: { person: row.id } }],
            rooms: ['administration'],
            organisations: [organisation],
            people: [row],
            keys: [{ key: `organisation:${organisation.code}`, isUnique: true }],
          },
        ],
        value: null,
      };
    });
    if (!outcome.ok) throw new Error(outcome.refusal.because);
    return row.id;
  };
  return {
    database,
    pool,
    ledger,
    reader: new Reader(pool, machineNow),
    admit,
    close: async () => {
      await source.destroy();
      await database.drop();
    },
  };
}
