import { type PreviousOutcome } from '#law';
import { isOfOneKind } from './outcome-kinds.js';

/** Each outcome once: what several papers say of one day and kind is one outcome, and the first that says it stands. */
export const eachOnce = (all: readonly PreviousOutcome[]): readonly PreviousOutcome[] =>
  all.filter((one, place) => all.findIndex(({ on, type }) => on === one.on && isOfOneKind(type, one.type)) === place);
