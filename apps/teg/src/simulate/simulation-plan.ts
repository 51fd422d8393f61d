import { addDays, addMonths, bankHolidays, type CalendarDay, daysBetween, type Instant, instantOfLondon, isWorkingDay } from '#calendar';
import { canonical, type Json, sha256hex } from '#proof';
import { type Dice, diceOf } from './dice.js';
import { type PlannedCase, plannedCase } from './planned-case.js';
import { referralsAYear } from './proportions.js';

export type PlanOrder = {
  readonly seed: string;
  readonly years: number;
  /** How many referrals in all; the published number a year where none is given. */
  readonly referrals?: number | undefined;
  readonly from?: CalendarDay | undefined;
};

/** A service's time, as far as chance decides it. The same seed gives the same plan, byte for byte. */
export type SimulationPlan = {
  readonly seed: string;
  readonly from: CalendarDay;
  /** The first day that is not part of it. */
  readonly until: CalendarDay;
  /** In the order in which they come in. */
  readonly cases: readonly PlannedCase[];
};

export const usualBeginning: CalendarDay = '2026-04-01';

/** What is due after the last day is counted with bank holidays too, so they must be known half a year further. */
export const isCovered = (from: CalendarDay, years: number): boolean => addMonths(from, 12 * years + 6) <= bankHolidays.covers.to;

export function simulationPlan({ seed, years, referrals, from = usualBeginning }: PlanOrder): SimulationPlan {
  const until = addMonths(from, 12 * years);
  const dice = diceOf(`${seed}/receipts`);
  const count = referrals ?? referralsAYear * years;
  const receipts = Array.from({ length: count }, () => receipt(from, until, dice)).sort();
  return { seed, from, until, cases: receipts.map((at, index) => plannedCase(seed, index + 1, at)) };
}

/** SHA-256 over the whole plan. */
export const planDigest = (plan: SimulationPlan): string => sha256hex(canonical(plan as unknown as Json));

/** Any day, but three of four on a working day; custody notices come in at all hours, the others in office hours. The last four weeks bring nothing new. */
function receipt(from: CalendarDay, until: CalendarDay, dice: Dice): Instant {
  for (;;) {
    const day = addDays(from, dice.whole(0, daysBetween(from, until) - 28));
    if (!isWorkingDay(bankHolidays, day) && dice.chance(0.6)) continue;
    const hour = isWorkingDay(bankHolidays, day) && dice.chance(0.75) ? dice.whole(8, 17) : dice.whole(9, 22);
    return instantOfLondon(day, `${String(hour).padStart(2, '0')}:${String(dice.whole(0, 59)).padStart(2, '0')}`);
  }
}
