import { randomInt } from 'node:crypto';
import { type CalendarDay } from '#calendar';

/** No vowels, and none of the signs that are read for each other on paper. */
const signs = '34679CDFGHJKMNPQRTVWXY';

/** Rolled before the decision, which is pure. */
export const randomPart = (): string => Array.from({ length: 6 }, () => signs[randomInt(signs.length)]).join('');

/** `DR-26-7KQ4M3`: the year in which it is planned, and a part that cannot be guessed. */
export const drawReference = (today: CalendarDay, random: string): string => `DR-${today.slice(2, 4)}-${random}`;
