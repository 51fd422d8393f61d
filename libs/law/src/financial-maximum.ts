import { type TrialClass } from './facts.js';
import table from './tables/financial-maxima.json' with { type: 'json' };

/** The highest financial penalty of a conditional caution in pounds, at that age; null for an age that has none. */
export const financialMaximum = (triable: TrialClass, age: number): number | null =>
  table.rows.find((row) => row.triable === triable && row.ageFrom <= age && age <= row.ageTo)?.pounds ?? null;
