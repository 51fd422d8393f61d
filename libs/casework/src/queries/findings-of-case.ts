import { addMonths, type CalendarDay, type Instant, londonDay } from '#calendar';
import { judge, type LawContext, type RuleId, stepRules } from '#law';
import { type Query } from '#ledger';
import { type CaseFacts } from '#pathway';
import { kindOfClock, subjectOfClock } from '../clocks/clock-kind.js';
import { lateEndsOf } from './late-ends.js';

/** A clock that somebody should look at. */
export type ClockFinding = {
  readonly code: 'latenessWithoutCause' | 'eighteenSoon';
  readonly clock: string;
  /** Which victim, agency or hand-off. */
  readonly of?: string;
  readonly dueOn: CalendarDay;
  /** Since when there is something to look at. */
  readonly on: CalendarDay;
  /** The event that ended a clock late. */
  readonly seq?: number;
};

/** A part of the record that is blank: the rule that asks for it, and since when where a day says so. */
export type BlankFinding = { readonly code: 'recordBlank'; readonly rule: RuleId; readonly on?: CalendarDay };

/** Something in a case that somebody should look at. It stands in nobody's way. */
export type Finding = ClockFinding | BlankFinding;

type Part = { readonly rules: readonly RuleId[]; readonly since: (known: CaseFacts) => { readonly on?: CalendarDay } | null };
const parts: readonly Part[] = [
  { rules: stepRules.countersigning, since: ({ assessmentAuthor }) => (assessmentAuthor === undefined ? null : {}) },
  {
    rules: stepRules.decision,
    since: ({ decision, decidedOn }) => (decision === undefined ? null : { ...(decidedOn !== undefined && { on: decidedOn }) }),
  },
  {
    rules: stepRules.prosecutionAfterBreach,
    since: ({ nonCompliance }) => (nonCompliance === undefined ? null : { on: nonCompliance.on }),
  },
];

/** What the record of a step that is over leaves blank, and no rule made anybody fill: the voices, what a decision was taken on. */
export const blankFindings = (known: CaseFacts, context: LawContext): readonly BlankFinding[] =>
  parts.flatMap(({ rules, since }) => {
    const found = since(known);
    if (found === null) return [];
    const blank = rules.map((rule) => judge(rule, known, context)).filter(({ answer, blocks }) => answer === 'unknown' && !blocks);
    return blank.map(({ rule }): BlankFinding => ({ code: 'recordBlank', rule, ...found }));
  });

/** What ended late without a word of why, then or afterwards, oldest first, as on record at that moment. */
export async function findingsOfCase(query: Query, reference: string, at: Instant): Promise<readonly ClockFinding[]> {
  const lateEnds = await lateEndsOf(query, reference, at);
  return lateEnds
    .filter(({ cause }) => cause === null)
    .map(({ clock, dueOn, seq, at: endedAt }): ClockFinding => {
      const of = subjectOfClock(clock);
      return {
        code: 'latenessWithoutCause',
        clock: kindOfClock(clock),
        ...(of !== undefined && { of }),
        dueOn,
        on: londonDay(endedAt),
        seq,
      };
    });
}

const monthsAhead = 6;

/** A birthday that is near: from 17 years and six months until somebody, or the worker, says that it has come. */
export function birthdayFindings(
  clocks: readonly { readonly kind: string; readonly dueOn: CalendarDay }[],
  today: CalendarDay,
): readonly ClockFinding[] {
  return clocks.flatMap(({ kind, dueOn }): ClockFinding[] => {
    const on = addMonths(dueOn, -monthsAhead);
    return kind === 'eighteenthBirthday' && today >= on ? [{ code: 'eighteenSoon', clock: kind, dueOn, on }] : [];
  });
}
