import { type CalendarDay } from '#calendar';
import {
  deliveryDueOn,
  type Disposal,
  disposalsOn,
  type DisposalStatus,
  makesFirstTimeEntrant,
  panelDueOn,
  type Particulars,
  particularsOf,
} from '#law';
import { type CaseFacts, factsForLaw } from '../case-facts.js';
import { type DecideContext } from '../judged.js';

/** What the law reads of a case beside any move: due days, particulars, the seven answers. A story names what it is about. */
export type Reading = Partial<Particulars> & {
  readonly panelDue?: CalendarDay;
  readonly deliveryDue?: CalendarDay;
  /** Whether a youth caution would be the child's first substantive outcome. */
  readonly isFirstTimeEntry?: boolean;
  readonly answers?: { readonly [disposal in Disposal]?: DisposalStatus };
};

function readOf(
  facts: CaseFacts,
  { on, calendar }: DecideContext,
): Required<Omit<Reading, 'answers'>> & { readonly answers: object } {
  const known = factsForLaw(facts);
  return {
    ...particularsOf(known, calendar),
    panelDue: panelDueOn(known, { calendar }) ?? '',
    deliveryDue: deliveryDueOn(known, { calendar }) ?? '',
    isFirstTimeEntry: makesFirstTimeEntrant('yc', known) ?? false,
    answers: Object.fromEntries(disposalsOn(known, on, calendar).map(({ disposal, status }) => [disposal, status])),
  };
}

/** Null, or the first of these that the law reads otherwise. */
export function misread({ answers = {}, ...expected }: Reading, facts: CaseFacts, context: DecideContext): string | null {
  const read: { readonly [name: string]: unknown } = readOf(facts, context);
  const all = { ...read, ...(read['answers'] as object) } as { readonly [name: string]: unknown };
  for (const [name, value] of Object.entries({ ...expected, ...answers }))
    if (all[name] !== value) return `${name} is ${String(all[name])} instead of ${String(value)}`;
  return null;
}
