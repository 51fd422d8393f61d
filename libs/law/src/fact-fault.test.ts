import { factFault } from './fact-fault.js';

describe('a fact recorded by itself', () => {
  it('is recorded by the roles of its own row', () => {
    expect(factFault('suitableAdult', true, ['practitioner'])).toBeNull();
    expect(factFault('inspectorAuthority', true, ['inspector'])).toBeNull();
    expect(factFault('inspectorAuthority', true, ['practitioner'])).toBe('factNotYours');
    expect(factFault('nothing', true, ['inspector'])).toBe('factUnknown');
  });

  it('is never an admission, a consent, an answer or a police file', () => {
    for (const fact of [
      'admissionHeard',
      'admissionNoted',
      'consentGiven',
      'documentSigned',
      'adviceAnswer',
      'policeFile',
      'cps',
    ])
      expect(factFault(fact, true, ['policeDecisionMaker', 'practitioner', 'inspector'])).toBe('factComesOtherwise');
  });

  it('has a value of its row’s kind', () => {
    expect(factFault('suitableAdult', 'yes', ['practitioner'])).toBe('factValueWrong');
    expect(factFault('resolutionNumber', '22', ['policeDecisionMaker'])).toBeNull();
    expect(factFault('resolutionNumber', '10', ['policeDecisionMaker'])).toBe('factValueWrong');
    expect(factFault('explanationWrittenOn', '2026-12-24', ['deliveryOfficer'])).toBeNull();
    expect(factFault('explanationWrittenOn', '2026-02-30', ['deliveryOfficer'])).toBe('factValueWrong');
  });

  it('is a person only by id, and by the police', () => {
    for (const fact of ['arrestingOfficer', 'investigator']) {
      expect(factFault(fact, '0193a000-0000-7000-8000-000000000001', ['referringSupervisor'])).toBeNull();
      expect(factFault(fact, undefined, ['policeDecisionMaker'])).toBe('factValueWrong');
      expect(factFault(fact, '0193a000-0000-7000-8000-000000000001', ['practitioner'])).toBe('factNotYours');
    }
  });

  it('lifts only a local rule that does not protect the child', () => {
    const roles = ['youthJusticeSergeant'];
    expect(factFault('lifted', ['planEndsBeforeChargingLimit'], roles)).toBeNull();
    expect(factFault('lifted', ['twoClearDaysForAdvice'], roles)).toBe('factValueWrong');
    expect(factFault('lifted', ['childAdmits'], roles)).toBe('factValueWrong');
    expect(factFault('lifted', 'planEndsBeforeChargingLimit', roles)).toBe('factValueWrong');
  });
});
