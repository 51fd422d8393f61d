import { type Attendee } from '../facts.js';
import { ask, type Changes, judged } from '../ordinary-case.js';

const police: Attendee = { person: 'police', role: 'policeDecisionMaker', isPoliceDecider: true };
const manager: Attendee = { person: 'manager', role: 'teamManager', isYouthJustice: true };
const assessor: Attendee = { person: 'assessor', role: 'practitioner', isYouthJustice: true, isAssessor: true };
const neighbour: Attendee = { person: 'neighbour', role: 'panelMember', isCommunity: true };
const panel = (present: readonly Attendee[], conflicts: readonly string[] = [], hasVictimInput = true): Changes => ({
  panel: { present, conflicts, hasVictimInput, isOpen: true },
});

describe('the panel', () => {
  it('local policy (policeFileIsThere): no case is listed without the police file', () => {
    expect(ask('policeFileIsThere')).toBe('met');
    expect(ask('policeFileIsThere', { policeFile: false })).toBe('notMet');
    expect(ask('policeFileIsThere', { policeFile: undefined })).toBe('unknown');
  });

  it('quorum (policeDeciderIsPresent): one police decision maker who is in no conflict', () => {
    expect(ask('policeDeciderIsPresent', panel([police, manager]))).toBe('met');
    expect(ask('policeDeciderIsPresent', panel([manager]))).toBe('notMet');
    expect(ask('policeDeciderIsPresent', panel([police, manager], ['police']))).toBe('notMet');
    expect(ask('policeDeciderIsPresent')).toBe('unknown');
  });

  it('quorum (youthJusticeVoiceIsPresent): the case’s own assessor is not the only voice of the service', () => {
    expect(ask('youthJusticeVoiceIsPresent', panel([police, manager]))).toBe('met');
    expect(ask('youthJusticeVoiceIsPresent', panel([police, assessor]))).toBe('notMet');
    expect(ask('youthJusticeVoiceIsPresent', panel([police, assessor, manager]))).toBe('met');
    expect(ask('youthJusticeVoiceIsPresent', panel([police, manager], ['manager']))).toBe('notMet');
    expect(ask('youthJusticeVoiceIsPresent')).toBe('unknown');
  });

  it('Swansea Bureau (communityMemberIsPresent): a panel of the Bureau has its community member, who is in no conflict', () => {
    expect(ask('communityMemberIsPresent', panel([police, manager, neighbour]))).toBe('met');
    expect(ask('communityMemberIsPresent', panel([police, manager]))).toBe('notMet');
    expect(ask('communityMemberIsPresent', panel([police, manager, neighbour], ['neighbour']))).toBe('notMet');
    expect(ask('communityMemberIsPresent')).toBe('unknown');
  });

  it('quorum (victimInputIsRecorded): the victim officer’s information is there where there is a victim', () => {
    expect(ask('victimInputIsRecorded', panel([police], [], true))).toBe('met');
    expect(ask('victimInputIsRecorded', panel([police], [], false))).toBe('notMet');
    expect(ask('victimInputIsRecorded', { ...panel([police], [], false), victimCount: 0 })).toBe('doesNotApply');
    expect(ask('victimInputIsRecorded', { ...panel([police]), victimCount: undefined })).toBe('unknown');
  });

  it('conflicts (nobodyPresentHasConflict): who declared one, arrested or investigated is not present', () => {
    expect(ask('nobodyPresentHasConflict', panel([police, manager]))).toBe('met');
    expect(ask('nobodyPresentHasConflict', panel([police, manager], ['manager']))).toBe('notMet');
    expect(ask('nobodyPresentHasConflict', panel([police, manager], ['somebody else']))).toBe('met');
    expect(ask('nobodyPresentHasConflict', { ...panel([police]), arrestingOfficer: 'police' })).toBe('notMet');
    expect(ask('nobodyPresentHasConflict', { ...panel([police]), investigator: 'police' })).toBe('notMet');
    expect(ask('nobodyPresentHasConflict')).toBe('unknown');
  });

  it('situation 10 (deciderDidNotArrest): the officer who arrested is not the only decision maker', () => {
    const policeDecision = { by: 'police', on: '2026-12-01', isAuthorised: true };
    expect(ask('deciderDidNotArrest', { policeDecision })).toBe('met');
    expect(ask('deciderDidNotArrest', { policeDecision, arrestingOfficer: 'police' })).toBe('notMet');
    expect(ask('deciderDidNotArrest', { policeDecision, investigator: 'police' })).toBe('notMet');
    expect(ask('deciderDidNotArrest')).toBe('unknown');
  });

  it('local policy (countersignerIsNotAuthor): nobody countersigns their own assessment', () => {
    expect(ask('countersignerIsNotAuthor', { assessmentAuthor: 'assessor', countersigner: 'manager' })).toBe('met');
    expect(ask('countersignerIsNotAuthor', { assessmentAuthor: 'manager', countersigner: 'manager' })).toBe('notMet');
    expect(ask('countersignerIsNotAuthor', { countersigner: 'manager' })).toBe('unknown');
  });

  it('situation 37 (escalationDeciderDidNotSit): the sergeant who sat does not review', () => {
    const escalation = { decider: 'sergeant', rank: 'sergeant' } as const;
    expect(ask('escalationDeciderDidNotSit', { ...panel([police]), escalation })).toBe('met');
    expect(ask('escalationDeciderDidNotSit', { ...panel([police]), escalation: { ...escalation, decider: 'police' } })).toBe(
      'notMet',
    );
    expect(ask('escalationDeciderDidNotSit', { escalation })).toBe('unknown');
  });

  it('Vale pack, situation 36 (escalationDeciderRanksHighEnough): a challenged departure goes to an inspector', () => {
    const rule = 'escalationDeciderRanksHighEnough';
    expect(ask(rule, { escalation: { decider: 'a', rank: 'sergeant' } })).toBe('met');
    expect(ask(rule, { escalation: { decider: 'a', rank: 'sergeant', isOfDeparture: true } })).toBe('notMet');
    expect(ask(rule, { escalation: { decider: 'a', rank: 'inspector', isOfDeparture: true } })).toBe('met');
    expect(ask(rule)).toBe('unknown');
  });

  it('HMIP standards, our reading (childsVoiceIsInAssessment): the child’s own words are a paper; blank is a finding', () => {
    const rule = 'childsVoiceIsInAssessment';
    expect(ask(rule, { voiceOfChild: true })).toBe('met');
    expect(judged(rule, { voiceOfParent: true })).toMatchObject({
      answer: 'unknown',
      missing: ['voiceOfChild'],
      help: 'record',
      blocks: false,
    });
  });

  it('HMIP standards, our reading (parentsVoiceIsInAssessment): the parents’ own words are a paper; blank is a finding', () => {
    const rule = 'parentsVoiceIsInAssessment';
    expect(ask(rule, { voiceOfParent: true })).toBe('met');
    expect(judged(rule, { voiceOfChild: true })).toMatchObject({
      answer: 'unknown',
      missing: ['voiceOfParent'],
      help: 'record',
      blocks: false,
    });
  });
});
