import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { headLine, merkleTree, rootOf } from './index.js';

const rootHex = (leaves: readonly string[]) => {
  const tree = merkleTree();
  leaves.forEach(tree.add);
  return Buffer.from(tree.root(), 'base64').toString('hex');
};

/** RFC 6962 2.1 as it is written: split at the largest power of two below the number of leaves. */
function byDefinition(leaves: readonly string[]): Buffer {
  const sha = (...parts: (string | Uint8Array)[]) =>
    parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
  if (leaves.length === 0) return sha('');
  if (leaves.length === 1) return sha(Uint8Array.of(0), leaves[0] ?? '');
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return sha(Uint8Array.of(1), byDefinition(leaves.slice(0, half)), byDefinition(leaves.slice(half)));
}

describe('the Merkle root', () => {
  it.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('of %i leaves is the one that Certificate Transparency publishes', (count, root) => {
    const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    expect(rootHex(leaves.slice(0, count).map((leaf) => Buffer.from(leaf, 'hex').toString('latin1')))).toBe(root);
  });

  it('is what the definition says, for every number of leaves to 130', () => {
    const leaves = Array.from({ length: 130 }, (_, index) => `blatt ä ${index}`);
    for (let count = 0; count <= 130; count += 1) {
      expect(rootHex(leaves.slice(0, count))).toBe(byDefinition(leaves.slice(0, count)).toString('hex'));
    }
  });

  it('may be asked for between leaves', () => {
    const tree = merkleTree();
    ['a', 'b', 'c'].forEach(tree.add);
    tree.root();
    tree.add('d');
    expect([tree.size(), Buffer.from(tree.root(), 'base64').toString('hex')]).toEqual([4, rootHex(['a', 'b', 'c', 'd'])]);
  });

  it('changes with any head, number or stream', () => {
    const heads = [1, 2, 3, 4, 5].map((n) => ({ stream: `s${n}`, seq: n, head: String(n).repeat(64) }));
    const root = rootOf(heads);
    expect(headLine({ stream: 's1', seq: 12, head: 'ab' })).toBe('s1\t12\tab');
    fc.assert(
      fc.property(fc.nat(4), fc.constantFrom({ seq: 9 }, { stream: 'x' }, { head: 'f'.repeat(64) }), (index, change) => {
        return rootOf(heads.map((head, n) => (n === index ? { ...head, ...change } : head))) !== root;
      }),
    );
  });
});
