import { type CalendarDay } from '#calendar';
import { type Attendee, type Disposal, type Facts } from '#law';

/** The reasons stand in a document; the event says only that they were recorded, and cannot be built without them. */
export type Reasoned = { readonly reasonsRecorded: true };
export type DocumentId = string;
export type PersonId = string;

/** What happens until an outcome is recommended. Codes, ids and days only. */
export type DecidingEvent =
  | { readonly type: 'caseAllocated'; readonly practitioner: PersonId }
  | ({ readonly type: 'referralReturned'; readonly missing: readonly string[] } & Reasoned)
  | { readonly type: 'referralResent' }
  | ({
      readonly type: 'divertedAtTriage';
      readonly to: string;
      readonly isCareExperienced: boolean;
      readonly screenedBy: PersonId;
    } & Reasoned)
  /** The police offer a child whom they find eligible a diversion in place of a panel: no outcome that goes on a criminal record. */
  | ({
      readonly type: 'diversionOffered';
      readonly outcome: Extract<Disposal, 'o22' | 'yrd'>;
      readonly by: PersonId;
      readonly isAuthorised: boolean;
    } & Reasoned)
  | ({ readonly type: 'diversionNotOffered' } & Reasoned)
  | { readonly type: 'assessmentCompleted'; readonly document: DocumentId; readonly author: PersonId }
  | ({
      readonly type: 'assessmentNotPossible';
      readonly attemptedOn: readonly CalendarDay[];
      readonly author: PersonId;
    } & Reasoned)
  | {
      readonly type: 'assessmentCountersigned';
      readonly by: PersonId;
      readonly judgements: readonly { readonly area: string; readonly isSufficient: boolean }[];
    }
  | ({ readonly type: 'assessmentSentBack' } & Reasoned)
  /** What the victim needs stands behind the victim's own wall. `isHeard` is false where nobody could be or wished to be heard. */
  | { readonly type: 'victimNeedsRecorded'; readonly isHeard: boolean }
  | { readonly type: 'caseListed'; readonly meeting: string }
  | ({ readonly type: 'caseUnlisted' } & Reasoned)
  | {
      readonly type: 'panelOpened';
      readonly present: readonly Attendee[];
      readonly hasVictimInput: boolean;
      readonly mode?: 'inPerson' | 'online' | 'mixed';
    }
  | ({ readonly type: 'panelAdjourned' } & Reasoned)
  | { readonly type: 'memberLeft'; readonly person: PersonId }
  | ({
      readonly type: 'panelDecisionRecorded';
      readonly outcome: Disposal;
      readonly decision: NonNullable<Facts['decision']>;
      readonly plan?: DocumentId;
    } & Reasoned)
  | ({
      readonly type: 'consensusNotReached';
      readonly positions: readonly { readonly role: string; readonly outcome: Disposal }[];
    } & Reasoned)
  | ({
      readonly type: 'escalationDecided';
      readonly outcome: Disposal;
      readonly decider: PersonId;
      readonly rank: 'sergeant' | 'inspector';
      /** False where the decider's word is still a recommendation to the police. */
      readonly hasPoliceAuthority: boolean;
    } & Reasoned)
  | ({ readonly type: 'escalationReturned' } & Reasoned);
