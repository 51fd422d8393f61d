import { ask, judged } from '../ordinary-case.js';

describe('what the police record', () => {
  it('Home Office outcome types (outcomeNumberFits): the number is one of the disposal’s', () => {
    const rule = 'outcomeNumberFits';
    const fits = (outcome: 'nfa' | 'o22' | 'yrd' | 'o23' | 'yc' | 'ycc' | 'court', crimeOutcomeNumber: string, more = {}) =>
      ask(rule, { outcome, crimeOutcomeNumber, ...more });
    expect(fits('yc', '2')).toBe('met');
    expect(fits('yc', '8')).toBe('notMet');
    expect(fits('yc', '3')).toBe('notMet');
    expect(fits('o22', '22')).toBe('met');
    expect(fits('o22', '10')).toBe('notMet');
    expect(fits('o23', '23')).toBe('met');
    expect(fits('court', '1')).toBe('met');
    for (const number of ['9', '10', '12', '13', '15', '16', '20', '21']) expect(fits('nfa', number)).toBe('met');
    expect(fits('nfa', '22')).toBe('notMet');
    expect(fits('nfa', '0')).toBe('notMet');
    expect(judged(rule, { outcome: 'yc' })).toMatchObject({ answer: 'unknown', help: 'record' });
  });

  it('Home Office outcome types (outcomeNumberFits): 11 is for a child who was below ten at the offence', () => {
    const eleven = (bornOn: string | undefined) => ask('outcomeNumberFits', { outcome: 'nfa', crimeOutcomeNumber: '11', bornOn });
    expect(eleven('2016-11-15')).toBe('met');
    expect(eleven('2016-11-14')).toBe('notMet');
    expect(eleven(undefined)).toBe('met');
    expect(ask('outcomeNumberFits', { crimeOutcomeNumber: '11' })).toBe('notMet');
  });

  it('Home Office outcome types (outcomeNumberFits): 8 rests on acceptance, 17 may be recorded and raises an alarm', () => {
    const rule = 'outcomeNumberFits';
    expect(ask(rule, { outcome: 'yrd', crimeOutcomeNumber: '8' })).toBe('met');
    expect(ask(rule, { outcome: 'yrd', crimeOutcomeNumber: '8', admissionNoted: 'NO_COMMENT' })).toBe('notMet');
    expect(ask(rule, { outcome: 'yrd', crimeOutcomeNumber: '22', admissionNoted: 'NO_COMMENT' })).toBe('met');
    expect(ask(rule, { outcome: 'ycc', crimeOutcomeNumber: '17' })).toBe('met');
    expect(ask(rule, { crimeOutcomeNumber: '20' })).toBe('met');
  });

  it('s.66ZA(6) CDA 1998 (outcomeNumberIsForChildren): no adult caution, penalty notice or cannabis warning for a child', () => {
    const rule = 'outcomeNumberIsForChildren';
    for (const crimeOutcomeNumber of ['3', '6', '7']) expect(ask(rule, { crimeOutcomeNumber })).toBe('notMet');
    expect(ask(rule, { crimeOutcomeNumber: '2' })).toBe('met');
    expect(ask(rule)).toBe('unknown');
  });

  it('HC 306 (pncEntryIsRight): cautions of recordable offences go on the PNC, and nothing else', () => {
    const rule = 'pncEntryIsRight';
    const traffic = [{ code: 'RT88191', on: '2026-10-11', isRecordable: false }];
    expect(ask(rule, { given: 'yc', pnc: 'recorded' })).toBe('met');
    expect(ask(rule, { given: 'yc', pnc: 'notDue' })).toBe('notMet');
    expect(ask(rule, { given: 'ycc', pnc: 'notDue', offences: traffic })).toBe('met');
    expect(ask(rule, { given: 'ycc', pnc: 'recorded', offences: traffic })).toBe('notMet');
    expect(ask(rule, { given: 'yrd', pnc: 'recorded' })).toBe('notMet');
    expect(ask(rule, { outcome: 'o22', pnc: 'notDue' })).toBe('met');
    expect(ask(rule, { given: 'yc', pnc: 'recorded', offences: [{ code: 'XX00001', on: '2026-10-11' }] })).toBe('unknown');
    expect(ask(rule, { given: 'yc' })).toBe('unknown');
  });

  it('local policy (givenCautionIsSetAside): a caution stands until it is set aside or proceedings begin', () => {
    const rule = 'givenCautionIsSetAside';
    for (const given of ['yc', 'ycc'] as const) {
      expect(ask(rule, { given, givenOn: '2026-11-24' })).toBe('notMet');
      expect(ask(rule, { given, givenOn: '2026-11-24', chargedOn: '2026-12-08' })).toBe('doesNotApply');
    }
    expect(ask(rule, { given: 'yrd', givenOn: '2026-11-24' })).toBe('doesNotApply');
    expect(ask(rule)).toBe('doesNotApply');
  });

  it('Victims’ Code right 6 (victimMayAskForReview): within three months of being told of no further action, to the day', () => {
    const rule = 'victimMayAskForReview';
    const told = { outcome: 'nfa', decidedOn: '2026-11-18', victimsTold: { V1: '2026-11-24' }, reviewAskedBy: 'V1' } as const;
    expect(ask(rule, told, { on: '2027-02-24' })).toBe('met');
    expect(ask(rule, told, { on: '2027-02-25' })).toBe('notMet');
    expect(ask(rule, { ...told, victimsTold: { V1: '2026-11-30' } }, { on: '2027-02-28' })).toBe('met');
    expect(ask(rule, { ...told, victimsTold: { V1: '2026-11-30' } }, { on: '2027-03-01' })).toBe('notMet');
  });

  it('Victims’ Code right 6 (victimMayAskForReview): each victim by the day on which that one was told of this decision', () => {
    const rule = 'victimMayAskForReview';
    const told = { outcome: 'nfa', decidedOn: '2026-11-18', victimsTold: { V1: '2026-11-18' }, reviewAskedBy: 'V1' } as const;
    expect(ask(rule, told)).toBe('met');
    expect(judged(rule, { ...told, reviewAskedBy: 'V2' })).toMatchObject({ answer: 'unknown', missing: ['victimsTold'] });
    expect(judged(rule, { ...told, victimsTold: { V1: '2026-11-17' } })).toMatchObject({ answer: 'unknown', help: 'record' });
    expect(ask(rule, { ...told, victimsTold: undefined })).toBe('unknown');
    expect(judged(rule, { ...told, reviewAskedBy: undefined })).toMatchObject({ answer: 'unknown', help: 'none' });
  });

  it('Victims’ Code right 6 (victimMayAskForReview): not against an out-of-court disposal; an ended case by the number recorded', () => {
    const rule = 'victimMayAskForReview';
    const told = { victimsTold: { V1: '2026-11-24' }, reviewAskedBy: 'V1' };
    for (const outcome of ['o22', 'yrd', 'o23', 'yc', 'ycc', 'court'] as const)
      expect(ask(rule, { ...told, outcome })).toBe('notMet');
    expect(ask(rule, { ...told, crimeOutcomeNumber: '10' })).toBe('met');
    expect(ask(rule, { ...told, crimeOutcomeNumber: '2' })).toBe('notMet');
    expect(judged(rule, told)).toMatchObject({ answer: 'unknown', missing: ['outcome'] });
  });
});
