import { type Action, actions, isAction, may } from './access.js';
import matrix from './access-matrix.json' with { type: 'json' };
import { type Role, roles } from './roles.js';

const checkedIn: { readonly [role in Role]: readonly string[] } = matrix;
const by = (action: Action): readonly string[] => roles.filter((role) => may({ roles: [role] }, action));

describe('the access table, cell by cell against access-matrix.json', () => {
  it.each(roles)('%s', (role) => {
    const cells = actions.map((action) => `${action}: ${may({ roles: [role] }, action)}`);
    expect(cells).toEqual(actions.map((action) => `${action}: ${checkedIn[role].includes(action)}`));
  });

  it('names no action that the table does not have', () => {
    expect([...new Set(Object.values(matrix).flat())].filter((action) => !isAction(action))).toEqual([]);
  });
});

describe('who moves a case, as the contract says', () => {
  it.each([
    ['caseAllocated referralReturned divertedAtTriage', 'dutyManager'],
    ['assessmentCompleted assessmentNotPossible', 'practitioner'],
    ['assessmentCountersigned assessmentSentBack', 'teamManager'],
    ['caseListed caseUnlisted openMeeting', 'coordinator'],
    ['panelOpened panelAdjourned panelDecisionRecorded consensusNotReached departureChallenged', 'chair'],
    ['escalationDecided escalationReturned', 'youthJusticeSergeant inspector'],
    [
      'policeDecisionConfirmed policeDecisionDeparted cpsAuthorityRequested decisionReopened conditionsVaried caseRelisted decisionTakenAfresh',
      'policeDecisionMaker',
    ],
    ['departureStands', 'chair policeDecisionMaker'],
    ['cpsAuthorised cpsRefused cpsReturned', 'prosecutor'],
    [
      'planAgreed planChangeRequested planDeclined interventionCompleted activityNotCompleted nonComplianceReported yccWithdrawn',
      'practitioner',
    ],
    ['deliveryArranged deliveryPostponed disposalGiven admissionNotConfirmed consentNotGiven', 'deliveryOfficer'],
    ['reasonableExcuseFound notInPublicInterest limitPassed prosecutionDecided', 'policeDecisionMaker prosecutor'],
    ['nfaConfirmed nfaDeclined crimeOutcomeRecorded caseWithdrawn', 'referringSupervisor'],
    ['chargeRecorded chargeDeclined returnedForOutOfCourt', 'referringSupervisor courtLiaison prosecutor'],
    ['caseReopened outcomeSetAside', 'policeDecisionMaker'],
    // A court's own referral comes back to the court: nobody else is in that team.
    ['recordReferral referralResent', 'referringSupervisor courtLiaison'],
    ['victimInformed victimUpdated seeVictims changeVictim', 'victimOfficer'],
    ['seeAccessLog exportLedger', 'auditor'],
    ['changePeople changeCalendar moveClock', 'administrator'],
    ['drawSample', 'scrutinyLead'],
  ])('%s: %s', (events, expected) => {
    for (const action of events.split(' ')) expect([action, by(action as Action)]).toEqual([action, expected.split(' ')]);
  });
});

describe('walls of the table', () => {
  const everybodyElse = (allowed: readonly Role[]) => roles.filter((role) => !allowed.includes(role));

  it('lets a machine move nothing towards an outcome', () => {
    expect(checkedIn.machine).toEqual([
      'eraseExpired',
      'keepCheckpoint',
      'raiseAlert',
      'recountClocks',
      'revealDraw',
      'turnedEighteen',
      'victimReviewWindowClosed',
    ]);
  });

  it.each([
    'scrutinyLead',
    'scrutinyMember',
    'performanceOfficer',
    'boardMember',
    'administrator',
    'auditor',
    'facilitator',
    'victimOfficer',
  ] as const)('%s sees no case and no document', (role) => {
    for (const action of ['seeCase', 'seeCaseload', 'seeDocuments', 'seeChild'] as const)
      expect(may({ roles: [role] }, action)).toBe(false);
  });

  it('shows victims to victim officers alone', () => {
    for (const role of everybodyElse(['victimOfficer'])) expect(may({ roles: [role] }, 'seeVictims')).toBe(false);
  });

  it('adds what several roles may, and gives nothing to none', () => {
    expect(may({ roles: ['chair', 'coordinator'] }, 'caseListed')).toBe(true);
    expect(may({ roles: [] }, 'seeCase')).toBe(false);
    expect(may({ roles: ['king'] }, 'seeCase')).toBe(false);
  });
});
