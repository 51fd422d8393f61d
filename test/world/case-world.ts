import { type Json } from '#ledger';
import { Places, RecordReferral } from '#casework';
import { foundDemonstration, PersonDirectory } from '#people';
import { Client, type QueryResultRow } from 'pg';
import { openRecord, type TestRecord } from './record.js';
import { aReferral, saying, type SentReferral } from './referrals.js';

/** A record with the demonstration's people, and referrals put on it by the real command. Close it in `afterAll`. */
export type CaseWorld = TestRecord & {
  /** Moves the clock of the computer, in tests only. */
  goTo(instant: string): void;
  personId(email: string): Promise<string>;
  /** A referral of its own (name, numbers and incident), as the voluntary attendance team of South Wales sends it. */
  ownReferral(number?: string): SentReferral;
  /** Its reference, once it is on record. */
  refer(body: object, email?: string): Promise<string>;
  /** As the superuser: what is really on record. */
  sql<Row extends QueryResultRow>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** How many rows there are of everything a command could have written. */
  rows(): Promise<{ readonly [table: string]: number }>;
};

const tables = ['stream', 'event', 'payload', 'clock', 'document', 'stream_key', 'inbox', 'outbox', 'fact'];

export async function caseWorld(): Promise<CaseWorld> {
  let now = Date.parse('2027-03-01T12:00:00Z');
  const record = await openRecord(() => now);
  await foundDemonstration(record.ledger);
  const directory = new PersonDirectory(record.reader);
  const admin = new Client({ connectionString: record.database.adminUrl });
  await admin.connect();
  const command = new RecordReferral(record.ledger, new Places(record.reader));
  let made = 0;

  const personId = async (email: string): Promise<string> => {
    const found = await directory.byEmail(email);
    if (!found) throw new Error(`Nobody has the address ${email}.`);
    return found.id;
  };
  const sql = async <Row extends QueryResultRow>(text: string, params: readonly unknown[] = []) =>
    (await admin.query<Row>(text, [...params])).rows;
  return {
    ...record,
    goTo: (instant) => void (now = Date.parse(instant)),
    personId,
    ownReferral: (number = 'R01') => {
      made += 1;
      const body = aReferral(number);
      saying(body, 'notice.child.family_name', `Prawf-${made}`);
      return saying(body, 'notice.incident_ref', `INC/TEST/${made}`);
    },
    refer: async (body, email = 'referring-supervisor@south-wales-police.test') => {
      const outcome = await command.run(await personId(email), body as Json);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
      return outcome.value.reference;
    },
    sql,
    rows: async () => {
      const text = tables.map((table) => `(select count(*)::int from teg.${table}) as ${table}`).join(', ');
      return (await sql<{ [table: string]: number }>(`select ${text}`))[0] ?? {};
    },
    close: async () => {
      await admin.end();
      await record.close();
    },
  };
}
