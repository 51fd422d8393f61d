import { assessmentDuty, makesFirstTimeEntrant, needsPncEntry, victimClock } from './duties.js';
import { caseWith } from './ordinary-case.js';

const earlier = (type: string, more = {}) => ({ previousOutcomes: [{ on: '2025-08-12', type, isConfirmed: true, ...more }] });

describe('duties that follow from a disposal', () => {
  it('s.66ZB(1)-(3) CDA 1998: a first youth caution may be assessed, a later one must', () => {
    expect(assessmentDuty(caseWith({}))).toBe('may');
    expect(assessmentDuty(caseWith(earlier('YOUTH_CAUTION')))).toBe('must');
    expect(assessmentDuty(caseWith(earlier('YOUTH_CONDITIONAL_CAUTION')))).toBe('must');
    expect(assessmentDuty(caseWith(earlier('COMMUNITY_RESOLUTION')))).toBe('may');
    expect(assessmentDuty(caseWith({ previousOutcomes: undefined }))).toBeUndefined();
  });

  it('s.66ZB CDA 1998: a caution that was set aside, or that nobody confirmed, does not count', () => {
    expect(assessmentDuty(caseWith(earlier('YOUTH_CAUTION', { isSetAside: true })))).toBe('may');
    expect(assessmentDuty(caseWith(earlier('YOUTH_CAUTION', { isConfirmed: false })))).toBe('may');
  });

  it('first-time entrant: youth caution and conditional caution, once', () => {
    for (const disposal of ['nfa', 'o22', 'yrd', 'o23', 'court'] as const)
      expect(makesFirstTimeEntrant(disposal, caseWith({}))).toBe(false);
    for (const disposal of ['yc', 'ycc'] as const) {
      expect(makesFirstTimeEntrant(disposal, caseWith({}))).toBe(true);
      expect(makesFirstTimeEntrant(disposal, caseWith(earlier('YOUTH_CAUTION')))).toBe(false);
      expect(makesFirstTimeEntrant(disposal, caseWith(earlier('COMMUNITY_RESOLUTION')))).toBe(true);
      expect(makesFirstTimeEntrant(disposal, caseWith({ previousOutcomes: undefined }))).toBeUndefined();
    }
  });

  it('PNC: not for a resolution, and not for a non-recordable offence', () => {
    expect(needsPncEntry(caseWith({ given: 'yc' }))).toBe(true);
    expect(needsPncEntry(caseWith({ given: 'yrd' }))).toBe(false);
    expect(needsPncEntry(caseWith({ given: 'ycc', offences: [{ code: 'RT88191', on: '2026-10-11' }] }))).toBe(false);
    expect(needsPncEntry(caseWith({ given: 'ycc', offences: undefined }))).toBeUndefined();
  });

  it('Victims’ Code right 6: one working day with enhanced rights, and while nobody knows', () => {
    expect(victimClock({ ref: 'V1', hasEnhancedRights: false })).toBe('victimTold');
    expect(victimClock({ ref: 'V1', hasEnhancedRights: true })).toBe('victimToldEnhanced');
    expect(victimClock({ ref: 'V1' })).toBe('victimToldEnhanced');
  });
});
