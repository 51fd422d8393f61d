import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOfReferral } from './facts-of-referral.js';
import { type Notice, type PoliceFile } from './referral.js';

const file = join(__dirname, '../../../test/referrals/R14-parent-is-victim-and-appropriate-adult.json');
const { notice, police_file: policeFile } = JSON.parse(readFileSync(file, 'utf8')) as { notice: Notice; police_file: PoliceFile };

describe('the facts of a referral', () => {
  it('a notice alone leaves the police file’s facts unknown', () => {
    const facts = factsOfReferral(notice, null);
    for (const fact of [
      'policeFile',
      'evidence',
      'victims',
      'previousOutcomes',
      'cps',
      'trafficking',
      'court',
      'receivedAt',
    ] as const)
      expect(fact in facts).toBe(false);
    expect(facts).toMatchObject({ source: 'VOLUNTARY_ATTENDANCE', admissionNoted: 'FULL', victimCount: 1 });
    expect(facts.offences).toEqual([{ code: 'CJ88116', on: '2026-10-03', triable: 'summary', isRecordable: true }]);
  });

  it('a knife and a hate crime are read from the flags of the offence, never from its title or the circumstances', () => {
    const row = (policeFile.offences ?? [])[0] ?? null;
    if (row === null) throw new Error('the example has an offence');
    const flags = (more: object) => {
      const file = { ...policeFile, circumstances: 'A knife was shown and a slur was shouted.', offences: [{ ...row, ...more }] };
      const [{ isKnife, isHateCrime } = {}] = factsOfReferral(notice, file).offences ?? [];
      return [isKnife, isHateCrime];
    };
    expect(flags({})).toEqual([undefined, undefined]);
    expect(flags({ knife: null, hate_crime: null })).toEqual([undefined, undefined]);
    expect(flags({ knife: true, hate_crime: false })).toEqual([true, false]);
  });

  it('null is unknown, false is no', () => {
    const facts = factsOfReferral(
      {
        ...notice,
        admission: null,
        victims: null,
        bail_status: null,
        appropriate_adult: null,
        child: { ...notice.child, date_of_birth: null, identity_confirmed_by: null },
        legal_advice: { offered: false, taken: null, solicitor: null },
      },
      null,
    );
    for (const fact of [
      'admissionNoted',
      'victimCount',
      'bail',
      'interviewAdult',
      'bornOn',
      'isIdentityConfirmed',
      'adviceTaken',
    ] as const)
      expect(fact in facts).toBe(false);
    expect(facts.adviceOffered).toBe(false);
  });

  it('a parent who is victim and appropriate adult is seen as both, also where the adult was called suitable', () => {
    const adult = { name: 'Ceri Samplwell', relation: 'Mother', suitable: true, over_18: true, employed_by_police: false };
    const facts = factsOfReferral({ ...notice, appropriate_adult: adult }, policeFile);
    expect(facts.interviewAdult).toMatchObject({ isSuitable: true, isVictim: true });
    expect(facts.victims).toEqual([
      {
        ref: 'V1',
        hasEnhancedRights: true,
        hasAgreedToContact: true,
        isFamily: true,
        isPartner: false,
        isDomesticAbuse: true,
        isSixteenOrOver: true,
        firstStatementOn: '2026-11-27',
      },
    ]);
  });

  it('the level of the evidence test is read as written, a level that nobody knows is unknown', () => {
    const level = (text: string) =>
      factsOfReferral(notice, { ...policeFile, evidence_test: { met: true, level: text, by: null, at: null } }).evidence;
    expect(level('enough that an offence took place')).toEqual({ level: 'offenceTookPlace', isMet: true });
    expect(level('Enough to charge')).toEqual({ level: 'enoughToCharge', isMet: true });
    expect(level('Full Code Test at charge')).toEqual({ level: 'fullCodeTest', isMet: true });
    expect(level('some')).toBeUndefined();
  });

  it('the prosecutor’s authority comes with its form and an instant in UTC', () => {
    const cps = {
      reference: 'CPS 1',
      authority_for: 'court',
      at: '2026-12-04T10:00:00+01:00',
      child_information_form: true,
    } as const;
    expect(factsOfReferral(notice, { ...policeFile, cps }).cps).toEqual({
      reference: 'CPS 1',
      authorityFor: 'court',
      at: '2026-12-04T09:00:00.000Z',
      hasChildInformationForm: true,
    });
    expect(factsOfReferral(notice, { ...policeFile, cps: { ...cps, at: 'yesterday' } }).cps).toBeUndefined();
  });

  it('an earlier outcome that nobody confirmed is marked so', () => {
    const row = {
      date: '2026-02-21',
      type: 'COMMUNITY_RESOLUTION',
      home_office_outcome: '8',
      force: null,
      offence: null,
      source: null,
    };
    const facts = factsOfReferral(notice, {
      ...policeFile,
      previous_outcomes: [
        { ...row, confirmed_by: null, confirmed_on: null },
        { ...row, confirmed_by: 'an officer', confirmed_on: '2026-12-01' },
      ],
    });
    expect(facts.previousOutcomes?.map(({ isConfirmed }) => isConfirmed)).toEqual([false, true]);
  });
});
