import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Disposal, disposals } from './disposal.js';
import { factRows, helpFor, type MissingFact, partRows } from './fact-rows.js';
import { type Facts, type OffenceFact } from './facts.js';
import { factsOfReferral } from './facts-of-referral.js';
import { judge, ruleOf } from './judge.js';
import { caseWith, ordinaryCase, today } from './ordinary-case.js';
import { type Notice, type PoliceFile } from './referral.js';
import { type Moment, moments } from './rule.js';
import { type RuleId, ruleIds } from './rule-id.js';

type Learned = (facts: Facts) => readonly Partial<Facts>[];
const is =
  (...values: readonly Partial<Facts>[]): Learned =>
  () =>
    values;
const ofEachOffence =
  (part: Partial<OffenceFact>): Learned =>
  ({ offences = ordinaryCase.offences ?? [] }) => [{ offences: offences.map((one) => ({ ...one, ...part })) }];
const ofEachDisposal = (make: (disposal: Disposal) => Partial<Facts>): Learned => is(...disposals.map(make));
const adult = { isSuitable: true, isOverEighteen: true, isEmployedByPolice: false, isVictim: false };
const present = [
  { person: 'P-POLICE', role: 'policeDecisionMaker', isPoliceDecider: true },
  { person: 'P-CHAIR', role: 'chair', isYouthJustice: true },
  { person: 'P-SERGEANT', role: 'youthJusticeSergeant' },
  { person: 'P-VICTIM', role: 'victimOfficer' },
  { person: 'P-COMMUNITY', role: 'panelMember', isCommunity: true },
];

/** What somebody records, obtains or waits for, as the help says: the answers that a fact can come back with. Nobody goes for any other. */
const following: { readonly [fact in MissingFact]?: Learned } = {
  receivedAt: is({ receivedAt: '2026-11-23T10:15:00.000Z' }),
  source: is({ source: 'VOLUNTARY_ATTENDANCE' }),
  isIdentityConfirmed: is({ isIdentityConfirmed: true }),
  arrestedOn: is({ arrestedOn: '2026-11-20' }),
  wasInterviewedAtNight: is({ wasInterviewedAtNight: false }),
  // The police file, or the day it states on which charging ends.
  offences: (facts) => [{ offences: ordinaryCase.offences ?? [] }, ...ofEachOffence({ limitOn: '2026-11-20' })(facts)],
  adviceOffered: is({ adviceOffered: true }),
  interviewAdult: is({ interviewAdult: adult }),
  victimCount: is({ victimCount: 0 }, { victimCount: 1 }),
  bail: is({ bail: { status: 'NONE' } }),
  policeFile: is({ policeFile: true }),
  evidence: is({ evidence: { level: 'fullCodeTest', isMet: true } }),
  victims: is({ victims: [] }, { victims: ordinaryCase.victims ?? [] }),
  previousOutcomes: is({ previousOutcomes: [] }),
  careStatus: is({ careStatus: 'NONE' }),
  careLegalBasis: is({ careLegalBasis: 'S76' }),
  cps: ofEachDisposal((authorityFor) => ({
    cps: { reference: 'CPS-1', authorityFor, at: '2026-11-24T12:00:00.000Z', hasChildInformationForm: true },
  })),
  trafficking: is({ trafficking: { isReferred: false } }, { trafficking: { isReferred: true, decision: 'CONCLUSIVE' } }),
  court: is({ court: { chargedOn: '2026-11-20' } }),
  wasOutsideDwelling: is({ wasOutsideDwelling: true }),
  informalReason: is({ informalReason: true }),
  seniorOfficerApproval: is({ seniorOfficerApproval: true }),
  inspectorAuthority: is({ inspectorAuthority: true }),
  directorAuthority: is({ directorAuthority: true }),
  proceedingsEndedOn: is({ proceedingsEndedOn: '2026-11-24' }),
  resolutionNumber: is({ resolutionNumber: '22' }, { resolutionNumber: '8' }),
  targetedPlan: is({ targetedPlan: true }),
  victimSafetyReview: is({ victimSafetyReview: true }),
  notificationExplained: is({ notificationExplained: true }),
  adviceOfferedAgain: is({ adviceOfferedAgain: true }),
  policeLegalView: is({ policeLegalView: true }),
  suitableAdult: is({ suitableAdult: true }),
  assessmentAuthor: is({ assessmentAuthor: 'P-WORKER' }),
  voiceOfChild: is({ voiceOfChild: true }),
  voiceOfParent: is({ voiceOfParent: true }),
  countersigner: is({ countersigner: 'P-CHAIR' }),
  panel: is({ panel: { present, conflicts: [], hasVictimInput: true, isOpen: true } }),
  outcome: ofEachDisposal((outcome) => ({ outcome })),
  decidedOn: is({ decidedOn: '2026-11-24' }),
  decision: is({
    decision: { hasReasons: true, hasDiversity: true, hasWhyNothingLessIntrusive: true, hasDissent: true, hasInformation: true },
  }),
  escalation: is({ escalation: { decider: 'P-INSPECTOR', rank: 'inspector', hasPoliceAuthority: true } }),
  policeDecision: is({ policeDecision: { by: 'P-POLICE', on: '2026-11-24', isAuthorised: true } }),
  arrestingOfficer: is({ arrestingOfficer: 'P-ARRESTED' }),
  investigator: is({ investigator: 'P-INVESTIGATED' }),
  planEndsOn: is({ planEndsOn: '2026-12-31' }),
  planStartsOn: is({ planStartsOn: '2026-11-30' }),
  // What was not said of a condition is recorded of each.
  conditions: ({ conditions = [{ hours: 4 }] }) => [
    {
      conditions: conditions.map((one) => ({
        purpose: 'repair',
        ...one,
        hasPlace: true,
        hasTimes: true,
        hasWhy: true,
        hasFit: true,
        endsOn: '2026-12-31',
      })),
    },
  ],
  givingOn: is({ givingOn: '2026-11-27' }),
  explanationWrittenOn: is({ explanationWrittenOn: '2026-11-20' }),
  effectExplained: is({ effectExplained: { language: 'en', isTextApproved: true } }),
  understanding: is({ understanding: true }),
  adultAtGiving: is({ adultAtGiving: adult }),
  given: ofEachDisposal((given) => ({ given })),
  givenOn: is({ givenOn: '2026-11-24' }),
  activityCompletedOn: is({ activityCompletedOn: '2026-11-24' }),
  nonCompliance: is({ nonCompliance: { on: '2026-11-24', isChildHeard: true } }),
  prosecuting: is({ prosecuting: true }),
  arrestedForBreach: is({ arrestedForBreach: false }),
  endBeforeVariation: is({ endBeforeVariation: '2026-12-31' }),
  crimeOutcomeNumber: is(...['1', '2', '8', '10', '22', '23'].map((crimeOutcomeNumber) => ({ crimeOutcomeNumber }))),
  pnc: is({ pnc: 'recorded' }, { pnc: 'notDue' }),
  victimsTold: is({ victimsTold: { V1: '2026-11-24' } }),
  gravity: ofEachOffence({ gravity: { start: 2, adjustment: 0, final: 2, isScorerNamed: true } }),
  triable: ofEachOffence({ triable: 'either-way' }),
  knifeItem: (facts) => [...ofEachOffence({ isKnife: false })(facts), ...ofEachOffence({ isKnife: true })(facts)],
};

const never = (Object.keys(factRows) as (keyof typeof factRows)[]).filter((fact) => factRows[fact].help === 'none');
const folder = join(__dirname, '../../../test/referrals');
const referred = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    type Sent = { notice: Notice; police_file: PoliceFile | null };
    const { notice, police_file } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Sent;
    return factsOfReferral(notice, police_file, '2026-11-23T10:15:00.000Z');
  });
const offencesOf = (code: string, more: Partial<OffenceFact> = {}) =>
  (ordinaryCase.offences ?? []).map((one) => ({ ...one, code, ...more }));
/** What the child said, is and answered is as it is; then everything else is still to be learned, or one thing is. */
const said: Facts = {
  ...(Object.fromEntries(never.map((fact) => [fact, ordinaryCase[fact]]).filter(([, value]) => value !== undefined)) as Facts),
  admissionHeard: true,
  consentGiven: true,
  documentSigned: true,
  adviceAnswer: 'TAKEN',
  adviceTaken: false,
  variationConsent: true,
  chargedOn: '2026-11-24',
  reviewAskedBy: 'V1',
};
const beginnings: readonly Facts[] = [
  said,
  { ...ordinaryCase, ...said },
  ordinaryCase,
  ...referred,
  ...referred.map((facts) => ({ ...said, ...facts })),
  caseWith({ trafficking: { isReferred: true } }),
  caseWith({ offences: offencesOf('TH68023', { triable: 'indictable-only' }) }),
  caseWith({ offences: offencesOf('SX03007') }),
  caseWith({ offences: [{ code: 'XX26001', on: '2026-11-10' }], conditions: [{ purpose: 'punish', penaltyPounds: 10 }] }),
  caseWith({ offences: offencesOf('CJ88116', { triable: 'summary', on: '2026-06-01' }), planEndsOn: '2026-12-31' }),
  caseWith({ conditions: [{ hours: 4 }] }),
  caseWith({ conditions: [{ purpose: 'punish', hours: 4 }] }),
  caseWith({ conditions: [{ purpose: 'rehabilitate', isRestrictive: true }] }),
  caseWith({ victims: [{ ref: 'V1', isPartner: false, isFamily: true, isDomesticAbuse: true, hasEnhancedRights: true }] }),
];

/** The ways to ask a rule: with every outcome in question, and at every moment. */
const asked = (facts: Facts): readonly { readonly facts: Facts; readonly moment: Moment }[] =>
  [facts, ...disposals.map((outcome) => ({ ...facts, outcome }))].flatMap((one) =>
    moments.map((moment) => ({ facts: one, moment })),
  );

/** Goes for what the rule says is missing, as its help says, until the rule is met; null where it cannot be. */
function followed(rule: RuleId, facts: Facts, moment: Moment, path: readonly MissingFact[] = []): readonly MissingFact[] | null {
  const { answer, missing } = judge(rule, facts, { ...today, moment });
  if (answer === 'met') return path;
  const [fact] = missing;
  if (answer === 'notMet' || fact === undefined || path.length > 8 || helpFor(fact) === 'none') return null;
  for (const learned of following[fact]?.(facts) ?? []) {
    const reached = followed(rule, { ...facts, ...learned }, moment, [...path, fact]);
    if (reached !== null) return reached;
  }
  return null;
}

/** Each time help is offered for a rule: what is missing at first, and whether going for it leads to the rule being met. */
const helpsOf = (rule: RuleId) =>
  beginnings.flatMap(asked).flatMap(({ facts, moment }) => {
    const { answer, missing } = judge(rule, facts, { ...today, moment });
    if (answer !== 'unknown' || missing.some((fact) => helpFor(fact) === 'none')) return [];
    return [{ facts, missing, reached: followed(rule, facts, moment) }];
  });

describe('help that is followed', () => {
  it('has an answer to go for wherever the help is to record, obtain or wait, and none where there is none', () => {
    const all = [...Object.keys(factRows), ...Object.keys(partRows)] as MissingFact[];
    expect(Object.keys(following).sort()).toEqual(all.filter((fact) => helpFor(fact) !== 'none').sort());
  });

  /** Rules that nothing is ever missing for but what nobody may be sent to get, or that say yes or no at once. */
  const withoutHelp: readonly RuleId[] = [
    'childAdmits',
    'childAdmitsToAuthorisedPerson',
    'admissionHeard',
    'agreementGiven',
    'documentSigned',
    'consentToConditionsGiven',
    'variationHasConsent',
    'adviceAnswered',
    'childIsUnderEighteenAtCaution',
    'childIsUnderEighteenAtConditionalCaution',
    'deferralIsForChildren',
    'abuseIsNotByPartner',
    'domesticAbuseGateIsMet',
    'planLastsAtMostTwentyWeeks',
    'attendanceWithinTwentyHours',
    'givenCautionIsSetAside',
    'whatWasSaidIsOnRecord',
  ];
  /** To tell a victim of another decision is owed to them, and gives no right to a review that there is not. */
  const metWhere: { readonly [rule in RuleId]?: (facts: Facts) => boolean } = {
    victimMayAskForReview: ({ outcome }) => outcome === undefined || outcome === 'nfa',
  };
  const helped = ruleIds.filter((rule) => !withoutHelp.includes(rule));

  it.each(helped)('%s: whoever does what the help says sees it met', (rule) => {
    const helps = helpsOf(rule).filter(({ facts }) => metWhere[rule]?.(facts) ?? true);
    expect(helps.length).toBeGreaterThan(0);
    expect(helps.filter(({ reached }) => reached === null)).toEqual([]);
  });

  it.each(withoutHelp)('%s: nobody is sent for anything', (rule) => {
    expect(ruleOf(rule).flatMap(({ needs }) => needs.filter((fact) => helpFor(fact) !== 'none'))).toEqual([]);
    expect(helpsOf(rule)).toEqual([]);
  });

  it('is not followed where it leads nowhere: a fact that nobody can answer is noticed', () => {
    const { policeFile } = following;
    Object.assign(following, { policeFile: is({}) });
    const reached = helpsOf('policeFileIsThere').map((help) => help.reached);
    Object.assign(following, { policeFile });
    expect([reached.length > 0, new Set(reached)]).toEqual([true, new Set([null])]);
  });
});
