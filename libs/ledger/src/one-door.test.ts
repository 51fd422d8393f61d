import { machine, migrate, poolOf, recordSource, refuseBypassingRole, RoleBypassesSecurity } from '#ledger';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { openRecord, type TestRecord } from '../../../test/world/record.js';

// The application's own checks are out of the way here: what is left is PostgreSQL, asked directly with the service's own roles.
describe('one door, by grant', () => {
  let record: TestRecord;
  let here: string;
  let elsewhere: string;
  let caseId: string;

  const as = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const failure = (url: string, sql: string, params: unknown[] = []): Promise<string> =>
    as(url, (client) =>
      client.query(sql, params).then(
        () => 'done',
        (error: Error) => error.message,
      ),
    );
  const seenBy = (person: string | null, sql: string): Promise<unknown[]> =>
    as(record.database.appUrl, async (client) => {
      await client.query('begin');
      if (person) await client.query("select teg.i_am($1, '{}')", [person]);
      return (await client.query(sql)).rows;
    });

  beforeAll(async () => {
    record = await openRecord();
    here = await record.admit({ rooms: ['yjs:here'], views: ['youthJustice'] });
    elsewhere = await record.admit({ rooms: ['yjs:elsewhere'], views: ['youthJustice'] });
    caseId = randomUUID();
    const document = { id: randomUUID(), version: 1, kind: 'assessment', view: 'youthJustice', body: { text: 'x' } } as const;
    const outcome = await record.ledger.write(here, { of: [{ newId: caseId, kind: 'case' }] }, ([file]) => {
      if (!file) throw new Error('no file');
      return {
        did: [
          {
            file,
            events: [{ type: 'referralRecorded', data: {} }],
            rooms: ['yjs:here'],
            documents: [document],
            keys: [{ key: 'k', isUnique: true }],
          },
        ],
        value: null,
      };
    });
    expect(outcome.ok).toBe(true);
  });
  afterAll(() => record.close());

  const tables = [
    'stream',
    'event',
    'payload',
    'clock',
    'document',
    'fact',
    'outbox',
    'stream_key',
    'alert_sent',
    'inbox',
    'person',
    'organisation',
    'calendar_version',
    'checkpoint',
    'recount_owed',
    'digest_day',
    'digest',
  ];

  it.each(tables)('the service can neither insert, update, delete nor empty %s', async (table) => {
    for (const sql of [`insert into teg.${table} default values`, `delete from teg.${table}`, `truncate teg.${table}`]) {
      expect(await failure(record.database.appUrl, sql)).toBe(`permission denied for table ${table}`);
    }
    const [column] = (
      await as(record.database.adminUrl, (client) =>
        client.query<{ name: string }>(
          "select column_name as name from information_schema.columns where table_schema = 'teg' and table_name = $1 order by column_name desc limit 1",
          [table],
        ),
      )
    ).rows;
    expect(await failure(record.database.appUrl, `update teg.${table} set ${column?.name} = null`)).toBe(
      `permission denied for table ${table}`,
    );
  });

  it('nobody is shown anything without saying who asks', async () => {
    for (const table of ['stream', 'event', 'payload', 'document', 'stream_key'])
      expect(await seenBy(null, `select * from teg.${table}`)).toEqual([]);
  });

  it('another service sees nothing of the case, table by table', async () => {
    for (const table of ['stream', 'event', 'payload', 'document', 'stream_key']) {
      const column = table === 'stream' ? 'id' : 'stream';
      const sql = `select * from teg.${table} where ${column} = '${caseId}'`;
      expect(await seenBy(elsewhere, sql)).toEqual([]);
      expect(await seenBy(here, sql)).toHaveLength(1);
    }
  });

  it('the person is forgotten with the end of the transaction', async () => {
    const rows = await as(record.database.appUrl, async (client) => {
      await client.query('begin');
      await client.query("select teg.i_am($1, '{}')", [here]);
      await client.query('commit');
      return (await client.query('select * from teg.stream')).rows;
    });
    expect(rows).toEqual([]);
  });

  it('a foreign case through the door itself is stale, and stays as it was', async () => {
    const change = {
      stream: caseId,
      version: 2,
      expected: 1,
      prev: '00'.repeat(32),
      head: '11'.repeat(32),
      facts: {},
      rooms: ['yjs:elsewhere'],
      recused: [],
      events: [],
      isEnding: false,
    };
    const write = `select teg.ledger_write($1, null, null, now(), $2)`;
    expect(await failure(record.database.appUrl, write, [elsewhere, JSON.stringify([change])])).toBe('stale');
    expect(await seenBy(here, `select version from teg.stream where id = '${caseId}'`)).toEqual([{ version: 1 }]);
  });

  it('a machine sees the file that its job names and no other', async () => {
    const seen = (streams: string[]) =>
      as(record.database.appUrl, async (client) => {
        await client.query('begin');
        await client.query('select teg.i_am($1, $2)', [machine, streams]);
        return (await client.query("select id from teg.stream where kind = 'case'")).rows;
      });
    expect(await seen([])).toEqual([]);
    expect(await seen([caseId])).toEqual([{ id: caseId }]);
  });

  it('the bell hears when a clock is due and cannot read a case', async () => {
    expect(await failure(record.database.bellUrl, 'select stream, kind, run, next_alert_at from teg.clock')).toBe('done');
    expect(await failure(record.database.bellUrl, 'select due_on from teg.clock')).toBe('permission denied for table clock');
    for (const table of ['stream', 'event', 'payload', 'document', 'person'])
      expect(await failure(record.database.bellUrl, `select * from teg.${table}`)).toBe(`permission denied for table ${table}`);
  });

  it('retention erases payloads and nothing else, and the chain stands', async () => {
    for (const table of ['event', 'stream', 'document'])
      expect(await failure(record.database.eraserUrl, `delete from teg.${table}`)).toBe(`permission denied for table ${table}`);
    expect(await failure(record.database.eraserUrl, `delete from teg.payload where stream = '${caseId}'`)).toBe('done');
    expect(await seenBy(here, `select * from teg.payload where stream = '${caseId}'`)).toEqual([]);
    expect(await seenBy(here, `select seq from teg.event where stream = '${caseId}'`)).toEqual([{ seq: 1 }]);
  });

  it('even the owner cannot change an event without taking the trigger off', async () => {
    for (const sql of ["update teg.event set type = 'x'", 'delete from teg.event', 'truncate teg.event cascade']) {
      expect(await failure(record.database.adminUrl, sql)).toBe('events are never changed');
    }
  });

  it('the log of consultations is written by everybody and read by auditors only', async () => {
    await record.reader.ask(here, { what: 'caseSeen', of: 'TS-1' }, async () => null);
    expect(await seenBy(here, 'select * from teg.access_log')).toEqual([]);
    const auditor = await record.admit({ roles: ['auditor'] });
    expect(await seenBy(auditor, "select what from teg.access_log where reference = 'TS-1'")).toEqual([{ what: 'caseSeen' }]);
    expect(await failure(record.database.appUrl, 'delete from teg.access_log')).toBe('permission denied for table access_log');
  });

  it('shows nothing that it could not log', async () => {
    await as(record.database.adminUrl, (client) => client.query('revoke insert on teg.access_log from teg_app'));
    await expect(record.reader.ask(here, { what: 'caseSeen' }, (query) => query('select * from teg.stream'))).rejects.toThrow(
      'permission denied for table access_log',
    );
    await as(record.database.adminUrl, (client) => client.query('grant insert on teg.access_log to teg_app'));
  });

  it('does not start with a role that could bypass row-level security, and says what to type', async () => {
    const source = await recordSource(record.database.adminUrl, 1).initialize();
    await expect(refuseBypassingRole(poolOf(source))).rejects.toThrow(RoleBypassesSecurity);
    await expect(refuseBypassingRole(poolOf(source))).rejects.toThrow('npm run -s teg -- migrate');
    await source.destroy();
    await expect(refuseBypassingRole(record.pool)).resolves.toBeUndefined();
  });

  it('says of every table and column what it holds, and keeps rows apart wherever a child could stand', async () => {
    const { rows } = await as(record.database.adminUrl, (client) =>
      client.query<{ missing: string }>(
        `select c.relname || coalesce('.' || a.attname, '') as missing from pg_class c
           left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         where c.relnamespace = 'teg'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
           and (col_description(c.oid, a.attnum) is null or obj_description(c.oid, 'pg_class') is null)`,
      ),
    );
    expect(rows).toEqual([]);
    const open = await as(record.database.adminUrl, (client) =>
      client.query<{ relname: string }>(
        "select relname from pg_class where relnamespace = 'teg'::regnamespace and relkind = 'r' and not relrowsecurity order by relname",
      ),
    );
    expect(open.rows.map(({ relname }) => relname)).toEqual([
      'calendar_version',
      'checkpoint',
      'demonstration_clock',
      'migration',
      'organisation',
      'person',
      'worker_heartbeat',
    ]);
  });

  it('migrates an already migrated database without doing anything', async () => {
    const before = await as(record.database.adminUrl, (client) => client.query('select * from teg.migration'));
    await migrate(record.database.adminUrl, { app: null, bell: null, eraser: null });
    const after = await as(record.database.adminUrl, (client) => client.query('select * from teg.migration'));
    expect(after.rows).toEqual(before.rows);
  });
});
