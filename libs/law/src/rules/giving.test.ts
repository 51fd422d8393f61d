import { ask, judged } from '../ordinary-case.js';

const giving = { on: '2026-12-21', moment: 'giving' } as const;

describe('what is asked afresh at the giving', () => {
  it('s.41 CJCA 2015 (adultIsSuitable): up to and including 17, before the giving an adult is known or is to be found', () => {
    const rule = 'adultIsSuitable';
    const mother = { isSuitable: true, isOverEighteen: true, isEmployedByPolice: false };
    expect(ask(rule)).toBe('met');
    const none = { answer: 'unknown', missing: ['suitableAdult'], help: 'obtain' };
    expect(judged(rule, { interviewAdult: undefined })).toMatchObject(none);
    expect(judged(rule, { interviewAdult: { ...mother, isSuitable: false } })).toMatchObject(none);
    expect(judged(rule, { interviewAdult: { ...mother, isVictim: true } })).toMatchObject(none);
    expect(judged(rule, { interviewAdult: { ...mother, isOverEighteen: false } })).toMatchObject(none);
    expect(judged(rule, { interviewAdult: { ...mother, isEmployedByPolice: true } })).toMatchObject(none);
    expect(judged(rule, { interviewAdult: { isSuitable: true } })).toMatchObject(none);
    expect(ask(rule, { interviewAdult: undefined, suitableAdult: true })).toBe('met');
    expect(ask(rule, { interviewAdult: undefined, bornOn: '2008-12-22' })).toBe('unknown');
    expect(ask(rule, { interviewAdult: undefined, bornOn: '2008-12-21' })).toBe('doesNotApply');
  });

  it('s.41 CJCA 2015 (adultSuitableAtGiving): a child of 17 has a suitable adult, a person of 18 needs none', () => {
    const rule = 'adultSuitableAtGiving';
    const at = (adultAtGiving: object | undefined, bornOn = '2008-12-22') => ask(rule, { adultAtGiving, bornOn }, giving);
    expect(at({ isSuitable: true })).toBe('met');
    expect(at({ isSuitable: false })).toBe('notMet');
    expect(at({ isSuitable: true, isVictim: true })).toBe('notMet');
    expect(at({ isSuitable: true, isOverEighteen: false })).toBe('notMet');
    expect(at({ isSuitable: true, isEmployedByPolice: true })).toBe('notMet');
    expect(judged(rule, {}, giving)).toMatchObject({ answer: 'unknown', missing: ['adultAtGiving'], help: 'obtain' });
    expect(at(undefined, '2008-12-21')).toBe('doesNotApply');
  });

  it('s.41 CJCA 2015 (adultSuitableAtGiving): before 13 April 2015 the rule ended at 16', () => {
    const rule = 'adultSuitableAtGiving';
    const onDay = (on: string) => judged(rule, { bornOn: '1998-01-05' }, { on, moment: 'giving' });
    expect(onDay('2015-04-12')).toMatchObject({ answer: 'met', version: '2013-04-08' });
    expect(onDay('2015-04-13')).toMatchObject({ answer: 'unknown', version: '2015-04-13' });
  });

  it('s.66ZA(1)(b), s.66B(3) CDA 1998 (admissionHeard): heard at the giving itself, whatever was noted before', () => {
    expect(judged('admissionHeard', { admissionNoted: 'FULL' }, giving)).toMatchObject({ answer: 'unknown', help: 'none' });
    expect(ask('admissionHeard', { admissionHeard: true }, giving)).toBe('met');
    expect(ask('admissionHeard', { admissionHeard: false }, giving)).toBe('notMet');
    expect(ask('admissionHeard', { admissionHeard: true, admissionWithdrawn: true }, giving)).toBe('notMet');
  });

  it('s.66ZA(3), s.66B(4) CDA 1998 (effectExplained): on which paper and in which language', () => {
    expect(ask('effectExplained', { effectExplained: { language: 'en', isTextApproved: true } }, giving)).toBe('met');
    expect(ask('effectExplained', { effectExplained: { language: '', isTextApproved: true } }, giving)).toBe('notMet');
    expect(ask('effectExplained', {}, giving)).toBe('unknown');
  });

  it('local policy (explanationTextIsApproved): no draft Welsh reaches a child; a speaker explains instead', () => {
    const rule = 'explanationTextIsApproved';
    expect(ask(rule, { effectExplained: { language: 'en', isTextApproved: true } }, giving)).toBe('met');
    expect(judged(rule, { effectExplained: { language: 'cy', isTextApproved: false } }, giving)).toMatchObject({
      answer: 'notMet',
      blocks: true,
    });
    expect(ask(rule, { effectExplained: { language: 'cy', isTextApproved: false, isOral: true } }, giving)).toBe('doesNotApply');
    expect(ask(rule, {}, giving)).toBe('unknown');
  });

  it('s.66ZA(3) CDA 1998, ordinary language (understandingChecked): understanding is checked', () => {
    expect(ask('understandingChecked', { understanding: true }, giving)).toBe('met');
    expect(ask('understandingChecked', { understanding: false }, giving)).toBe('notMet');
    expect(ask('understandingChecked', {}, giving)).toBe('unknown');
  });

  it('legal advice (adviceAnswered): offered afresh; any answer will do, none will not', () => {
    expect(ask('adviceAnswered', { adviceAnswer: 'declined' }, giving)).toBe('met');
    expect(ask('adviceAnswered', { adviceAnswer: 'taken' }, giving)).toBe('met');
    expect(ask('adviceAnswered', { adviceAnswer: '' }, giving)).toBe('notMet');
    expect(judged('adviceAnswered', { adviceTaken: true }, giving)).toMatchObject({ answer: 'unknown', help: 'none' });
  });

  it('local policy (twoClearDaysForAdvice): two whole days lie between the paper and the giving', () => {
    const rule = 'twoClearDaysForAdvice';
    expect(ask(rule, { explanationWrittenOn: '2026-12-18' }, giving)).toBe('met');
    expect(judged(rule, { explanationWrittenOn: '2026-12-19' }, giving)).toMatchObject({ answer: 'notMet', blocks: true });
    expect(ask(rule, { explanationWrittenOn: '2026-12-19', earlierDayAskedAfterAdvice: true }, giving)).toBe('doesNotApply');
    expect(ask(rule, { earlierDayAskedAfterAdvice: true }, giving)).toBe('doesNotApply');
    expect(judged(rule, {}, giving)).toMatchObject({ answer: 'unknown', missing: ['explanationWrittenOn'], help: 'record' });
    expect(ask(rule, { earlierDayAskedAfterAdvice: false }, giving)).toBe('unknown');
    // It protects the child, so nobody lifts it.
    expect(judged(rule, { explanationWrittenOn: '2026-12-19', lifted: [rule] }, giving)).toMatchObject({ blocks: true });
  });
});
