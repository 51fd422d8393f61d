import { type Disposal, disposals } from './disposal.js';
import { type Mark } from './mark.js';
import { type RuleSource } from './rule.js';
import table from './tables/guards.json' with { type: 'json' };

/**
 * What the guard table says of a disposal that no rule carries: its legal basis, the appropriate adult, legal advice and the victim's
 * view where nothing is asked (domain 1.2). Codes; the words stand in the wording library. It decides nothing.
 */
export type Guard = {
  readonly guard: 'basis' | 'appropriateAdult' | 'legalAdvice' | 'victimView';
  readonly source: RuleSource;
  readonly status: Mark['status'];
} & { readonly [disposal in Disposal]?: string };

export const guards: readonly Guard[] = table.rows as readonly Guard[];

/** One guard may stand in several rows, each for disposals of its own. */
export function markOfGuard(row: Guard): Mark {
  const named = disposals.filter((disposal) => row[disposal] !== undefined);
  return {
    name: `guard.${row.guard}.${named.join('-')}`,
    kind: 'guard',
    source: row.source,
    status: row.status,
    version: named.map((disposal) => `${disposal}: ${row[disposal] ?? ''}`).join(', '),
  };
}
