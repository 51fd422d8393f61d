import { type Instant } from '#calendar';
import { type Admission, type CauseOfLateness, type Disposal, type FactName, type Facts, type OffenceFact, type VictimFact } from '#law';
import { type DocumentId, type PersonId, type Reasoned } from './deciding-events.js';

/** One fact with its value, as a row of the law's fact table allows it. */
export type FactValue = { readonly [F in FactName]: { readonly fact: F; readonly value: NonNullable<Facts[F]> } }[FactName];

/** Which of the two referrals this one is. The surviving one keeps the earliest receipt; undone, each has its own again. */
export type Merger = { readonly part: 'absorbed' | 'surviving'; readonly other: string; readonly firstReceivedAt: Instant };

/** Facts of a case: they are heard from every open state and move nothing, except where a region of the machine says so. */
export type FactEvent =
  | ({ readonly type: 'factRecorded' } & FactValue)
  /** `learned` is the police file in the law's words. */
  | { readonly type: 'policeFileReceived'; readonly learned: Facts }
  | { readonly type: 'firstAppointmentHeld' }
  | { readonly type: 'assessmentReviewed'; readonly document: DocumentId }
  | { readonly type: 'admissionRecorded'; readonly admission: Admission }
  | { readonly type: 'admissionWithdrawn' }
  | { readonly type: 'offencesChanged'; readonly offences: readonly OffenceFact[] }
  | { readonly type: 'nrmReferred' }
  | { readonly type: 'nrmDecided'; readonly decision: string }
  | { readonly type: 'turnedEighteen' }
  | { readonly type: 'childMissing' }
  | { readonly type: 'childFound' }
  | { readonly type: 'childDied' }
  | { readonly type: 'adviceGiven' }
  | { readonly type: 'representationReceived'; readonly document: DocumentId }
  | { readonly type: 'victimUpdated'; readonly victim: VictimFact }
  | { readonly type: 'victimInformed'; readonly ref: string }
  | { readonly type: 'victimReviewRequested'; readonly ref: string }
  | ({ readonly type: 'victimReviewAnswered'; readonly ref: string; readonly isUpheld: boolean } & Reasoned)
  | { readonly type: 'victimReviewWindowClosed'; readonly ref: string }
  | { readonly type: 'interpreterNeeded'; readonly language: string }
  | { readonly type: 'safeContactChanged'; readonly document: DocumentId }
  | { readonly type: 'factDisputed'; readonly fact: FactName; readonly document: DocumentId }
  | ({ readonly type: 'factCorrected' } & FactValue)
  | ({ readonly type: 'disputeAnswered'; readonly fact: FactName } & Reasoned)
  | { readonly type: 'documentRecorded'; readonly kind: string; readonly document: DocumentId }
  | ({ readonly type: 'viewRecorded'; readonly person: PersonId; readonly outcome: Disposal } & Reasoned)
  | { readonly type: 'conflictDeclared'; readonly person: PersonId }
  | { readonly type: 'bailChanged'; readonly bail: NonNullable<Facts['bail']> }
  | { readonly type: 'courtDateSet'; readonly court: NonNullable<Facts['court']> }
  | { readonly type: 'agencyInformationRequested'; readonly agency: string }
  | { readonly type: 'agencyInformationReceived'; readonly agency: string }
  | { readonly type: 'handedOff'; readonly kind: string }
  | { readonly type: 'handOffAccepted'; readonly kind: string }
  | { readonly type: 'caseTransferred'; readonly to: string; readonly role: 'home' | 'caretaker' }
  | { readonly type: 'followUpRecorded'; readonly document: DocumentId }
  /** Why a clock ended late, said afterwards. `seq` is the event that ended it; what was said before stays on record. */
  | { readonly type: 'causeOfLatenessRecorded'; readonly clock: string; readonly seq: number; readonly cause: CauseOfLateness }
  | ({ readonly type: 'referralsMerged' } & Merger)
  | ({ readonly type: 'referralsUnmerged' } & Merger);
