import { addDays, ageOn } from '#calendar';
import { earliestLimit, hasChargingLimit } from '../charging-limit.js';
import { type ConditionFact, type Facts } from '../facts.js';
import { financialMaximum } from '../financial-maximum.js';
import { givingDay } from '../giving-day.js';
import { mostSeriousTrialClass } from '../readings.js';
import { type Lacking, type LawContext, type Rules } from '../rule.js';
import {
  cautionNotes,
  codeOfPractice,
  conditionalCautionGuidance,
  crimeAndDisorder,
  localPolicy,
  penaltyMaxima,
} from '../sources.js';
import limits from '../tables/charging-limits.json' with { type: 'json' };

const { bufferDays, normalPlanWeeks, longestPlanWeeks } = limits.guard;
const inForce = { from: '2013-04-08' } as const;

/** Ends within the limit with its buffer; until a plan is set, as a plan of the normal length that begins on the day of giving. */
function planEndsInTime(facts: Facts, context: LawContext): boolean | Lacking {
  const latestEnd = addDays(earliestLimit(facts) ?? '', -bufferDays);
  if (facts.planEndsOn !== undefined) return facts.planEndsOn <= latestEnd;
  if (latestEnd < context.on) return false;
  return addDays(givingDay(facts, context), normalPlanWeeks * 7) <= latestEnd || { lacks: 'planEndsOn' };
}

const penaltiesOf = (facts: Facts): readonly number[] =>
  (facts.conditions ?? []).flatMap(({ penaltyPounds }) => penaltyPounds ?? []);

function penaltyIsWithinMaximum(facts: Facts, context: LawContext): boolean | Lacking {
  const triable = mostSeriousTrialClass(facts);
  if (triable === undefined) return { lacks: 'triable' };
  if (facts.bornOn === undefined) return { lacks: 'bornOn' };
  const maximum = financialMaximum(triable, ageOn(facts.bornOn, context.on));
  return maximum !== null && penaltiesOf(facts).reduce((sum, pounds) => sum + pounds, 0) <= maximum;
}

const conditionsOf = (facts: Facts): readonly ConditionFact[] => facts.conditions ?? [];
const isPunishment = ({ purpose }: ConditionFact): boolean => purpose === 'punish';
const isAttendance = (condition: ConditionFact): boolean => isPunishment(condition) && condition.hours !== undefined;

/** Of each condition of a kind something must be said; what was not said is to be recorded. */
const eachSays = (isOfKind: (condition: ConditionFact) => boolean, says: (condition: ConditionFact) => boolean) => ({
  concerns: (facts: Facts): boolean => conditionsOf(facts).some(isOfKind),
  holds: (facts: Facts): boolean | Lacking => conditionsOf(facts).filter(isOfKind).every(says) || { lacks: 'conditions' },
});
const row = {
  status: 'verified',
  protective: true,
  reach: 'national',
  inForce,
  datedBy: 'delivery',
  binds: 'planning',
  needs: [],
} as const;

const punitiveHours = (facts: Facts): number =>
  (facts.conditions ?? []).reduce((sum, { purpose, hours = 0 }) => (purpose === 'punish' ? sum + hours : sum), 0);

/** The conditions of a youth conditional caution: how long, how much, and what may change them. */
export const conditionRules = {
  planEndsBeforeChargingLimit: [
    {
      source: localPolicy('planned end and 14 days lie within the charging limit'),
      status: 'toBeConfirmed',
      protective: false,
      reach: 'local',
      inForce,
      datedBy: 'delivery',
      binds: 'planning',
      needs: ['offences'],
      concerns: hasChargingLimit,
      holds: planEndsInTime,
    },
  ],
  planLastsAtMostTwentyWeeks: [
    {
      source: { ...conditionalCautionGuidance, at: '16 weeks normal, 20 weeks in exceptional cases' },
      status: 'toBeConfirmed',
      protective: true,
      reach: 'national',
      inForce,
      datedBy: 'delivery',
      binds: 'planning',
      needs: [],
      concerns: ({ planEndsOn }) => planEndsOn !== undefined,
      holds: (facts, context) =>
        (facts.planEndsOn ?? '') <= addDays(facts.planStartsOn ?? givingDay(facts, context), longestPlanWeeks * 7),
    },
  ],
  conditionsHavePurpose: [
    {
      ...row,
      ...eachSays(
        () => true,
        ({ purpose }) => purpose !== undefined,
      ),
      source: crimeAndDisorder('s.66A(3): to rehabilitate, to repair or to punish'),
      reach: 'law',
    },
  ],
  conditionsFitTheChild: [
    {
      ...row,
      ...eachSays(
        () => true,
        ({ hasFit }) => hasFit === true,
      ),
      source: codeOfPractice('section 8: conditions are appropriate, proportionate and achievable'),
    },
  ],
  punishmentHasReason: [
    {
      ...row,
      ...eachSays(isPunishment, ({ hasWhy }) => hasWhy === true),
      source: { ...conditionalCautionGuidance, at: 'Annex A: punitive only where rehabilitation and repair are not enough' },
    },
  ],
  restrictionHasEnd: [
    {
      ...row,
      ...eachSays(
        ({ isRestrictive }) => isRestrictive === true,
        ({ endsOn }) => endsOn !== undefined,
      ),
      source: {
        ...conditionalCautionGuidance,
        at: 'Annex A of the first edition (2010): restrictive conditions serve a purpose and last a reasonable time',
      },
    },
  ],
  attendanceNamesPlaceAndTimes: [
    {
      ...row,
      ...eachSays(isAttendance, ({ hasPlace, hasTimes }) => hasPlace === true && hasTimes === true),
      source: cautionNotes('paragraph 753: place and times of an attendance are named in the condition'),
      reach: 'law',
    },
  ],
  penaltyWithinMaximum: [
    {
      source: penaltyMaxima,
      status: 'verified',
      protective: true,
      reach: 'law',
      inForce,
      datedBy: 'delivery',
      binds: 'planning',
      needs: [],
      concerns: (facts) => penaltiesOf(facts).length > 0,
      holds: penaltyIsWithinMaximum,
    },
  ],
  attendanceWithinTwentyHours: [
    {
      source: crimeAndDisorder('s.66A'),
      status: 'toBeConfirmed',
      protective: true,
      reach: 'law',
      inForce,
      datedBy: 'delivery',
      binds: 'planning',
      needs: [],
      concerns: (facts) => punitiveHours(facts) > 0,
      holds: (facts) => punitiveHours(facts) <= 20,
    },
  ],
  variationHasConsent: [
    {
      source: crimeAndDisorder('s.66D'),
      status: 'toBeConfirmed',
      protective: true,
      reach: 'law',
      inForce,
      datedBy: 'delivery',
      binds: 'recording',
      needs: ['variationConsent'],
      holds: ({ variationConsent }) => variationConsent === true,
    },
  ],
  variationComesBeforeEnd: [
    {
      ...row,
      source: cautionNotes('paragraph 756: a variation is recorded before the old due date'),
      reach: 'law',
      binds: 'recording',
      needs: ['endBeforeVariation'],
      holds: ({ endBeforeVariation = '' }, { on }) => on <= endBeforeVariation,
    },
  ],
} as const satisfies Rules;
