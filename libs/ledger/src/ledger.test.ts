import { type Change, documentHash, type Json, type StreamFile, type Written } from '#ledger';
import { eventHash, genesis, payloadDigest } from '#proof';
import { randomUUID } from 'node:crypto';
import { openRecord, type TestRecord } from '../../../test/world/record.js';

const first = (files: readonly StreamFile[]): StreamFile => {
  const [file] = files;
  if (!file) throw new Error('no file');
  return file;
};
const did = <T extends Json>(change: Change, value: T): Written<T> => ({ did: [change], value });

describe('the ledger', () => {
  let record: TestRecord;
  let practitioner: string;
  let stranger: string;

  beforeAll(async () => {
    record = await openRecord();
    practitioner = await record.admit({ rooms: ['yjs:here'], views: ['youthJustice'] });
    stranger = await record.admit({ rooms: ['yjs:elsewhere'], views: ['youthJustice'] });
  });
  afterAll(() => record.close());

  const begin = async (change: Partial<Change> = {}, person = practitioner): Promise<string> => {
    const id = randomUUID();
    const outcome = await record.ledger.write(person, { of: [{ newId: id, kind: 'case' }] }, (files) =>
      did(
        {
          file: first(files),
          events: [{ type: 'referralRecorded', data: { area: 'here' } }],
          rooms: ['yjs:here'],
          state: 'awaitingAllocation',
          ...change,
        },
        null,
      ),
    );
    expect(outcome.ok).toBe(true);
    return id;
  };
  const move = (
    id: string,
    state: string,
    order: { key?: string; request?: Json; expect?: number } = {},
    person = practitioner,
  ) =>
    record.ledger.write(person, { ...order, of: [{ id }] }, (files) => {
      const file = first(files);
      if (!file.exists) return { refusal: { because: 'notFound' } };
      return did({ file, events: [{ type: 'caseMoved', data: { state } }], state }, { version: file.version + 1 });
    });
  const rowsOf = async (id: string) =>
    record.reader.ask(practitioner, { what: 'test' }, async (query) => ({
      streams: await query<{ state: string; version: number }>('select state, version from teg.stream where id = $1', [id]),
      events: await query<{ seq: number; type: string; at: Date; hash: string; prev: string; digest: string; person: string }>(
        "select seq, type, at, encode(hash, 'hex') hash, encode(prev, 'hex') prev, encode(digest, 'hex') digest, person from teg.event where stream = $1 order by seq",
        [id],
      ),
      payloads: await query<{ seq: number; salt: string; body: Json }>(
        "select seq, encode(salt, 'hex') salt, body from teg.payload where stream = $1 order by seq",
        [id],
      ),
    }));

  it('writes row, event, payload and outbox together, chained to the event before', async () => {
    const id = await begin();
    expect((await move(id, 'awaitingAssessment')).ok).toBe(true);
    const { streams, events, payloads } = await rowsOf(id);
    expect(streams).toEqual([{ state: 'awaitingAssessment', version: 2 }]);
    expect(events.map(({ type }) => type)).toEqual(['referralRecorded', 'caseMoved']);
    let prev = genesis(id);
    for (const event of events) {
      const payload = payloads.find(({ seq }) => seq === event.seq);
      expect(event.digest).toBe(payloadDigest(payload?.salt ?? '', payload?.body ?? null));
      expect(event.hash).toBe(eventHash({ ...event, stream: id, at: event.at.toISOString(), prev }));
      prev = event.hash;
    }
  });

  it('leaves no trace of a refusal', async () => {
    const id = await begin();
    const before = await rowsOf(id);
    const outcome = await record.ledger.write(practitioner, { of: [{ id }], key: `refused-${id.slice(0, 8)}` }, () => ({
      refusal: { because: 'notNow' },
    }));
    expect(outcome).toEqual({ ok: false, refusal: { because: 'notNow' } });
    expect(await rowsOf(id)).toEqual(before);
  });

  it('leaves no trace of a decision that throws', async () => {
    const id = await begin();
    const before = await rowsOf(id);
    await expect(
      record.ledger.write(practitioner, { of: [{ id }] }, () => {
        throw new Error('a bug');
      }),
    ).rejects.toThrow('a bug');
    expect(await rowsOf(id)).toEqual(before);
  });

  it('answers a repeated key with what it did, without doing it again, for that person alone', async () => {
    const id = await begin();
    const key = `key-${id.slice(0, 8)}`;
    const done = await move(id, 'awaitingAssessment', { key, request: { to: 'awaitingAssessment' } });
    const again = await move(id, 'awaitingAssessment', { key, request: { to: 'awaitingAssessment' } });
    expect(done).toMatchObject({ ok: true, isReplay: false, value: { version: 2 } });
    expect(again).toMatchObject({ ok: true, isReplay: true, value: { version: 2 } });
    if (done.ok && again.ok) expect(again.events).toEqual(done.events);
    expect((await rowsOf(id)).streams[0]?.version).toBe(2);
    const colleague = await record.admit({ rooms: ['yjs:here'] });
    expect(await move(id, 'awaitingPanel', { key }, colleague)).toMatchObject({ ok: true, isReplay: false });
  });

  it('refuses a key that was used with another body', async () => {
    const id = await begin();
    const key = `other-${id.slice(0, 8)}`;
    await move(id, 'awaitingAssessment', { key, request: { a: 1 } });
    expect(await move(id, 'awaitingAssessment', { key, request: { a: 2 } })).toEqual({
      ok: false,
      refusal: { because: 'keyReused' },
    });
  });

  it('remembers only what was written: a refused command may come again with its key', async () => {
    const id = await begin();
    const key = `again-${id.slice(0, 8)}`;
    await record.ledger.write(practitioner, { of: [{ id }], key, request: 1 }, () => ({ refusal: { because: 'notAllowed' } }));
    expect(await move(id, 'awaitingAssessment', { key, request: 1 })).toMatchObject({ ok: true, isReplay: false });
  });

  it('does one key once, however many send it at the same time', async () => {
    const id = await begin();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => move(id, 'awaitingAssessment', { key: `once-${id.slice(0, 8)}`, request: 1 })),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.isReplay)).toHaveLength(1);
    expect((await rowsOf(id)).streams[0]?.version).toBe(2);
  });

  it('says stale where the caller saw an older version', async () => {
    const id = await begin();
    await move(id, 'awaitingAssessment');
    expect(await move(id, 'awaitingPanel', { expect: 1 })).toEqual({ ok: false, refusal: { because: 'stale' } });
    expect((await rowsOf(id)).streams).toEqual([{ state: 'awaitingAssessment', version: 2 }]);
  });

  it('lets one of two with the same version through', async () => {
    const id = await begin();
    const outcomes = await Promise.all([move(id, 'awaitingAssessment', { expect: 1 }), move(id, 'closed', { expect: 1 })]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await rowsOf(id)).streams[0]?.version).toBe(2);
  });

  it('asks the decision again where somebody was faster and no version was named', async () => {
    const id = await begin();
    const outcomes = await Promise.all([
      move(id, 'awaitingAssessment'),
      move(id, 'awaitingPanel'),
      move(id, 'awaitingAssessment'),
    ]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect((await rowsOf(id)).streams[0]?.version).toBe(4);
  });

  it('writes several files in one act or none', async () => {
    const [one, other] = [await begin(), await begin()];
    const outcome = await record.ledger.write(practitioner, { of: [{ id: one }, { id: other }] }, (files) => {
      const [a, b] = files;
      if (!a || !b) throw new Error('no files');
      const merged = [{ type: 'referralsMerged', data: { with: other } }] as const;
      return {
        did: [
          { file: a, events: merged },
          { file: { ...b, version: 0, exists: false }, events: merged },
        ],
        value: null,
      };
    });
    expect(outcome.ok).toBe(false);
    expect((await rowsOf(one)).streams[0]?.version).toBe(1);
  });

  it('shows a stranger neither the file nor that it is there, and lets them write nothing to it', async () => {
    const id = await begin();
    expect(await move(id, 'closed', {}, stranger)).toEqual({ ok: false, refusal: { because: 'notFound' } });
  });

  it('is shut to somebody who left', async () => {
    const id = await begin();
    const leaver = await record.admit({ rooms: ['yjs:here'] });
    expect((await move(id, 'awaitingAssessment', {}, leaver)).ok).toBe(true);
    await record.admit({ id: leaver, subject: leaver, email: `${leaver}@service.test`, rooms: ['yjs:here'], isActive: false });
    expect(await move(id, 'awaitingPanel', {}, leaver)).toMatchObject({ ok: false, refusal: { because: 'notYours' } });
  });

  it('tells of a duplicate, with its reference only to who may see it', async () => {
    const keys = [{ key: `duplicate:${randomUUID()}`, isUnique: true }];
    const reference = `TS-${randomUUID().slice(0, 6).toUpperCase()}`;
    await begin({ keys, reference });
    const again = (person: string) =>
      record.ledger.write(person, { of: [{ newId: randomUUID(), kind: 'case' }] }, (files) =>
        did({ file: first(files), events: [{ type: 'referralRecorded', data: {} }], rooms: ['yjs:elsewhere'], keys }, null),
      );
    expect(await again(practitioner)).toEqual({ ok: false, refusal: { because: 'duplicate', other: reference } });
    expect(await again(stranger)).toEqual({ ok: false, refusal: { because: 'duplicate' } });
  });

  it('begins a file that a key names once, and finds it after that', async () => {
    const key = `incident:${randomUUID()}`;
    const link = () =>
      record.ledger.write(practitioner, { of: [{ key, kind: 'incident', newId: randomUUID() }] }, (files) => {
        const file = first(files);
        return did(
          {
            file,
            events: [{ type: 'caseLinked', data: {} }],
            rooms: ['yjs:here'],
            keys: file.exists ? [] : [{ key, isUnique: true }],
          },
          { id: file.id },
        );
      });
    const outcomes = await Promise.all([link(), link(), link()]);
    const ids = new Set(outcomes.map((outcome) => (outcome.ok ? outcome.value.id : outcome.refusal.because)));
    expect(ids.size).toBe(1);
  });

  it('numbers the runs of a clock, stops them and keeps the earliest due day for lists', async () => {
    const clock = { kind: 'panel', anchorOn: '2026-11-24', dueOn: '2026-12-15', policy: '1', nextAlertAt: null } as const;
    const id = await begin({ startClocks: [clock, { ...clock, kind: 'allocation', dueOn: '2026-11-26' }] });
    const change = (more: Partial<Change>) =>
      record.ledger.write(practitioner, { of: [{ id }] }, (files) =>
        did({ file: first(files), events: [{ type: 'caseMoved', data: {} }], ...more }, null),
      );
    await change({ stopClocks: [{ kind: 'allocation', how: 'met' }] });
    await change({ stopClocks: [{ kind: 'panel', how: 'superseded' }], startClocks: [{ ...clock, dueOn: '2026-12-16' }] });
    const clocks = await record.reader.ask(practitioner, { what: 'test' }, (query) =>
      query('select kind, run, due_on::text, stopped_how from teg.clock where stream = $1 order by kind, run', [id]),
    );
    expect(clocks).toEqual([
      { kind: 'allocation', run: 1, due_on: '2026-11-26', stopped_how: 'met' },
      { kind: 'panel', run: 1, due_on: '2026-12-15', stopped_how: 'superseded' },
      { kind: 'panel', run: 2, due_on: '2026-12-16', stopped_how: null },
    ]);
    const [row] = await record.reader.ask(practitioner, { what: 'test' }, (query) =>
      query('select next_due_on::text from teg.stream where id = $1', [id]),
    );
    expect(row).toEqual({ next_due_on: '2026-12-16' });
  });

  it('keeps documents by version with the hash of their canonical text', async () => {
    const document = {
      id: randomUUID(),
      version: 1,
      kind: 'notice',
      view: 'police',
      body: { said: 'Siân O’Brien-Ŵyn <b>🙂</b>' },
    } as const;
    const id = await begin({ documents: [document] });
    const read = (person: string) =>
      record.reader.ask(person, { what: 'test' }, (query) =>
        query("select body, encode(hash, 'hex') as hash from teg.document where stream = $1", [id]),
      );
    const officer = await record.admit({ rooms: ['yjs:here'], views: ['police'] });
    expect(await read(officer)).toEqual([{ body: document.body, hash: documentHash(document) }]);
    expect(await read(practitioner)).toEqual([]);
  });

  it('counts case time from one reading of the clock', async () => {
    const id = await begin();
    expect((await rowsOf(id)).events[0]?.at.toISOString()).toBe('2026-11-24T10:00:00.000Z');
  });
});
