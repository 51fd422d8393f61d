import { bankHolidays, type Instant, isWorkingDay, londonDay, nextWorkingDay } from '#calendar';
import { type Matter, type Step } from './matter.js';
import { deskAfter, deskAt } from './working-hours.js';

/** What follows from where a case stands now: the way of its outcome. */
export function followed(matter: Matter, now: Instant): readonly Step[] {
  const { plan, state, hasTold } = { ...matter, hasTold: matter.taken.has('victim') };
  const told: Step[] = plan.hasVictim && !hasTold && isDecided(state) ? [{ what: 'victim', at: deskAfter(now, 1) }] : [];
  if (told.length > 0) matter.taken.add('victim');
  return [...told, ...wayOf(matter, now)];
}

/** A victim is told of what stands, not of what is still to be confirmed. */
const isDecided = (state: string): boolean =>
  ['awaitingSergeantDecision', 'awaitingCharge', 'awaitingPlanAgreement', 'awaitingDelivery', 'inIntervention'].includes(state);

function wayOf({ plan, state, planEndsOn, given, isRecorded }: Matter, now: Instant): readonly Step[] {
  const record: Step[] = isRecorded ? [] : [{ what: 'record', at: deskAfter(now, 1) }];
  switch (state) {
    case 'awaitingPoliceDecision':
      // The police may confirm in the meeting, as the next event.
      return [{ what: 'police', at: now }];
    case 'awaitingCpsDecision':
      return [{ what: 'prosecutor', at: deskAfter(now, 3) }];
    case 'awaitingChallenge':
      return [{ what: 'departure', at: deskAfter(now, 3) }];
    case 'awaitingPlanAgreement':
      return [{ what: 'plan', at: deskAfter(now, plan.days.plan) }];
    case 'awaitingDelivery':
      return [{ what: 'arrangement', at: now }];
    case 'inIntervention':
      return [
        // What was given is recorded while the activity goes on; a diversion only once it is done.
        ...(given === null ? [] : record),
        { what: 'completion', at: deskAt(workingDay(planEndsOn ?? londonDay(now))) },
      ];
    case 'awaitingSergeantDecision':
      return [{ what: 'sergeant', at: deskAfter(now, plan.days.sergeant) }];
    case 'awaitingCharge':
      return [{ what: 'charge', at: deskAfter(now, plan.days.charge) }];
    case 'awaitingReconsideration':
      return [{ what: 'afresh', at: deskAfter(now, 1) }];
    case 'awaitingCrimeOutcome':
      return record;
    default:
      return [];
  }
}

const workingDay = (day: string): string => (isWorkingDay(bankHolidays, day) ? day : nextWorkingDay(bankHolidays, day));
