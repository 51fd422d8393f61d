import { bankHolidays } from '#calendar';
import { type Facts } from './facts.js';
import { judge, saidAnswer } from './judge.js';
import { type LawContext, type RuleAnswer, type SaidAnswer } from './rule.js';
import { type RuleId } from './rule-id.js';

/**
 * For tests: a girl of 14, a shop theft that she admits, her mother beside her, everything known. A test says only what differs;
 * undefined takes a fact away.
 */
export const ordinaryCase: Facts = {
  receivedAt: '2026-11-23T10:15:00.000Z',
  source: 'VOLUNTARY_ATTENDANCE',
  bornOn: '2012-03-14',
  offences: [
    {
      code: 'TH68010',
      on: '2026-11-14',
      triable: 'either-way',
      isRecordable: true,
      gravity: { start: 2, adjustment: 0, final: 2, isScorerNamed: true },
    },
  ],
  admissionNoted: 'FULL',
  interviewAdult: { isSuitable: true, isOverEighteen: true, isEmployedByPolice: false, isVictim: false },
  victimCount: 1,
  victims: [{ ref: 'V1', hasEnhancedRights: false, isFamily: false, isPartner: false, isDomesticAbuse: false }],
  policeFile: true,
  evidence: { level: 'enoughToCharge', isMet: true },
  previousOutcomes: [],
  trafficking: { isReferred: false },
};

export type Changes = { readonly [fact in keyof Facts]?: Facts[fact] | undefined };

/** The ordinary case with some facts changed, or taken away with undefined. */
export const caseWith = (changes: Changes): Facts =>
  Object.fromEntries(Object.entries({ ...ordinaryCase, ...changes }).filter(([, value]) => value !== undefined)) as Facts;

export const today: LawContext = { on: '2026-11-24', calendar: bankHolidays, moment: 'deciding' };

/** The whole answer of one rule for the changed case. */
export const judged = (rule: RuleId, changes: Changes, context: Partial<LawContext> = {}): RuleAnswer =>
  judge(rule, caseWith(changes), { ...today, ...context });

/** Met, not met, unknown, or that it does not apply. */
export const ask = (rule: RuleId, changes: Changes = {}, context: Partial<LawContext> = {}): SaidAnswer =>
  saidAnswer(judged(rule, changes, context));
