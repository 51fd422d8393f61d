import { type Change, type Json, type StreamFile, type Written } from '#ledger';
import { randomUUID } from 'node:crypto';
import { openRecord, type TestRecord } from './record.js';

export const first = (files: readonly StreamFile[]): StreamFile => {
  const [file] = files;
  if (!file) throw new Error('no file');
  return file;
};
export const did = <T extends Json>(change: Change, value: T): Written<T> => ({ did: [change], value });

/** A record with somebody of a service and a stranger, and what the tests of the ledger do with it. Close it in `afterAll`. */
export async function ledgerHands() {
  const record: TestRecord = await openRecord();
  const practitioner = await record.admit({ rooms: ['yjs:here'], views: ['youthJustice'] });
  const stranger = await record.admit({ rooms: ['yjs:elsewhere'], views: ['youthJustice'] });

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

  return { record, practitioner, stranger, begin, move, rowsOf };
}

export type LedgerHands = Awaited<ReturnType<typeof ledgerHands>>;
