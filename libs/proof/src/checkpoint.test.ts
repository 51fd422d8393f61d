import {
  exampleSigner,
  exampleStream,
  exportOf,
  isVerifierKey,
  issueCheckpoint,
  noteSigner,
  openNote,
  readCheckpoint,
  readKeptCheckpoint,
} from './index.js';

// The example of Go's golang.org/x/mod/sumdb/note, an independent implementation of the same format.
const neumann = {
  seed: Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1),
  key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  line: '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};

describe('a signed note', () => {
  const signer = noteSigner('PeterNeumann', neumann.seed);
  const note = signer.sign(neumann.text);

  it('is the one that Go writes, under the key that Go writes', () => {
    expect(signer.verifierKey).toBe(neumann.key);
    expect(note).toBe(`${neumann.text}\n${neumann.line}`);
    expect(openNote(note, [neumann.key])).toEqual({ ok: true, text: neumann.text, signatures: 1 });
  });

  it('passes over the signature of a key it does not know, and needs one that it does', () => {
    const other = noteSigner('oversight.example', new Uint8Array(32).fill(3));
    const both = note + other.sign(neumann.text).slice(neumann.text.length + 1);
    expect(openNote(both, [neumann.key])).toEqual({ ok: true, text: neumann.text, signatures: 2 });
    expect(openNote(both, [other.verifierKey])).toMatchObject({ ok: true });
    expect(openNote(note, [other.verifierKey])).toEqual({ ok: false, why: 'key' });
    expect(openNote(note, [])).toEqual({ ok: false, why: 'key' });
  });

  it('refuses any other character at any place', () => {
    for (let at = 0; at < note.length; at += 1) {
      for (const other of ['x', 'A', '\n', ' ', '=']) {
        if (note[at] === other) continue;
        expect(openNote(note.slice(0, at) + other + note.slice(at + 1), [neumann.key]).ok).toBe(false);
      }
      expect(openNote(note.slice(0, at) + note.slice(at + 1), [neumann.key]).ok).toBe(false);
    }
  });

  it('knows a verifier key by its check digits', () => {
    expect(isVerifierKey(neumann.key)).toBe(true);
    for (let at = 0; at < neumann.key.length; at += 1) {
      const other = neumann.key[at] === 'b' ? 'c' : 'b';
      expect(isVerifierKey(neumann.key.slice(0, at) + other + neumann.key.slice(at + 1))).toBe(false);
    }
    expect(() => noteSigner('a name', neumann.seed)).toThrow(RangeError);
    expect(() => noteSigner('name', new Uint8Array(31))).toThrow(RangeError);
    expect(() => signer.sign('no line feed')).toThrow(RangeError);
  });
});

describe('a checkpoint', () => {
  const signer = exampleSigner();
  const { issued } = exportOf([exampleStream(1, 3), exampleStream(2, 2)], signer);
  const trusted = [signer.verifierKey];

  it('has the form of a tlog-checkpoint: origin, size, root, extension lines, signature', () => {
    const [origin, size, root, events, at, empty, signature, end] = issued.note.split('\n');
    expect([origin, size, events, at, empty, end]).toEqual([
      'teg.example/ledger',
      '2',
      'events 5',
      'at 2026-11-24T12:00:00.000Z',
      '',
      '',
    ]);
    expect(root).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    expect(signature).toMatch(/^— teg\.example\/ledger [A-Za-z0-9+/]+=*$/);
    expect(readCheckpoint(issued.note.slice(0, issued.note.indexOf('\n\n') + 1))).toMatchObject({ size: 2, events: 5, root });
  });

  it('is kept with its list of heads, which its root signs', () => {
    const read = readKeptCheckpoint(issued.kept, trusted);
    expect(read).toMatchObject({ ok: true, checkpoint: { size: 2 }, heads: [{ seq: 3 }, { seq: 2 }] });
    expect(readKeptCheckpoint(issued.note, trusted)).toMatchObject({ ok: true, heads: null });
  });

  it('of an empty ledger is kept as well', () => {
    const none = issueCheckpoint([], '2026-11-24T12:00:00.000Z', signer);
    expect(readKeptCheckpoint(none.kept, trusted)).toMatchObject({ ok: true, checkpoint: { size: 0, events: 0 }, heads: [] });
  });

  it('with any other character at any place is refused', () => {
    for (let at = 0; at < issued.kept.length; at += 1) {
      const other = issued.kept[at] === '1' ? '2' : '1';
      expect(readKeptCheckpoint(issued.kept.slice(0, at) + other + issued.kept.slice(at + 1), trusted).ok).toBe(false);
    }
  });

  it('is not drawn up over heads out of order', () => {
    const heads = [
      { stream: 'b', seq: 1, head: 'a'.repeat(64) },
      { stream: 'a', seq: 1, head: 'a'.repeat(64) },
    ];
    expect(() => issueCheckpoint(heads, '2026-11-24T12:00:00.000Z', signer)).toThrow(RangeError);
  });
});
