import { type Moment } from '#law';
import { type CaseEventType } from './events/case-event.js';
import { type State } from './states.js';

/** The moment at which an event asks the law: from it follows whether *unknown* stands in the way. Every other event decides. */
const moments: { readonly [T in CaseEventType]?: Moment } = {
  assessmentCountersigned: 'listing',
  caseListed: 'listing',
  escalationDecided: 'confirming',
  policeDecisionConfirmed: 'confirming',
  policeDecisionDeparted: 'confirming',
  departureStands: 'confirming',
  decisionTakenAfresh: 'confirming',
  diversionOffered: 'confirming',
  outcomeAgreedAtClinic: 'confirming',
  planAgreed: 'planning',
  conditionsVaried: 'recording',
  disposalGiven: 'giving',
  // What is awaited before anything is given is awaited before a case is ended for good.
  nfaConfirmed: 'giving',
  prosecutionDecided: 'charging',
  chargeRecorded: 'charging',
  limitPassed: 'charging',
  crimeOutcomeRecorded: 'recording',
  victimReviewRequested: 'recording',
};

/** Where a recommendation waits for whoever decides: what leads there has confirmed nothing yet. */
const recommended: readonly State[] = ['awaitingPoliceDecision', 'awaitingClinic'];

/** By the event, and by where its branch leads: the same word of a sergeant is a decision or a recommendation. */
export function momentOf(type: CaseEventType, next: State): Moment {
  const moment = moments[type] ?? 'deciding';
  return moment === 'confirming' && recommended.includes(next) ? 'deciding' : moment;
}
