import { caseworkDeadlines } from './casework-deadlines.js';
import { dutyDeadlines } from './duty-deadlines.js';
import { measureDeadlines } from './measure-deadlines.js';

/** Every clock of the field as a policy row: how long, counted from what and how, by which source, who is told when. */
export const deadlines = { ...caseworkDeadlines, ...dutyDeadlines, ...measureDeadlines } as const;

export type DeadlineKind = keyof typeof deadlines;
