import { ask, judged } from '../ordinary-case.js';

const summary = (on: string) => [{ code: 'CJ88116', on, triable: 'summary' }] as const;

describe('the conditions of a youth conditional caution', () => {
  it('local guard (planEndsBeforeChargingLimit): planned end and 14 days lie within the limit, on both sides of the day', () => {
    const rule = 'planEndsBeforeChargingLimit';
    const offences = summary('2026-10-11');
    expect(ask(rule, { offences, planEndsOn: '2027-03-28' })).toBe('met');
    expect(judged(rule, { offences, planEndsOn: '2027-03-29' })).toMatchObject({
      answer: 'notMet',
      reach: 'local',
      blocks: true,
    });
    expect(ask(rule, { planEndsOn: '2029-01-01' })).toBe('doesNotApply');
  });

  it('local guard (planEndsBeforeChargingLimit): the example of the six-month trap warns when the plan is set', () => {
    const offences = summary('2026-06-01');
    const set = { on: '2026-08-24', moment: 'planning' } as const;
    expect(ask('planEndsBeforeChargingLimit', { offences, planEndsOn: '2026-12-14' }, set)).toBe('notMet');
    expect(ask('planEndsBeforeChargingLimit', { offences, planEndsOn: '2026-11-17' }, set)).toBe('met');
  });

  it('local guard (planEndsBeforeChargingLimit): until a plan is set, 16 weeks from the day of giving are reckoned with', () => {
    const rule = 'planEndsBeforeChargingLimit';
    // Due to be given on 21 December 2026, so 16 weeks end on 12 April 2027.
    expect(ask(rule, { offences: summary('2026-10-26') })).toBe('met');
    expect(judged(rule, { offences: summary('2026-10-25') })).toMatchObject({ missing: ['planEndsOn'], help: 'record' });
    expect(ask(rule, { offences: summary('2026-06-08') })).toBe('unknown');
    expect(ask(rule, { offences: summary('2026-06-07') })).toBe('notMet');
    expect(ask(rule, { offences: undefined })).toBe('unknown');
    expect(ask(rule, { offences: [{ code: 'XX00001', on: '2026-10-26' }] })).toBe('unknown');
  });

  it('local guard (planEndsBeforeChargingLimit): a sergeant may lift it', () => {
    const lifted = judged('planEndsBeforeChargingLimit', {
      offences: summary('2026-06-07'),
      lifted: ['planEndsBeforeChargingLimit'],
    });
    expect(lifted).toMatchObject({ answer: 'notMet', blocks: false });
  });

  it('DPP Guidance, duration (planLastsAtMostTwentyWeeks): 20 weeks are the most', () => {
    const rule = 'planLastsAtMostTwentyWeeks';
    expect(ask(rule, { planStartsOn: '2026-12-21', planEndsOn: '2027-05-10' })).toBe('met');
    expect(judged(rule, { planStartsOn: '2026-12-21', planEndsOn: '2027-05-11' })).toMatchObject({
      answer: 'notMet',
      status: 'toBeConfirmed',
      protective: true,
      blocks: true,
    });
    expect(ask(rule)).toBe('doesNotApply');
  });

  it('s.66A(3) CDA 1998 (conditionsHavePurpose): each condition rehabilitates, repairs or punishes', () => {
    const rule = 'conditionsHavePurpose';
    expect(ask(rule)).toBe('doesNotApply');
    expect(ask(rule, { conditions: [] })).toBe('doesNotApply');
    for (const purpose of ['rehabilitate', 'repair', 'punish'] as const)
      expect(ask(rule, { conditions: [{ purpose, hours: 2 }] })).toBe('met');
    expect(judged(rule, { conditions: [{ purpose: 'repair' }, { hours: 2 }] })).toMatchObject({
      answer: 'unknown',
      missing: ['conditions'],
      help: 'record',
      binds: 'planning',
      blocks: true,
    });
  });

  it('DPP Guidance, Annex A (punishmentHasReason): a punishment says why the other two are not enough', () => {
    const rule = 'punishmentHasReason';
    expect(ask(rule, { conditions: [{ purpose: 'rehabilitate' }, { purpose: 'repair', hours: 4 }] })).toBe('doesNotApply');
    expect(ask(rule, { conditions: [{ purpose: 'punish', penaltyPounds: 15, hasWhy: true }] })).toBe('met');
    const both = [{ purpose: 'punish', hasWhy: true }, { purpose: 'punish' }] as const;
    expect(judged(rule, { conditions: both })).toMatchObject({ answer: 'unknown', missing: ['conditions'], help: 'record' });
  });

  it('DPP Guidance, Annex A (restrictionHasEnd): to be kept from somewhere has a last day', () => {
    const rule = 'restrictionHasEnd';
    expect(ask(rule, { conditions: [{ purpose: 'rehabilitate', isRestrictive: false }] })).toBe('doesNotApply');
    const away = { purpose: 'rehabilitate', isRestrictive: true } as const;
    expect(ask(rule, { conditions: [{ ...away, endsOn: '2027-02-01' }] })).toBe('met');
    expect(judged(rule, { conditions: [away] })).toMatchObject({ answer: 'unknown', missing: ['conditions'], help: 'record' });
  });

  it('LASPO 2012 notes, para 753 (attendanceNamesPlaceAndTimes): attendance as a punishment says where and when', () => {
    const rule = 'attendanceNamesPlaceAndTimes';
    expect(
      ask(rule, {
        conditions: [
          { purpose: 'repair', hours: 4 },
          { purpose: 'punish', penaltyPounds: 15 },
        ],
      }),
    ).toBe('doesNotApply');
    expect(ask(rule, { conditions: [{ purpose: 'punish', hours: 4, hasPlace: true, hasTimes: true }] })).toBe('met');
    for (const half of [{ hasPlace: true }, { hasTimes: true }] as const)
      expect(judged(rule, { conditions: [{ purpose: 'punish', hours: 4, ...half }] })).toMatchObject({
        answer: 'unknown',
        help: 'record',
        blocks: true,
      });
  });

  it('SI 2013/608 (penaltyWithinMaximum): a penalty of 40 pounds is too much for a child of 13 or 14 on a summary offence', () => {
    const rule = 'penaltyWithinMaximum';
    const of = (bornOn: string, penaltyPounds: number) =>
      ask(rule, { bornOn, offences: summary('2026-11-14'), conditions: [{ purpose: 'punish', penaltyPounds }] });
    expect(of('2012-11-25', 15)).toBe('met');
    expect(of('2012-11-25', 16)).toBe('notMet');
    expect(of('2012-11-24', 30)).toBe('met');
    expect(of('2012-11-24', 31)).toBe('notMet');
    expect(of('2012-11-25', 40)).toBe('notMet');
    expect(of('2012-11-24', 40)).toBe('notMet');
  });

  it('SI 2013/608 (penaltyWithinMaximum): penalties add up, and without class or age nothing is known', () => {
    const half = { purpose: 'punish', penaltyPounds: 26 } as const;
    expect(ask('penaltyWithinMaximum', { conditions: [half] })).toBe('met');
    expect(ask('penaltyWithinMaximum', { conditions: [half, half] })).toBe('notMet');
    expect(ask('penaltyWithinMaximum', { conditions: [half], offences: undefined })).toBe('unknown');
    expect(judged('penaltyWithinMaximum', { conditions: [half], bornOn: undefined })).toMatchObject({
      answer: 'unknown',
      help: 'none',
    });
    expect(ask('penaltyWithinMaximum')).toBe('doesNotApply');
  });

  it('s.66A CDA 1998 (attendanceWithinTwentyHours): hours for rehabilitation are not counted', () => {
    const rule = 'attendanceWithinTwentyHours';
    expect(ask(rule, { conditions: [{ purpose: 'punish', hours: 20 }] })).toBe('met');
    expect(ask(rule, { conditions: [{ purpose: 'rehabilitate', hours: 30 }] })).toBe('doesNotApply');
    expect(judged(rule, { conditions: [{ purpose: 'punish', hours: 21 }] })).toMatchObject({ answer: 'notMet', blocks: true });
  });

  it('s.66D CDA 1998 (variationHasConsent): conditions change only with the child’s consent', () => {
    expect(ask('variationHasConsent', { variationConsent: true })).toBe('met');
    expect(judged('variationHasConsent', { variationConsent: false })).toMatchObject({ answer: 'notMet', blocks: true });
    expect(judged('variationHasConsent', {})).toMatchObject({ answer: 'unknown', help: 'none' });
  });

  it('Code of Practice 2013, section 8 (conditionsFitTheChild): each is appropriate, proportionate and achievable, and says why', () => {
    const rule = 'conditionsFitTheChild';
    expect(ask(rule)).toBe('doesNotApply');
    expect(ask(rule, { conditions: [{ purpose: 'repair', hasFit: true }] })).toBe('met');
    const half = [{ purpose: 'repair', hasFit: true }, { purpose: 'rehabilitate' }] as const;
    expect(judged(rule, { conditions: half })).toMatchObject({
      answer: 'unknown',
      missing: ['conditions'],
      help: 'record',
      blocks: true,
    });
  });

  it('LASPO 2012 notes, para 756 (variationComesBeforeEnd): on the old due date, and no day later', () => {
    const rule = 'variationComesBeforeEnd';
    expect(ask(rule, { endBeforeVariation: '2026-11-24' })).toBe('met');
    expect(judged(rule, { endBeforeVariation: '2026-11-23' })).toMatchObject({ answer: 'notMet', blocks: true });
    expect(ask(rule)).toBe('unknown');
  });
});
