import { createHash } from 'node:crypto';

/** Numbers that look random and are the same for the same seed. */
export type Dice = {
  /** From 0 up to but not 1. */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number;
  /** True in that share of the throws. */
  readonly chance: (share: number) => boolean;
  /** One of the list, each as often as the others. */
  readonly oneOf: <T>(list: readonly [T, ...T[]]) => T;
  /** One of the weighted entries, each as often as its weight says. */
  readonly weighted: <T extends { readonly weight: number }>(entries: readonly [T, ...T[]]) => T;
  /** All of them in an order in which the heavier tend to stand first: drawn one after the other without putting back. */
  readonly order: <T extends { readonly weight: number }>(entries: readonly T[]) => readonly T[];
};

/** Dice of their own for every text: what is drawn for one child does not depend on how many others there are. */
export function diceOf(seed: string): Dice {
  const bytes = createHash('sha256').update(seed).digest();
  let [a, b, c, counter] = [bytes.readInt32LE(0), bytes.readInt32LE(4), bytes.readInt32LE(8), 1];
  // sfc32 (Chris Doty-Humphrey): small, and passes the statistical tests that matter here.
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 12; round += 1) next();
  const weighted = <T extends { readonly weight: number }>(entries: readonly [T, ...T[]]): T => {
    let left = next() * entries.reduce((sum, { weight }) => sum + weight, 0);
    for (const entry of entries) {
      left -= entry.weight;
      if (left < 0) return entry;
    }
    return entries[0];
  };
  return {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (share) => next() < share,
    oneOf: ([first, ...rest]) => [first, ...rest][Math.floor(next() * (rest.length + 1))] ?? first,
    weighted,
    order: (entries) => {
      // A weight of nothing is never drawn; the key of the others is Efraimidis and Spirakis's.
      const keyed = entries.filter(({ weight }) => weight > 0).map((entry) => ({ entry, key: Math.log(1 - next()) / entry.weight }));
      return keyed.sort((one, other) => other.key - one.key).map(({ entry }) => entry);
    },
  };
}
