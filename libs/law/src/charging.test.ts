import { chargingDecisionBy } from './charging-authority.js';
import { chargingLimit, earliestLimit } from './charging-limit.js';
import { type OffenceFact } from './facts.js';
import { caseWith, type Changes } from './ordinary-case.js';

const by = (code: string, changes: Changes = {}) =>
  chargingDecisionBy(caseWith({ offences: [{ code, on: '2026-11-14' }], ...changes }));

describe('who decides on a charge (DG6 desktop guide)', () => {
  it('DG6: the police for summary-only offences, whatever the plea', () => {
    for (const admissionNoted of ['FULL', 'NONE', 'NO_COMMENT'] as const)
      expect(by('CJ67002', { admissionNoted })).toBe('police');
  });

  it('DG6: the police for shop theft, whatever the plea', () => {
    expect(by('TH68010', { admissionNoted: 'NO_COMMENT' })).toBe('police');
    expect(by('TH68001', { admissionNoted: 'NO_COMMENT' })).toBe('CPS');
  });

  it('DG6: either way, the police where a guilty plea is likely, else the prosecutor', () => {
    expect(by('TH68006')).toBe('police');
    for (const admissionNoted of ['PARTIAL', 'ACCEPTS_RESPONSIBILITY', 'NONE', 'NO_COMMENT', 'NOT_INTERVIEWED'] as const)
      expect(by('TH68006', { admissionNoted })).toBe('CPS');
    expect(by('TH68006', { admissionWithdrawn: true })).toBe('CPS');
    expect(by('TH68006', { admissionNoted: undefined })).toBeUndefined();
  });

  it.each([
    ['indictable only', 'TH68023'],
    ['consent of the Director', 'PK78003'],
    ['consent of the Director believed', 'CJ88115'],
    ['hate crime', 'CD98070'],
    ['hate crime, summary only', 'CD98075'],
    ['harassment, summary only', 'PH97004'],
    ['stalking', 'PH97006'],
    ['affray', 'PU86003'],
    ['violent disorder', 'PU86002'],
    ['actual bodily harm', 'OF61102'],
    ['grievous bodily harm', 'OF61131'],
  ])('DG6: never the police for %s', (_, code) => expect(by(code)).toBe('CPS'));

  it('DG6: never the police for a hate crime, also where only the police’s flag of the offence says so', () => {
    const flagged = (isHateCrime: boolean) => by('CJ67002', { offences: [{ code: 'CJ67002', on: '2026-11-14', isHateCrime }] });
    expect([flagged(true), flagged(false)]).toEqual(['CPS', 'police']);
  });

  it('DG6: never the police for domestic abuse, whatever the ages', () => {
    expect(by('CJ88116', { victims: [{ ref: 'V1', isFamily: true }] })).toBe('CPS');
    expect(by('CJ88116', { victims: [{ ref: 'V1', isFamily: false }] })).toBe('police');
    expect(by('CJ67002', { victims: [{ ref: 'V1', isDomesticAbuse: true }] })).toBe('CPS');
    // Theft from a parent's car is in the family and no domestic abuse.
    expect(by('TH68007', { victims: [{ ref: 'V1', isFamily: true }] })).toBe('police');
  });

  it('DG6: the prosecutor for all of them where one is the prosecutor’s', () => {
    const offences = [
      { code: 'CJ67002', on: '2026-11-14' },
      { code: 'PU86003', on: '2026-11-14' },
    ];
    expect(chargingDecisionBy(caseWith({ offences }))).toBe('CPS');
  });

  it('is not known while the mode of trial is not', () => {
    expect(by('XX00001')).toBeUndefined();
    expect(chargingDecisionBy(caseWith({ offences: undefined }))).toBeUndefined();
  });
});

describe('the charging limit', () => {
  const limit = (fact: OffenceFact, changes: Changes = {}) => chargingLimit(fact, caseWith({ offences: [fact], ...changes }));

  it('s.127 MCA 1980: six months from a summary-only offence, the last day in time', () => {
    expect(limit({ code: 'CJ67002', on: '2026-06-01' })).toMatchObject({ on: '2026-12-01', why: 'summaryOnly' });
    expect(limit({ code: 'CJ67002', on: '2026-08-31' })).toMatchObject({ on: '2027-02-28' });
  });

  it('s.127 MCA 1980: none for other offences; not known without a mode of trial', () => {
    expect(limit({ code: 'CJ88160', on: '2026-06-01' })).toMatchObject({ on: null, why: 'notSummaryOnly' });
    expect(limit({ code: 'XX00001', on: '2026-06-01' })).toMatchObject({ on: undefined, why: 'notKnown' });
  });

  it('[2025] EWHC 1385 (Admin): low-value shop theft is outside the six months', () => {
    expect(limit({ code: 'TH68010', on: '2026-06-01' })).toMatchObject({ on: null, why: 'shopTheft' });
    expect(limit({ code: 'TH68010', on: '2026-06-01', triable: 'summary' })).toMatchObject({ on: null, why: 'shopTheft' });
  });

  describe('s.39A CJA 1988, domestic common assault', () => {
    const assault: OffenceFact = { code: 'CJ88116', on: '2026-10-03', triable: 'summary' };
    const parent = { ref: 'V1', isFamily: true, isSixteenOrOver: true, firstStatementOn: '2026-11-27' };
    const over = { bornOn: '2010-06-15' };

    it('s.39A: six months from the first statement', () => {
      expect(limit(assault, { ...over, victims: [parent] })).toMatchObject({ on: '2027-05-27', why: 'domesticCommonAssault' });
    });

    it('s.39A: and within two years of the offence', () => {
      const late = { ...parent, firstStatementOn: '2028-06-01' };
      expect(limit(assault, { ...over, victims: [late] })).toMatchObject({ on: '2028-10-03' });
    });

    it('s.39A: only where both are 16 or over, on the day of the offence', () => {
      expect(limit(assault, { bornOn: '2010-10-03', victims: [parent] })).toMatchObject({ on: '2027-05-27' });
      expect(limit(assault, { bornOn: '2010-10-04', victims: [parent] })).toMatchObject({ on: '2027-04-03', why: 'summaryOnly' });
      expect(limit(assault, { ...over, victims: [{ ...parent, isSixteenOrOver: false }] })).toMatchObject({ on: '2027-04-03' });
      expect(limit(assault, { ...over, victims: [{ ref: 'V1', isFamily: true, firstStatementOn: '2026-11-27' }] })).toMatchObject(
        {
          on: '2027-04-03',
        },
      );
    });

    it('s.39A: not without a statement, and not outside the family', () => {
      expect(limit(assault, { ...over, victims: [{ ref: 'V1', isFamily: true, isSixteenOrOver: true }] })).toMatchObject({
        on: '2027-04-03',
      });
      expect(limit(assault, { ...over, victims: [{ ...parent, isFamily: false }] })).toMatchObject({ on: '2027-04-03' });
    });
  });

  it('a date that the police file states goes first, and says so', () => {
    expect(limit({ code: 'TH68050', on: '2026-06-01', limitOn: '2029-06-01' })).toEqual({
      on: '2029-06-01',
      why: 'stated',
      mayBeLonger: true,
    });
    expect(limit({ code: 'CJ67002', on: '2026-06-01', limitOn: '2026-12-01' })).toMatchObject({ why: 'summaryOnly' });
  });

  it('harassment counts from its last act', () => {
    expect(limit({ code: 'PH97004', on: '2026-06-01', until: '2026-07-15' })).toMatchObject({ on: '2027-01-15' });
    expect(limit({ code: 'CJ67002', on: '2026-06-01', until: '2026-07-15' })).toMatchObject({ on: '2026-12-01' });
  });

  it('the earliest limit of a case counts', () => {
    const summary = { code: 'CJ67002', on: '2026-06-01' };
    expect(
      earliestLimit(caseWith({ offences: [{ code: 'TH68010', on: '2026-01-01' }, { ...summary, on: '2026-07-01' }, summary] })),
    ).toBe('2026-12-01');
    expect(earliestLimit(caseWith({ offences: [{ code: 'TH68010', on: '2026-01-01' }] }))).toBeNull();
    expect(earliestLimit(caseWith({ offences: [summary, { code: 'XX00001', on: '2026-06-01' }] }))).toBeUndefined();
  });
});
