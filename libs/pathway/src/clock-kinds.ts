/**
 * Waiting clocks: each belongs to a state or a region of the machine, is started by its entry and stopped by its exit, and so
 * runs exactly while the case waits there. How long each lasts is a policy row of the law library under the same name.
 * `panel` counts from the first receipt when it is started for the first time and from the day of the event when it is started again.
 */
export const waitingClocks = [
  'panel',
  'allocation',
  'eligibilityCheck',
  'resend',
  'assessment',
  'escalationReview',
  'delivery',
  'policeDecision',
  'departureChallenge',
  'cpsDecision',
  'planAgreement',
  'intervention',
  'nonComplianceDecision',
  'sergeantDecision',
  'crimeOutcome',
  'charge',
  'reconsideration',
] as const;

/**
 * Duties: started by one event and ended by another, beside any state; some outlive the closing. Starting one again supersedes the
 * run before. `victimTold` is one row for each victim.
 */
export const duties = [
  'policeFile',
  'firstAppointment',
  'agencyInformation',
  'assessmentReview',
  'victimTold',
  'victimReviewWindow',
  'victimReviewAnswer',
  'crimeRecord',
  'handOff',
  'accuracyDispute',
  'followUp',
] as const;

/**
 * Dates that come by themselves and are only watched: nobody fulfils them. Started and ended like a duty; each has a row only where
 * the facts give it a day. `retention` alone runs when a case is closed.
 */
export const watchedDates = [
  'chargingLimit',
  'eighteenthBirthday',
  'bailEnd',
  'releaseReview',
  'courtDate',
  'yccEnd',
  'retention',
] as const;

export type WaitingClock = (typeof waitingClocks)[number];
export type Duty = (typeof duties)[number];
export type WatchedDate = (typeof watchedDates)[number];
export type ClockKind = WaitingClock | Duty | WatchedDate;
