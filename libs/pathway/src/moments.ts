import { type Moment } from '#law';
import { type CaseEventType } from './events/case-event.js';

/** The moment at which an event asks the law: from it follows whether *unknown* stands in the way. Every other event decides. */
const moments: { readonly [T in CaseEventType]?: Moment } = {
  assessmentCountersigned: 'listing',
  caseListed: 'listing',
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

export const momentOf = (type: CaseEventType): Moment => moments[type] ?? 'deciding';
