import { hash } from 'node:crypto';
import { sha256hex } from './digest.js';
import { type DrawFrame } from './draw-frame.js';
import { type DrawPlan } from './draw-plan.js';

/** By service: the first n in rank order, and the rest in rank order. */
export type DrawnService = { readonly service: string; readonly picks: readonly string[]; readonly reserves: readonly string[] };

/** The seed in hex: over the secret, the hash of the frame document, and the lead's text. */
export const seedOf = (secret: string, frame: string, text: string): string =>
  sha256hex(`teg-seed/1\n${secret}\n${sha256hex(frame)}\n${text}\n`);

/**
 * HMAC-SHA-256 under the seed's 32 bytes, as a text of one character a byte, which orders as the bytes do. Written out over `hash`,
 * because a Hmac object costs twice as much and a draw scores a million references; a test compares both.
 */
function scorer(seed: string): (reference: string) => string {
  const key = Buffer.from(seed, 'hex');
  if (key.length !== 32) throw new RangeError('a seed is 32 bytes in hex');
  const inner = Buffer.alloc(64 + 64, 0x36);
  const outer = Buffer.alloc(64 + 32, 0x5c);
  key.forEach((byte, at) => {
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  });
  return (reference) => {
    const length = inner.write(reference, 64, 'latin1');
    if (length !== reference.length) throw new RangeError('a case reference has at most 64 characters');
    outer.write(hash('sha256', inner.subarray(0, 64 + length), 'binary'), 64, 'latin1');
    return hash('sha256', outer, 'binary');
  };
}

/** A reference's score in hex. */
export const scoreOf = (seed: string, reference: string): string =>
  Buffer.from(scorer(seed)(reference), 'latin1').toString('hex');

/** The references in ascending order of their scores; a tie goes to the lower reference. References are draw codes. */
export function rankOf(seed: string, references: readonly string[]): string[] {
  const score = scorer(seed);
  // The first six bytes as a number decide nearly always, and numbers are compared far faster than texts.
  const scored = references.map((reference) => {
    const text = score(reference);
    const bytes = Buffer.from(text.slice(0, 6), 'latin1');
    return { reference, text, first: bytes.readUIntBE(0, 6) };
  });
  scored.sort((a, b) => a.first - b.first || (a.text < b.text || (a.text === b.text && a.reference < b.reference) ? -1 : 1));
  return scored.map((one) => one.reference);
}

/** The first n (from 1) of `rankOf` without ordering the rest: for a draw from very many. */
export function firstOfRank(seed: string, references: readonly string[], n: number): string[] {
  const score = scorer(seed);
  const best: { readonly reference: string; readonly text: string }[] = [];
  const cut = () => {
    best.sort((a, b) => (a.text < b.text || (a.text === b.text && a.reference < b.reference) ? -1 : 1));
    best.length = Math.min(n, best.length);
  };
  // Whatever scores higher than the n-th best so far is out; the list is cut back only now and then.
  let bound: string | null = null;
  for (const reference of references) {
    const text = score(reference);
    if (bound !== null && text > bound) continue;
    best.push({ reference, text });
    if (best.length < 2 * n + 1000) continue;
    cut();
    bound = best.at(-1)?.text ?? null;
  }
  cut();
  return best.map((one) => one.reference);
}

/** Ranks the cases of each service of the plan. Where a service has no more than its n, all are picks and nothing is in reserve. */
export function drawFrom(plan: DrawPlan, frame: DrawFrame, seed: string): DrawnService[] {
  return plan.services.map(({ service, n }) => {
    const ranked = rankOf(
      seed,
      frame.cases.filter((one) => one.service === service).map((one) => one.reference),
    );
    return { service, picks: ranked.slice(0, n), reserves: ranked.slice(n) };
  });
}
