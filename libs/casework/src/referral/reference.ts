import { randomInt } from 'node:crypto';
import { type Instant, londonDay } from '#calendar';

/** No vowels, so that no word appears; none of 0 O, 1 I L, 2 Z, 5 S, 8 B, which are read for each other on paper and by telephone. */
const signs = '34679CDFGHJKMNPQRTVWXY';
const length = 6;

/**
 * The part of a reference that cannot be guessed from the case before: who knows one reference learns nothing of another. Rolled
 * before the decision, which is pure.
 */
export const randomPart = (): string => Array.from({ length }, () => signs[randomInt(signs.length)]).join('');

/** `VG-26-7KQ4M2`: the area, the year of receipt in London, the random part. */
export const referenceOf = (prefix: string, receivedAt: Instant, random: string): string =>
  `${prefix}-${londonDay(receivedAt).slice(2, 4)}-${random}`;
