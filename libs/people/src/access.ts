import { type Role } from './roles.js';

const referrers = ['referringSupervisor', 'courtLiaison'] as const;
const service = ['dutyManager', 'practitioner', 'teamManager', 'headOfService', 'coordinator', 'chair'] as const;
const seconded = ['policeDecisionMaker', 'youthJusticeSergeant', 'inspector', 'deliveryOfficer'] as const;
const caseworkers = [...referrers, ...service, ...seconded, 'panelMember', 'prosecutor'] as const;
const sitting = [
  'chair',
  'panelMember',
  'policeDecisionMaker',
  'youthJusticeSergeant',
  'inspector',
  'teamManager',
  'headOfService',
  'dutyManager',
  'practitioner',
  'victimOfficer',
] as const;
const deciders = ['policeDecisionMaker', 'prosecutor'] as const;
const chargers = ['referringSupervisor', 'prosecutor', 'courtLiaison'] as const;
const reviewers = ['youthJusticeSergeant', 'inspector'] as const;
const people = [...caseworkers, 'victimOfficer'] as const;
const figures = ['performanceOfficer', 'boardMember', 'headOfService', 'teamManager', 'scrutinyLead'] as const;

/**
 * Who may do what: the one table, asked by pages, endpoints and commands alike. A role is necessary and never enough: rooms decide
 * which files somebody sees, and the pathway and the law what is possible. Who sits in a meeting, who wrote an assessment and whose
 * team referred a child is looked at by the command, for it stands in the file.
 */
const table = {
  // Referring
  recordReferral: referrers,
  recordPoliceFile: referrers,
  policeFileReceived: referrers,
  keepDraft: people,
  referralResent: referrers,
  // Moving a case
  caseAllocated: ['dutyManager'],
  referralReturned: ['dutyManager'],
  divertedAtTriage: ['dutyManager'],
  assessmentCompleted: ['practitioner'],
  assessmentNotPossible: ['practitioner'],
  assessmentCountersigned: ['teamManager'],
  assessmentSentBack: ['teamManager'],
  caseListed: ['coordinator'],
  caseUnlisted: ['coordinator'],
  panelOpened: ['chair'],
  panelAdjourned: ['chair'],
  memberLeft: ['chair'],
  viewRecorded: sitting,
  conflictDeclared: [...sitting, 'coordinator'],
  panelDecisionRecorded: ['chair'],
  consensusNotReached: ['chair'],
  escalationDecided: reviewers,
  escalationReturned: reviewers,
  policeDecisionConfirmed: ['policeDecisionMaker'],
  policeDecisionDeparted: ['policeDecisionMaker'],
  departureStands: ['chair', 'policeDecisionMaker'],
  departureChallenged: ['chair'],
  cpsAuthorityRequested: ['policeDecisionMaker'],
  cpsAuthorised: ['prosecutor'],
  cpsRefused: ['prosecutor'],
  cpsReturned: ['prosecutor'],
  planAgreed: ['practitioner'],
  planChangeRequested: ['practitioner'],
  planDeclined: ['practitioner'],
  deliveryArranged: ['deliveryOfficer'],
  deliveryPostponed: ['deliveryOfficer'],
  disposalGiven: ['deliveryOfficer'],
  admissionNotConfirmed: ['deliveryOfficer'],
  consentNotGiven: ['deliveryOfficer'],
  decisionReopened: ['policeDecisionMaker'],
  interventionCompleted: ['practitioner'],
  activityNotCompleted: ['practitioner'],
  conditionsVaried: ['policeDecisionMaker'],
  nonComplianceReported: ['practitioner'],
  yccWithdrawn: ['practitioner'],
  reasonableExcuseFound: deciders,
  notInPublicInterest: deciders,
  limitPassed: deciders,
  prosecutionDecided: deciders,
  nfaConfirmed: ['referringSupervisor'],
  nfaDeclined: ['referringSupervisor'],
  chargeRecorded: chargers,
  chargeDeclined: chargers,
  returnedForOutOfCourt: chargers,
  crimeOutcomeRecorded: ['referringSupervisor'],
  caseRelisted: ['policeDecisionMaker'],
  decisionTakenAfresh: ['policeDecisionMaker'],
  caseWithdrawn: ['referringSupervisor'],
  caseReopened: ['policeDecisionMaker'],
  outcomeSetAside: ['policeDecisionMaker'],
  // Moves of other pathways
  diversionOffered: ['policeDecisionMaker'],
  diversionNotOffered: ['policeDecisionMaker'],
  victimNeedsRecorded: ['victimOfficer', 'coordinator'],
  outcomeAgreedAtClinic: ['policeDecisionMaker'],
  outcomeNotAgreedAtClinic: ['policeDecisionMaker'],
  referredForPanel: ['policeDecisionMaker'],
  // Facts that are told
  factRecorded: [...people, 'facilitator'],
  firstAppointmentHeld: ['practitioner'],
  assessmentReviewed: ['practitioner', 'teamManager'],
  admissionRecorded: ['referringSupervisor', 'policeDecisionMaker', 'deliveryOfficer'],
  admissionWithdrawn: ['practitioner', 'referringSupervisor', 'policeDecisionMaker', 'deliveryOfficer'],
  offencesChanged: ['referringSupervisor', 'policeDecisionMaker'],
  nrmReferred: ['practitioner', 'dutyManager', 'referringSupervisor', 'policeDecisionMaker'],
  nrmDecided: ['practitioner', 'dutyManager', 'referringSupervisor', 'policeDecisionMaker'],
  turnedEighteen: ['practitioner', 'dutyManager', 'machine'],
  childMissing: ['practitioner', 'dutyManager', 'referringSupervisor'],
  childFound: ['practitioner', 'dutyManager', 'referringSupervisor'],
  childDied: ['practitioner', 'dutyManager', 'teamManager', 'headOfService'],
  adviceGiven: ['practitioner', 'deliveryOfficer', 'referringSupervisor'],
  representationReceived: ['practitioner', 'dutyManager', 'coordinator', 'policeDecisionMaker'],
  interpreterNeeded: ['practitioner', 'dutyManager', 'deliveryOfficer', 'referringSupervisor'],
  safeContactChanged: ['practitioner', 'dutyManager', 'referringSupervisor'],
  factDisputed: ['practitioner', 'dutyManager', 'teamManager'],
  factCorrected: ['practitioner', 'dutyManager', 'teamManager', 'referringSupervisor', 'policeDecisionMaker'],
  disputeAnswered: ['teamManager', 'dutyManager', 'policeDecisionMaker'],
  bailChanged: ['referringSupervisor', 'policeDecisionMaker'],
  courtDateSet: ['referringSupervisor', 'courtLiaison', 'policeDecisionMaker'],
  agencyInformationRequested: ['practitioner', 'coordinator'],
  agencyInformationReceived: ['practitioner', 'coordinator'],
  handedOff: ['practitioner', 'dutyManager', 'teamManager'],
  handOffAccepted: ['practitioner', 'dutyManager', 'teamManager'],
  caseTransferred: ['dutyManager', 'teamManager', 'headOfService'],
  handOverCases: ['dutyManager', 'teamManager', 'headOfService'],
  followUpRecorded: ['practitioner', 'performanceOfficer', 'headOfService'],
  causeOfLatenessRecorded: [...referrers, ...service, ...seconded, 'prosecutor'],
  referralsMerged: ['dutyManager'],
  referralsUnmerged: ['dutyManager'],
  victimUpdated: ['victimOfficer'],
  victimInformed: ['victimOfficer'],
  victimReviewRequested: ['victimOfficer'],
  victimReviewAnswered: ['policeDecisionMaker', 'inspector'],
  victimReviewWindowClosed: ['victimOfficer', 'machine'],
  // Files and papers
  seeCase: caseworkers,
  seeCaseload: caseworkers,
  seeDocuments: caseworkers,
  addDocument: caseworkers,
  documentRecorded: caseworkers,
  seeInbox: [...people, 'scrutinyLead', 'scrutinyMember'],
  seeVictims: ['victimOfficer'],
  changeVictim: ['victimOfficer'],
  seeChild: [...referrers, ...service, ...seconded],
  confirmIdentity: ['referringSupervisor', 'practitioner', 'dutyManager'],
  mergeChildren: ['dutyManager', 'teamManager'],
  askWhatIf: [...caseworkers, 'performanceOfficer', 'administrator'],
  // Meetings
  openMeeting: ['coordinator'],
  seeMeeting: [...sitting, 'coordinator'],
  // Scrutiny and figures
  drawSample: ['scrutinyLead'],
  seeDraw: ['scrutinyLead', 'scrutinyMember', 'auditor'],
  ratePack: ['scrutinyLead', 'scrutinyMember'],
  publishFinding: ['scrutinyLead'],
  seeFigures: figures,
  // The house
  seePeople: [
    ...people,
    'facilitator',
    'scrutinyLead',
    'scrutinyMember',
    'performanceOfficer',
    'boardMember',
    'administrator',
    'auditor',
  ],
  changePeople: ['administrator'],
  changeCalendar: ['administrator'],
  changePolicy: ['administrator'],
  rehearsePathway: ['administrator', 'headOfService'],
  moveClock: ['administrator'],
  seeAccessLog: ['auditor'],
  exportLedger: ['auditor'],
  seeCheckpoint: ['auditor', 'scrutinyLead', 'scrutinyMember'],
  // What jobs do: a machine never moves a case towards an outcome
  raiseAlert: ['machine'],
  keepCheckpoint: ['machine'],
  revealDraw: ['machine'],
  recountClocks: ['machine'],
  eraseExpired: ['machine'],
} as const satisfies { readonly [action: string]: readonly Role[] };

export type Action = keyof typeof table;

export const actions = Object.keys(table) as readonly Action[];

/** Whether any role of the asker may do this. */
export function may(asker: { readonly roles: readonly string[] }, action: Action): boolean {
  const allowed: readonly string[] = table[action];
  return asker.roles.some((role) => allowed.includes(role));
}

export const isAction = (text: string): text is Action => Object.hasOwn(table, text);
