import { hash } from 'node:crypto';

/** The head of a stream: its last number and the hash of that event (hex). */
export type Head = { readonly stream: string; readonly seq: number; readonly head: string };

/** A Merkle tree that takes its leaves one by one and keeps only the edge (one hash for each power of two). */
export type MerkleTree = {
  readonly add: (leaf: string) => void;
  readonly size: () => number;
  /** The root over the leaves so far, in base64 as a checkpoint writes it. */
  readonly root: () => string;
};

/** A head as leaf, and as line of a kept checkpoint: `stream TAB seq TAB head`. */
export const headLine = ({ stream, seq, head }: Head): string => `${stream}\t${seq}\t${head}`;

const binary = (data: string | Buffer): string => hash('sha256', data, 'binary');

/**
 * RFC 6962: a leaf is SHA-256 of 0x00 and the leaf's text in UTF-8, a node SHA-256 of 0x01 and both children, the left subtree is the
 * largest full one, the root of no leaves is SHA-256 of nothing.
 */
export function merkleTree(): MerkleTree {
  // Hashes as binary texts, complete subtrees from the largest to the smallest; their sizes are the bits of `count`.
  const edge: string[] = [];
  const both = Buffer.alloc(65, 1);
  let count = 0;
  const node = (left: string, right: string): string => {
    both.write(left, 1, 'latin1');
    both.write(right, 33, 'latin1');
    return binary(both);
  };
  return {
    add: (leaf) => {
      let top = binary(`\u0000${leaf}`);
      for (let bits = count; bits % 2 === 1; bits = (bits - 1) / 2) top = node(edge.pop() ?? '', top);
      edge.push(top);
      count += 1;
    },
    size: () => count,
    root: () => {
      const folded = edge.length === 0 ? binary('') : edge.reduceRight((right, left) => node(left, right));
      return Buffer.from(folded, 'latin1').toString('base64');
    },
  };
}

/** The root over heads that are already sorted by stream (ascending bytes). */
export function rootOf(heads: Iterable<Head>): string {
  const tree = merkleTree();
  for (const head of heads) tree.add(headLine(head));
  return tree.root();
}
