import { addMonths, ageOn, type CalendarDay } from '#calendar';
import { type Facts, type OffenceFact } from './facts.js';
import { domesticVictims, triableOf } from './readings.js';
import { type Lacking } from './rule.js';
import table from './tables/charging-limits.json' with { type: 'json' };

/** `on` is the last day in time; null where the offence has no limit, undefined where it is not known whether it has one. */
export type ChargingLimit = {
  readonly on: CalendarDay | null | undefined;
  readonly why: 'stated' | 'summaryOnly' | 'domesticCommonAssault' | 'shopTheft' | 'notSummaryOnly' | 'notKnown';
  /** A longer special limit is believed to exist for this offence; it counts once somebody states it. */
  readonly mayBeLonger: boolean;
};

const { summaryOnly, domesticCommonAssault, shopTheft, courseOfConduct, believedLonger } = table;
const earlier = (a: CalendarDay, b: CalendarDay): CalendarDay => (a < b ? a : b);

/** s.39A CJA 1988: two years from the offence and six months from the first statement, both people 16 or over. */
function domesticLimit(fact: OffenceFact, facts: Facts): CalendarDay | undefined {
  if (!domesticCommonAssault.codes.includes(fact.code) || facts.bornOn === undefined) return undefined;
  if (ageOn(facts.bornOn, fact.on) < domesticCommonAssault.minimumAge) return undefined;
  const statements = domesticVictims(facts).flatMap((victim) =>
    victim.isSixteenOrOver === true && victim.firstStatementOn !== undefined ? [victim.firstStatementOn] : [],
  );
  const [first] = statements.sort();
  if (first === undefined) return undefined;
  return earlier(
    addMonths(fact.on, domesticCommonAssault.monthsFromOffence),
    addMonths(first, domesticCommonAssault.monthsFromStatement),
  );
}

/** The last day on which one offence can be charged. A date that the police file states goes first: special limits exist. */
export function chargingLimit(fact: OffenceFact, facts: Facts): ChargingLimit {
  const mayBeLonger = believedLonger.codes.includes(fact.code);
  if (shopTheft.codes.includes(fact.code) && fact.limitOn === undefined)
    return { on: null, why: 'shopTheft', mayBeLonger: false };
  const triable = triableOf(fact);
  const domestic = triable === 'summary' ? domesticLimit(fact, facts) : undefined;
  if (domestic !== undefined && (fact.limitOn === undefined || fact.limitOn === domestic))
    return { on: domestic, why: 'domesticCommonAssault', mayBeLonger };
  const lastAct = courseOfConduct.codes.some((code) => fact.code.startsWith(code)) ? (fact.until ?? fact.on) : fact.on;
  const ordinary = addMonths(lastAct, summaryOnly.months);
  if (fact.limitOn !== undefined && (triable !== 'summary' || fact.limitOn !== ordinary))
    return { on: fact.limitOn, why: 'stated', mayBeLonger };
  if (triable === undefined) return { on: undefined, why: 'notKnown', mayBeLonger };
  return triable === 'summary'
    ? { on: ordinary, why: 'summaryOnly', mayBeLonger }
    : { on: null, why: 'notSummaryOnly', mayBeLonger };
}

/** The earliest charging limit of the case: a day, null where no offence has one, undefined while it is not known. */
export function earliestLimit(facts: Facts): CalendarDay | null | undefined {
  if (facts.offences === undefined) return undefined;
  const limits = facts.offences.map((fact) => chargingLimit(fact, facts).on);
  if (limits.includes(undefined)) return undefined;
  return limits.filter((limit) => typeof limit === 'string').sort()[0] ?? null;
}

/** Whether a charging limit runs at all; what it lacks is the mode of trial. */
export function hasChargingLimit(facts: Facts): boolean | Lacking {
  const limit = earliestLimit(facts);
  return limit === undefined ? { lacks: 'triable' } : limit !== null;
}
