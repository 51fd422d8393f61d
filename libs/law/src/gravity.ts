import { type Disposal } from './disposal.js';
import { type Facts } from './facts.js';
import { gravityOf } from './readings.js';
import table from './tables/gravity-directions.json' with { type: 'json' };

/** From this score on an informal disposal (outcome 22, restorative) is far out of line and asks for a reason and a senior officer. */
export const informalFrom = table.informalFrom;

/**
 * The direction that the NPCC table gives for the case's score, least intrusive first: a triage aid, read last, **never shown to a
 * decider** and never a recommendation. Undefined while an offence is not scored.
 */
export function gravityDirection(facts: Facts): { score: number; code: string; disposals: readonly Disposal[] } | undefined {
  const score = gravityOf(facts);
  const row = table.rows.find((each) => each.score === score);
  return row === undefined ? undefined : { ...row, disposals: row.disposals as readonly Disposal[] };
}
