import { type Deadline } from './deadlines/deadline.js';
import { type DeadlineKind, deadlines } from './deadlines/deadlines.js';
import { disposals } from './disposal.js';
import { guards, markOfGuard } from './guards.js';
import { type LegalEffect, legalEffects } from './legal-effects.js';
import { rowMarks } from './row-marks.js';
import { type Mark } from './mark.js';
import { type RuleStanding, type RuleStandings } from './rule.js';

export const markOfClock = (kind: DeadlineKind): Mark => {
  const { length, countedFrom, cutOff, source, status }: Deadline = deadlines[kind];
  const [[unit = '', value] = []] = Object.entries(length);
  return {
    name: `clock.${kind}`,
    kind: 'clock',
    source,
    status,
    version: `${String(value)} ${unit} from ${countedFrom}${cutOff === null ? '' : `, cut-off ${cutOff}`}`,
  };
};

/** One effect may stand in several rows, each for disposals of its own. */
export function markOfEffect(row: LegalEffect): Mark {
  const named = disposals.filter((disposal) => (row[disposal] ?? 'none') !== 'none');
  return {
    name: `effect.${row.effect}.${named.join('-')}`,
    kind: 'effect',
    source: row.source,
    status: row.status,
    version: named.map((disposal) => `${disposal}: ${row[disposal] ?? ''}`).join(', '),
  };
}

/** Every one of them, clocks first. */
export const marks: readonly Mark[] = [
  ...(Object.keys(deadlines) as DeadlineKind[]).map(markOfClock),
  ...legalEffects.map(markOfEffect),
  ...rowMarks,
  ...guards.map(markOfGuard),
];

export type MarkStanding = Pick<RuleStanding, 'status'> & { readonly standing?: Pick<RuleStanding, 'by' | 'on'> };

/** Whether it is confirmed as it stands, and by whom where that was said since it was written down. */
export function standingOfMark({ name, version, status }: Mark, standings: RuleStandings = {}): MarkStanding {
  const said = standings[name]?.[version];
  return said === undefined ? { status } : { status: said.status, standing: { by: said.by, on: said.on } };
}
