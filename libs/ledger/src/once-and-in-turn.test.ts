import { type LedgerHands, ledgerHands } from '../../../test/world/ledger-hands.js';

describe('the ledger does a thing once, and one thing after another', () => {
  let hands: LedgerHands;
  beforeAll(async () => {
    hands = await ledgerHands();
  });
  afterAll(() => hands.record.close());

  it('answers a repeated key with what it did, without doing it again, for that person alone', async () => {
    const { record, begin, move, rowsOf } = hands;
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
    const { begin, move } = hands;
    const id = await begin();
    const key = `other-${id.slice(0, 8)}`;
    await move(id, 'awaitingAssessment', { key, request: { a: 1 } });
    expect(await move(id, 'awaitingAssessment', { key, request: { a: 2 } })).toEqual({
      ok: false,
      refusal: { because: 'keyReused' },
    });
  });

  it('remembers only what was written: a refused command may come again with its key', async () => {
    const { record, practitioner, begin, move } = hands;
    const id = await begin();
    const key = `again-${id.slice(0, 8)}`;
    await record.ledger.write(practitioner, { of: [{ id }], key, request: 1 }, () => ({ refusal: { because: 'notAllowed' } }));
    expect(await move(id, 'awaitingAssessment', { key, request: 1 })).toMatchObject({ ok: true, isReplay: false });
  });

  it('does one key once, however many send it at the same time', async () => {
    const { begin, move, rowsOf } = hands;
    const id = await begin();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => move(id, 'awaitingAssessment', { key: `once-${id.slice(0, 8)}`, request: 1 })),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.isReplay)).toHaveLength(1);
    expect((await rowsOf(id)).streams[0]?.version).toBe(2);
  });

  it('says stale where the caller saw an older version', async () => {
    const { begin, move, rowsOf } = hands;
    const id = await begin();
    await move(id, 'awaitingAssessment');
    expect(await move(id, 'awaitingPanel', { expect: 1 })).toEqual({ ok: false, refusal: { because: 'stale' } });
    expect((await rowsOf(id)).streams).toEqual([{ state: 'awaitingAssessment', version: 2 }]);
  });

  it('lets one of two with the same version through', async () => {
    const { begin, move, rowsOf } = hands;
    const id = await begin();
    const outcomes = await Promise.all([move(id, 'awaitingAssessment', { expect: 1 }), move(id, 'closed', { expect: 1 })]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await rowsOf(id)).streams[0]?.version).toBe(2);
  });

  it('asks the decision again where somebody was faster and no version was named', async () => {
    const { begin, move, rowsOf } = hands;
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
    const { record, practitioner, begin, rowsOf } = hands;
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
});
