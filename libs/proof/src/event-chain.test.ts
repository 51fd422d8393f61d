import { execFileSync } from 'node:child_process';
import { eventHash, eventLine, exampleStream, genesis, sha256hex, verifyChain } from './index.js';

const events = exampleStream(1, 7);
const [first] = events;
if (!first) throw new Error('the example has no rows');
const { stream } = first;

describe('the chain of a stream', () => {
  it('begins with its genesis and holds together', () => {
    expect(first.prev).toBe(genesis(stream));
    expect(genesis(stream)).toBe(sha256hex(`teg-genesis/1\n${stream}`));
    expect(verifyChain(stream, events)).toEqual({ ok: true, seq: 7, head: events[6]?.hash });
    expect(verifyChain(stream, [])).toEqual({ ok: true, seq: 0, head: genesis(stream) });
  });

  it('can be checked by hand: the line without its hash, through sha256sum', () => {
    for (const event of events) {
      const script = `sed 's/,"hash":"[0-9a-f]*"}$/}/' | tr -d '\\n' | sha256sum | cut -c1-64`;
      expect(execFileSync('sh', ['-c', script], { input: `${eventLine(event)}\n`, encoding: 'utf8' }).trim()).toBe(event.hash);
    }
  });

  it('treats an absent command key like null', () => {
    const { commandKey, requestDigest, ...rest } = first;
    expect([commandKey, requestDigest]).toEqual([null, null]);
    expect(eventHash(rest)).toBe(eventHash({ ...rest, commandKey: null, requestDigest: null }));
  });

  it.each([
    ['type', { type: 'somethingElse' }],
    ['at', { at: '2026-11-24T09:00:00.001Z' }],
    ['person', { person: 'another' }],
    ['commandKey', { commandKey: 'another' }],
    ['requestDigest', { requestDigest: sha256hex('another') }],
    ['digest', { digest: sha256hex('another') }],
    ['prev', { prev: sha256hex('another') }],
    ['hash', { hash: sha256hex('another') }],
  ])('names the row whose %s was altered', (_, change) => {
    const altered = events.map((event) => (event.seq === 4 ? { ...event, ...change } : event));
    expect(verifyChain(stream, altered)).toEqual({ ok: false, at: `${stream} 4`, why: 'hash' });
  });

  it('finds a row left out, put in twice, or of another stream', () => {
    const without = events.filter((event) => event.seq !== 3);
    expect(verifyChain(stream, without)).toEqual({ ok: false, at: `${stream} 3`, why: 'order' });
    expect(verifyChain(stream, [...events, ...events.slice(6)])).toEqual({ ok: false, at: `${stream} 8`, why: 'order' });
    expect(verifyChain(stream, [...events.slice(0, 2), ...exampleStream(2, 3).slice(2)])).toMatchObject({ why: 'order' });
  });

  it('finds a row that was hashed anew, by its successor', () => {
    const altered = events.map((event) => {
      const changed = { ...event, type: 'somethingElse' };
      return event.seq === 4 ? { ...changed, hash: eventHash(changed) } : event;
    });
    expect(verifyChain(stream, altered)).toEqual({ ok: false, at: `${stream} 5`, why: 'prev' });
  });

  it.each([
    ['a quotation mark in a type', { type: 'a"b' }],
    ['a space in a stream', { stream: 'a b' }],
    ['a line feed in a person', { person: 'a\nb' }],
    ['a command key with an umlaut', { commandKey: 'ü' }],
    ['an empty command key', { commandKey: '' }],
    ['an instant without milliseconds', { at: '2026-11-24T09:00:00Z' }],
    ['number 0', { seq: 0 }],
    ['half a number', { seq: 1.5 }],
    ['a digest in capitals', { digest: 'A'.repeat(64) }],
    ['a short predecessor', { prev: 'ab' }],
    ['a request digest that is none', { requestDigest: 'x' }],
  ])('hashes no event that could not be verified: %s', (_, change) => {
    expect(() => eventHash({ ...first, ...change })).toThrow(RangeError);
  });
});
