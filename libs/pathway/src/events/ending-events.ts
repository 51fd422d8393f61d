import { type CalendarDay } from '#calendar';
import { type ConditionFact, type Disposal } from '#law';
import { type DocumentId, type PersonId, type Reasoned } from './deciding-events.js';

/** What happens during an intervention, at the charge, and until a case is closed or opened again. Codes, ids and days only. */
export type EndingEvent =
  | { readonly type: 'interventionCompleted'; readonly exitPlan: DocumentId; readonly feedbackAsked: boolean }
  | ({ readonly type: 'activityNotCompleted' } & Reasoned)
  | {
      readonly type: 'conditionsVaried';
      readonly conditions: readonly ConditionFact[];
      readonly consentGiven: boolean;
      readonly endsOn?: CalendarDay;
    }
  | { readonly type: 'nonComplianceReported'; readonly isChildHeard: boolean }
  | { readonly type: 'yccWithdrawn' }
  | ({ readonly type: 'reasonableExcuseFound' } & Reasoned)
  | ({ readonly type: 'notInPublicInterest' } & Reasoned)
  | ({ readonly type: 'limitPassed' } & Reasoned)
  | ({ readonly type: 'prosecutionDecided'; readonly by: PersonId } & Reasoned)
  | { readonly type: 'nfaConfirmed' }
  | ({ readonly type: 'nfaDeclined' } & Reasoned)
  | { readonly type: 'chargeRecorded'; readonly chargedOn: CalendarDay }
  | ({ readonly type: 'chargeDeclined' } & Reasoned)
  | ({ readonly type: 'returnedForOutOfCourt' } & Reasoned)
  | { readonly type: 'crimeOutcomeRecorded'; readonly outcomeNumber: string; readonly pnc: 'recorded' | 'notDue' }
  | ({ readonly type: 'caseRelisted' } & Reasoned)
  | ({
      readonly type: 'decisionTakenAfresh';
      readonly outcome: Disposal;
      readonly by: PersonId;
      readonly isAuthorised: boolean;
    } & Reasoned)
  /** A panel is to decide: it does so on a case of its own, and this one ends. */
  | ({ readonly type: 'referredForPanel' } & Reasoned)
  | ({ readonly type: 'caseWithdrawn' } & Reasoned)
  | ({ readonly type: 'caseReopened' } & Reasoned)
  | ({ readonly type: 'outcomeSetAside' } & Reasoned);
