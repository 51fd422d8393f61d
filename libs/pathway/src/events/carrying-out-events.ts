import { type CalendarDay, type Instant } from '#calendar';
import { type AdultFact, type ConditionFact, type Disposal, type Facts } from '#law';
import { type DocumentId, type PersonId, type Reasoned } from './deciding-events.js';

/** What the police do with a recommendation, and how an outcome is agreed and given. Codes, ids and days only. */
export type CarryingOutEvent =
  /** The police decide finally, with child and adult there: it cannot be said without them, and it is no admission and no consent. */
  | {
      readonly type: 'outcomeAgreedAtClinic';
      readonly by: PersonId;
      readonly isAuthorised: boolean;
      readonly isChildPresent: true;
      readonly isAdultPresent: true;
    }
  | ({ readonly type: 'outcomeNotAgreedAtClinic' } & Reasoned)
  | { readonly type: 'policeDecisionConfirmed'; readonly by: PersonId; readonly isAuthorised: boolean }
  | ({
      readonly type: 'policeDecisionDeparted';
      readonly by: PersonId;
      readonly isAuthorised: boolean;
      readonly outcome: Disposal;
    } & Reasoned)
  | { readonly type: 'departureStands' }
  | ({ readonly type: 'departureChallenged' } & Reasoned)
  | { readonly type: 'cpsAuthorityRequested'; readonly childInformationForm: DocumentId }
  | { readonly type: 'cpsAuthorised'; readonly reference: string; readonly authorityFor: Disposal; readonly at: Instant }
  | ({ readonly type: 'cpsRefused' } & Reasoned)
  | ({ readonly type: 'cpsReturned' } & Reasoned)
  | {
      readonly type: 'planAgreed';
      readonly document: DocumentId;
      readonly endsOn: CalendarDay;
      readonly startsOn?: CalendarDay;
      readonly conditions?: readonly ConditionFact[];
    }
  | { readonly type: 'planChangeRequested'; readonly changeRecorded: true }
  | { readonly type: 'planDeclined' }
  | { readonly type: 'deliveryArranged'; readonly at: Instant; readonly on: CalendarDay; readonly place: string }
  | { readonly type: 'deliveryPostponed'; readonly cause: string; readonly whose: string }
  /** Each safeguard as it was asked at this meeting: nothing is taken over from before. */
  | {
      readonly type: 'disposalGiven';
      readonly admissionHeard: boolean;
      readonly effectExplained: NonNullable<Facts['effectExplained']>;
      readonly understandingRecorded: boolean;
      readonly adult: AdultFact;
      readonly adviceAnswer: string;
      readonly consentGiven?: boolean;
      readonly signedDocument?: DocumentId;
      /** When the paper that was explained was put on record, where it is one of the case. */
      readonly explanationWrittenOn?: CalendarDay;
    }
  | { readonly type: 'admissionNotConfirmed' }
  | { readonly type: 'consentNotGiven' }
  | ({ readonly type: 'decisionReopened' } & Reasoned);
