import limits from '../tables/charging-limits.json' with { type: 'json' };
import { type Deadline } from './deadline.js';
import { type DeadlineKind, deadlines } from './deadlines.js';

type Line = readonly [
  line: string,
  clock: DeadlineKind,
  length: Deadline['length'],
  from: string,
  act: RegExp,
  mark: 'S' | 'V' | 'V of a text that was replaced' | 'PJ' | 'unverified',
];

const vale = /^Vale of Glamorgan/;
/** Line by line: the domain sheet’s table of clocks (domain 4.1). */
const sheet: readonly Line[] = [
  ['allocate practitioner: none stated, one working day is proposed', 'allocation', { workingDays: 1 }, 'receipt', /^Local policy/, 'PJ'],
  ['multi-agency panel', 'panel', { workingDays: 15 }, 'receipt', vale, 'S'],
  ['delivery meeting', 'delivery', { workingDays: 5 }, 'panelDecisionRecorded', vale, 'S'],
  ['assessment done', 'assessment', { workingDays: 10 }, 'receipt', /2014/, 'V of a text that was replaced'],
  ['assessment concluded and police told', 'assessmentForBail', { workingDays: 15 }, 'bail', /2014/, 'V of a text that was replaced'],
  ['police tell the service', 'policeNotice', { workingDays: 1 }, 'arrest', /^Youth Justice Legal Centre/, 'V'],
  ['first appointment', 'firstAppointment', { workingDays: 5 }, 'receipt', vale, 'S'],
  ['court-order assessment started', 'courtAssessmentStart', { workingDays: 10 }, 'order', vale, 'S'],
  ['court-order assessment completed', 'courtAssessmentEnd', { workingDays: 20 }, 'order', vale, 'S'],
  ['assessment review', 'assessmentReview', { months: 3 }, 'assessmentCompleted', vale, 'S'],
  ['substance misuse assessment', 'substanceAssessment', { days: 5 }, 'identified', vale, 'S'],
  ['substance misuse treatment', 'substanceTreatment', { days: 10 }, 'assessed', vale, 'S'],
  ['mental health referral', 'mentalHealthReferral', { workingDays: 10 }, 'sentence', vale, 'S'],
  ['mental health assessment', 'mentalHealthAssessment', { days: 28 }, 'referral', vale, 'S'],
  ['mental health treatment', 'mentalHealthTreatment', { days: 28 }, 'assessment', vale, 'S'],
  ['scrutiny panel', 'scrutinyPanel', { months: 2 }, 'scrutinyPanel', vale, 'S'],
  ['victim told, with the reasons', 'victimTold', { workingDays: 5 }, 'decision', /^Victims’ Code/, 'V'],
  ['victim with enhanced rights told', 'victimToldEnhanced', { workingDays: 1 }, 'decision', /^Victims’ Code/, 'V'],
  ['victim asks for a review', 'victimReviewWindow', { months: 3 }, 'victimInformed', /Wiltshire, Cleveland, Northumbria/, 'V'],
  ['review answered', 'victimReviewAnswer', { workingDays: 30 }, 'victimReviewRequested', /Wiltshire, Cleveland, Northumbria/, 'V'],
  ['police file after the notice', 'policeFile', { workingDays: 2 }, 'receipt', /^Local policy/, 'PJ'],
  ['time for advice, clear days', 'adviceTime', { days: 2 }, 'explanationWritten', /^Local policy/, 'PJ'],
  ['pre-charge bail', 'preChargeBail', { months: 3 }, 'release', /^Police, Crime, Sentencing and Courts Act 2022/, 'V'],
  ['pre-charge bail in all', 'preChargeBailInAll', { months: 9 }, 'release', /^Police, Crime, Sentencing and Courts Act 2022/, 'V'],
  ['release under investigation', 'releaseUnderInvestigation', { open: true }, 'release', /^Olliers/, 'V'],
  ['summary-only charge', 'chargingLimit', { fact: 'earliestLimit' }, 'offence', /^Magistrates’ Courts Act 1980/, 'unverified'],
  ['referral to Turnaround', 'turnaroundReferral', { months: 3 }, 'criterionMet', /^Positive Steps/, 'V'],
  ['home service keeps a moved case', 'homeServiceKeeps', { months: 3 }, 'move', /^Youth Justice Legal Centre/, 'V'],
  ['local reoffending tracking', 'followUp', { months: 12 }, 'interventionCompleted', vale, 'S'],
];

describe('the clocks are those of the domain sheet', () => {
  it.each(sheet)('%s', (_line, kind, length, from, act, mark) => {
    const { length: ours, countedFrom, source, status }: Deadline = deadlines[kind];
    expect([ours, countedFrom, status]).toEqual([length, from, mark === 'V' || mark === 'S' ? 'verified' : 'toBeConfirmed']);
    expect(source.act).toMatch(act);
  });

  it('a summary-only offence is charged within six months of it', () => {
    expect([limits.summaryOnly.months, limits.summaryOnly.countedFrom]).toEqual([6, 'offence']);
  });

  it('the days for advice are clear ones, and no other days are', () => {
    const clear = Object.entries(deadlines).filter(([, row]) => (row as Deadline).areClearDays === true);
    expect(clear.map(([kind]) => kind)).toEqual(['adviceTime']);
  });

  it('the knife guidance of 2026 expects a referral within one working day; from which day was not read', () => {
    const { length, status, source } = deadlines.knifeNotice;
    expect([length, status]).toEqual([{ workingDays: 1 }, 'toBeConfirmed']);
    expect(source.at).toContain('was not read');
  });
});
