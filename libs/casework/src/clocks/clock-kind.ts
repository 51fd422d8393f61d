import { type Deadline, type DeadlineKind, deadlines } from '#law';
import { type ClockKind } from '#pathway';

/**
 * The name of a clock's row. Some duties run once for each victim, agency or hand-off: their rows are told apart by what stands
 * behind the colon (`victimTold:V1`), for at most one run of a name is open at a time.
 */
export const clockName = (kind: ClockKind, of?: string): string => (of === undefined ? kind : `${kind}:${of}`);

export const kindOfClock = (name: string): string => name.split(':', 1)[0] ?? name;
export const subjectOfClock = (name: string): string | undefined =>
  name.includes(':') ? name.slice(name.indexOf(':') + 1) : undefined;

/** Deadlines are data of the law library; a change of them is a new number here, so that each clock says by which it was counted. */
const edition = 1;

/** Which deadline a clock was counted by: `victimToldEnhanced/1` for a victim with enhanced rights. */
export const policyOf = (deadline: DeadlineKind): string => `${deadline}/${edition}`;

/** The deadline a clock was counted by, or null where the law knows it no longer. */
export function deadlineOfPolicy(policy: string): (Deadline & { readonly kind: DeadlineKind }) | null {
  const kind = policy.split('/', 1)[0] ?? '';
  return Object.hasOwn(deadlines, kind) ? { ...deadlines[kind as DeadlineKind], kind: kind as DeadlineKind } : null;
}
