import { type Events, does, end, on, but, record, start, stays, where } from '../branches.js';
import { victimReview } from '../gates.js';

/** Heard wherever the victim may still be told or may ask, closed cases included. */
const victims = {
  victimUpdated: stays,
  victimReviewRequested: {
    ...on(['nfa'], victimReview),
    ...does(end('victimReviewWindow'), start('victimReviewAnswer')),
  },
  victimReviewAnswered: does(end('victimReviewAnswer')),
  victimReviewWindowClosed: does(end('victimReviewWindow')),
};
const accuracy = {
  factDisputed: does(start('accuracyDispute')),
  factCorrected: does(end('accuracyDispute')),
  disputeAnswered: does(end('accuracyDispute')),
};
const papers = { representationReceived: stays, documentRecorded: stays };
const lateness = { causeOfLatenessRecorded: stays };

/** The victim's right to ask for a review begins when they are told of a decision to take no further action. */
const toldOfDecision = [
  { ...on(['nfa']), ...does(end('victimTold'), start('victimReviewWindow')) },
  { ...on(but('nfa')), ...does(end('victimTold')) },
];

/** Heard from every open state. */
const everywhere = {
  ...victims,
  ...accuracy,
  ...papers,
  ...lateness,
  factRecorded: stays,
  policeFileReceived: does(end('policeFile')),
  firstAppointmentHeld: does(end('firstAppointment')),
  assessmentReviewed: does(start('assessmentReview')),
  admissionRecorded: stays,
  nrmDecided: stays,
  childMissing: stays,
  childFound: stays,
  adviceGiven: stays,
  interpreterNeeded: stays,
  safeContactChanged: stays,
  viewRecorded: stays,
  conflictDeclared: stays,
  bailChanged: does(start('bailEnd'), start('releaseReview')),
  courtDateSet: does(start('courtDate')),
  agencyInformationRequested: does(start('agencyInformation')),
  agencyInformationReceived: does(end('agencyInformation')),
  handedOff: does(start('handOff')),
  handOffAccepted: does(end('handOff')),
  caseTransferred: stays,
  followUpRecorded: does(end('followUp')),
  referralsMerged: { ...where({ isAbsorbed: false }), actions: [record] },
  referralsUnmerged: { ...where({ isAbsorbed: false }), actions: [record] },
};

/** Four facts move a case where an outcome is being carried out; everywhere else they stay. */
export const standing: Events = {
  offencesChanged: stays,
  nrmReferred: stays,
  admissionWithdrawn: stays,
  turnedEighteen: does(end('eighteenthBirthday')),
};

/** While the case is under way the victim is told of what was decided; no right of review begins yet. */
export const factsUnderWay: Events = { ...everywhere, victimInformed: does(end('victimTold')) };

export const factsBeforeCrimeOutcome: Events = { ...everywhere, ...standing, victimInformed: toldOfDecision };

/** A closed case is not deaf: the victim, disputes of accuracy and hand-offs go on. */
export const factsWhenClosed: Events = {
  ...victims,
  ...accuracy,
  ...papers,
  ...lateness,
  victimInformed: toldOfDecision,
  handOffAccepted: does(end('handOff')),
  followUpRecorded: does(end('followUp')),
};
