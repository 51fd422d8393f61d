import { addDays, ageOn } from '#calendar';
import { earliestLimit, hasChargingLimit } from '../charging-limit.js';
import { type Facts } from '../facts.js';
import { financialMaximum } from '../financial-maximum.js';
import { givingDay } from '../giving-day.js';
import { mostSeriousTrialClass } from '../readings.js';
import { type Lacking, type LawContext, type Rules } from '../rule.js';
import { conditionalCautionGuidance, crimeAndDisorder, localPolicy, penaltyMaxima } from '../sources.js';
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
} as const satisfies Rules;
