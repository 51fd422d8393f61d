import { type CalendarDay } from '#calendar';
import {
  type Answer,
  type Disposal,
  type DisposalAnswer,
  type DisposalStatus,
  disposalsOn,
  effectsOf,
  givingRulesOf,
  hasFlag,
  judge,
  makesFirstTimeEntrant,
  markOfEffect,
  type MarkStanding,
  needsPncEntry,
  type RuleAnswer,
  type RuleId,
  type RuleSource,
  spentOn,
  standingOfMark,
} from '#law';
import { type CaseFacts, type DecideContext } from '#pathway';

/** Where a rule stands: its source, the first day of the version that was asked, and whether anybody has confirmed it. */
export type Standing = {
  readonly source: RuleSource;
  readonly from: CalendarDay;
  readonly status: 'verified' | 'toBeConfirmed';
  /** Who gave it that status and when, where it is not the one it was written down with. */
  readonly standing?: { readonly by: string; readonly on: CalendarDay };
  readonly reach: 'law' | 'national' | 'local';
};
/**
 * `isWarning`: it is not met and does not stand in the way. `applies`: there where it is met because it does not concern this case,
 * unless that rests on a victim. Which facts it looked at and lacks is not said here.
 */
export type ExplainedRule = Standing & {
  readonly rule: RuleId;
  readonly answer: Answer;
  readonly applies?: false;
  readonly isWarning: boolean;
};

/** `status` is what holds, whatever it was written down with. */
export type ExplainedEffect = MarkStanding & { readonly effect: string; readonly code: string; readonly source: RuleSource };

/** What a disposal would mean for the child's record. Null: not known. `spentOn` is reckoned from the day of the question. */
export type RecordMeaning = {
  readonly isFirstTimeEntry: boolean | null;
  readonly goesOnPoliceComputer: boolean | null;
  readonly spentOn: CalendarDay | null;
  readonly effects: readonly ExplainedEffect[];
};

/** One of the seven for a reader on the child's side: no fact of the case by its value, nothing of a victim, no score. */
export type ExplainedDisposal = {
  readonly disposal: Disposal;
  readonly status: DisposalStatus;
  readonly rules: readonly ExplainedRule[];
  /** `record: policeFile`; what nobody may be sent to get is never among them. */
  readonly needs: readonly string[];
  /** What is asked afresh when it is given: nothing said before counts instead. */
  readonly atGiving: readonly (Standing & { readonly rule: RuleId })[];
  readonly outcomeNumbers: readonly string[];
  readonly record: RecordMeaning;
};

/** All seven, in their one order. Pure. */
export const explainedDisposals = (known: CaseFacts, now: DecideContext): readonly ExplainedDisposal[] =>
  disposalsOn(known, now.on, now.calendar, now.standings && { standings: now.standings }).map((answer) =>
    explained(answer, known, now),
  );

function explained(
  { disposal, status, rules, needs, outcomeNumbers }: DisposalAnswer,
  known: CaseFacts,
  now: DecideContext,
): ExplainedDisposal {
  const giving: readonly RuleId[] = disposal === 'yrd' || disposal === 'yc' || disposal === 'ycc' ? givingRulesOf[disposal] : [];
  const ahead = giving.map((rule) => judge(rule, known, { ...now, moment: 'deciding' }));
  return {
    disposal,
    status,
    rules: rules.map(explainedRule),
    needs,
    atGiving: ahead.map((rule) => ({ ...standing(rule), rule: rule.rule })),
    outcomeNumbers,
    record: recordMeaning(disposal, known, now),
  };
}

const explainedRule = (rule: RuleAnswer): ExplainedRule => ({
  ...standing(rule),
  rule: rule.rule,
  answer: rule.answer,
  ...(rule.applies === false && !rule.looksAt.includes('victims') && { applies: false }),
  isWarning: isWarning(rule),
});
const isWarning = ({ blocks, answer }: RuleAnswer): boolean => !blocks && answer !== 'met';
const standing = ({ source, version, status, standing: said, reach }: RuleAnswer): Standing => ({
  source,
  from: version,
  status,
  reach,
  ...(said && { standing: said }),
});

function recordMeaning(disposal: Disposal, known: CaseFacts, { on, standings }: DecideContext): RecordMeaning {
  const isCaution = disposal === 'yc' || disposal === 'ycc';
  const isNotifiable = hasFlag(known, 'sexual-notifiable');
  return {
    isFirstTimeEntry: firstTimeEntry(disposal, known),
    goesOnPoliceComputer: needsPncEntry({ ...known, given: disposal }) ?? null,
    spentOn: isCaution ? spentOn(disposal, on, known.planEndsOn) : null,
    effects: effectsOf(disposal)
      .filter(({ effect }) => effect !== 'sexualOffenceNotification' || isNotifiable)
      .map(({ effect, code, source, row }) => ({ effect, code, source, ...standingOfMark(markOfEffect(row), standings) })),
  };
}

/** A referral for a charging decision makes nobody an entrant; whether a court will is open, unless there was an entry before. */
function firstTimeEntry(disposal: Disposal, known: CaseFacts): boolean | null {
  if (disposal !== 'court') return makesFirstTimeEntrant(disposal, known) ?? null;
  return makesFirstTimeEntrant('yc', known) === false ? false : null;
}
