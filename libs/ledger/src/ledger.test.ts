import { type Change, documentHash } from '#ledger';
import { eventHash, genesis, payloadDigest } from '#proof';
import { randomUUID } from 'node:crypto';
import { did, first, type LedgerHands, ledgerHands } from '../../../test/world/ledger-hands.js';

describe('the ledger', () => {
  let hands: LedgerHands;
  beforeAll(async () => {
    hands = await ledgerHands();
  });
  afterAll(() => hands.record.close());

  it('writes row, event, payload and outbox together, chained to the event before', async () => {
    const { begin, move, rowsOf } = hands;
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
    const { record, practitioner, begin, rowsOf } = hands;
    const id = await begin();
    const before = await rowsOf(id);
    const outcome = await record.ledger.write(practitioner, { of: [{ id }], key: `refused-${id.slice(0, 8)}` }, () => ({
      refusal: { because: 'notNow' },
    }));
    expect(outcome).toEqual({ ok: false, refusal: { because: 'notNow' } });
    expect(await rowsOf(id)).toEqual(before);
  });

  it('leaves no trace of a decision that throws', async () => {
    const { record, practitioner, begin, rowsOf } = hands;
    const id = await begin();
    const before = await rowsOf(id);
    await expect(
      record.ledger.write(practitioner, { of: [{ id }] }, () => {
        throw new Error('a bug');
      }),
    ).rejects.toThrow('a bug');
    expect(await rowsOf(id)).toEqual(before);
  });

  it('shows a stranger neither the file nor that it is there, and lets them write nothing to it', async () => {
    const { stranger, begin, move } = hands;
    const id = await begin();
    expect(await move(id, 'closed', {}, stranger)).toEqual({ ok: false, refusal: { because: 'notFound' } });
  });

  it('is shut to somebody who left', async () => {
    const { record, begin, move } = hands;
    const id = await begin();
    const leaver = await record.admit({ rooms: ['yjs:here'] });
    expect((await move(id, 'awaitingAssessment', {}, leaver)).ok).toBe(true);
    await record.admit({ id: leaver, subject: leaver, email: `${leaver}@service.test`, rooms: ['yjs:here'], isActive: false });
    expect(await move(id, 'awaitingPanel', {}, leaver)).toMatchObject({ ok: false, refusal: { because: 'notYours' } });
  });

  it('tells of a duplicate, with its reference only to who may see it', async () => {
    const { record, practitioner, stranger, begin } = hands;
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
    const { record, practitioner } = hands;
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
    const { record, practitioner, begin } = hands;
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
    const { record, practitioner, begin } = hands;
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
    const { begin, rowsOf } = hands;
    const id = await begin();
    expect((await rowsOf(id)).events[0]?.at.toISOString()).toBe('2026-11-24T10:00:00.000Z');
  });
});
