import { ageOn, type Calendar, type CalendarDay, londonDay } from '#calendar';
import { chargingDecisionBy } from './charging-authority.js';
import { earliestLimit } from './charging-limit.js';
import { type Facts, type TrialClass } from './facts.js';
import { financialMaximum } from './financial-maximum.js';
import { assessmentDuty } from './duties.js';
import { deliveryDueOn, eighteenthBirthday, panelDueOn } from './giving-day.js';
import { firstOffenceOn, mostSeriousTrialClass } from './readings.js';

/** Ages at each point of a case and what follows from its offences. Undefined: there is no such day, or it is not known. */
export type Particulars = {
  readonly ageAtFirstOffence: number | undefined;
  readonly ageAtArrest: number | undefined;
  readonly ageAtReceipt: number | undefined;
  readonly ageAtPanelDue: number | undefined;
  readonly ageAtDeliveryDue: number | undefined;
  readonly ageAtFirstHearing: number | undefined;
  readonly eighteenthBirthday: CalendarDay | undefined;
  readonly mostSeriousTrialClass: TrialClass | undefined;
  readonly chargingDecisionBy: 'police' | 'CPS' | undefined;
  /** Pounds, of a conditional caution, at the age on the day the panel is due. */
  readonly financialMaximum: number | undefined;
  /** The charging limit ends before the panel is due: the panel is brought forward. The date is no reason to charge. */
  readonly isLimitBeforePanel: boolean;
  /** Whether the service may or must assess after a youth caution (CDA 1998 s.66ZB): earlier cautions of any force count, one set aside does not. */
  readonly assessmentAfterCaution: 'may' | 'must' | undefined;
};

/** The particulars of a case. A street resolution comes before no panel, so it has no due days and nobody decides on a charge. */
export function particularsOf(facts: Facts, calendar: Calendar): Particulars {
  const isPanelCase = facts.source !== 'STREET_CR_NOTICE';
  const ageAt = (day: CalendarDay | undefined) =>
    facts.bornOn === undefined || day === undefined ? undefined : ageOn(facts.bornOn, day);
  const triable = mostSeriousTrialClass(facts);
  const panelOn = isPanelCase ? panelDueOn(facts, { calendar }) : undefined;
  const limit = earliestLimit(facts) ?? undefined;
  const ageAtPanelDue = ageAt(panelOn);
  const maximum = triable === undefined || ageAtPanelDue === undefined ? null : financialMaximum(triable, ageAtPanelDue);
  return {
    ageAtFirstOffence: ageAt(firstOffenceOn(facts)),
    ageAtArrest: ageAt(facts.arrestedOn),
    ageAtReceipt: ageAt(facts.receivedAt === undefined ? undefined : londonDay(facts.receivedAt)),
    ageAtPanelDue,
    ageAtDeliveryDue: isPanelCase ? ageAt(deliveryDueOn(facts, { calendar })) : undefined,
    ageAtFirstHearing: ageAt(facts.court?.firstHearingOn),
    eighteenthBirthday: facts.bornOn === undefined ? undefined : eighteenthBirthday(facts.bornOn),
    mostSeriousTrialClass: triable,
    chargingDecisionBy: isPanelCase ? chargingDecisionBy(facts) : undefined,
    financialMaximum: maximum ?? undefined,
    isLimitBeforePanel: limit !== undefined && panelOn !== undefined && limit < panelOn,
    assessmentAfterCaution: assessmentDuty(facts),
  };
}
