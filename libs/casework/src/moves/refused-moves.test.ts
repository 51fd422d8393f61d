import { type CaseEventType, isState, pathwayOf, type State } from '#pathway';
import { type CaseWorld, caseWorld } from '../../../../test/world/case-world.js';
import { givenBody, type Hands, type Step, walk } from '../../../../test/world/journeys.js';
import { journeys } from '../../../../test/world/outcome-journeys.js';
import { calledMeeting, panel, people, type WalkedCase, walkedCase } from '../../../../test/world/walked-case.js';

const reasons = 'Why.';
const decision = { outcome: 'yc', reasons, diversity: 'Asked.', whyNothingLessIntrusive: 'Nothing less.', dissent: [] };

type Refused = { readonly as: string; readonly event: CaseEventType; readonly body?: object; readonly says: object };
const rule = (id: string, answer = 'notMet') => ({
  because: 'notAllowed',
  rules: expect.arrayContaining([expect.objectContaining({ rule: id, answer })]) as unknown,
});
const hears = (...possible: readonly string[]) => ({ because: 'notNow', possible: expect.arrayContaining(possible) as unknown });
const code = (because: string, said: string) => ({ because, code: said });

/** From each state one step that may not be taken, and what is said instead. */
const wrong: { readonly [S in State]?: Refused } = {
  awaitingAllocation: {
    as: people.chair,
    event: 'panelDecisionRecorded',
    body: decision,
    says: hears('caseAllocated', 'referralReturned', 'divertedAtTriage'),
  },
  returnedToReferrer: {
    as: people.dutyManager,
    event: 'caseAllocated',
    body: { practitioner: people.practitioner },
    says: hears('referralResent'),
  },
  awaitingAssessment: {
    as: people.coordinator,
    event: 'caseListed',
    body: { meeting: '$meeting' },
    says: hears('assessmentCompleted', 'assessmentNotPossible'),
  },
  awaitingCountersignature: {
    as: people.coordinator,
    event: 'caseListed',
    body: { meeting: '$meeting' },
    says: hears('assessmentCountersigned', 'assessmentSentBack'),
  },
  awaitingPanel: { as: people.chair, event: 'panelOpened', body: { present: panel }, says: code('notNow', 'caseNotListed') },
  atPanel: {
    as: people.chair,
    event: 'panelDecisionRecorded',
    body: { ...decision, diversity: ' ' },
    says: rule('diversityIsAnswered'),
  },
  awaitingEscalationReview: {
    as: people.police,
    event: 'policeDecisionConfirmed',
    says: hears('escalationDecided', 'escalationReturned'),
  },
  awaitingPoliceDecision: {
    as: people.delivery,
    event: 'disposalGiven',
    body: givenBody,
    says: hears('policeDecisionConfirmed', 'policeDecisionDeparted', 'cpsAuthorityRequested'),
  },
  awaitingChallenge: { as: people.police, event: 'departureStands', says: code('notNow', 'challengeStillOpen') },
  awaitingCpsDecision: {
    as: people.police,
    event: 'policeDecisionConfirmed',
    says: hears('cpsAuthorised', 'cpsRefused', 'cpsReturned'),
  },
  awaitingPlanAgreement: {
    as: people.practitioner,
    event: 'planAgreed',
    body: { document: '$plan', endsOn: '2027-12-01' },
    says: rule('planLastsAtMostTwentyWeeks'),
  },
  awaitingDelivery: {
    as: people.delivery,
    event: 'disposalGiven',
    body: { ...givenBody, appropriateAdult: { name: 'The victim', suitable: false } },
    says: rule('adultSuitableAtGiving'),
  },
  inIntervention: {
    as: people.supervisor,
    event: 'crimeOutcomeRecorded',
    body: { outcomeNumber: '3', pnc: 'recorded' },
    says: rule('outcomeNumberIsForChildren'),
  },
  awaitingNonComplianceDecision: {
    as: people.police,
    event: 'limitPassed',
    body: { reasons },
    says: rule('chargingLimitHasPassed', 'unknown'),
  },
  awaitingSergeantDecision: {
    as: people.supervisor,
    event: 'crimeOutcomeRecorded',
    body: { outcomeNumber: '10', pnc: 'notDue' },
    says: hears('nfaConfirmed', 'nfaDeclined'),
  },
  awaitingCharge: {
    as: people.police,
    event: 'decisionReopened',
    body: { reason: reasons },
    says: hears('chargeRecorded', 'chargeDeclined', 'returnedForOutOfCourt'),
  },
  awaitingReconsideration: {
    as: people.supervisor,
    event: 'chargeRecorded',
    body: { chargedOn: '2026-11-30' },
    says: hears('caseRelisted', 'decisionTakenAfresh'),
  },
  awaitingCrimeOutcome: {
    as: people.supervisor,
    event: 'crimeOutcomeRecorded',
    body: { outcomeNumber: '1', pnc: 'notDue' },
    says: rule('outcomeNumberFits'),
  },
  closed: {
    as: people.supervisor,
    event: 'crimeOutcomeRecorded',
    body: { outcomeNumber: '2', pnc: 'recorded' },
    says: hears('outcomeSetAside', 'representationReceived'),
  },
};

const returned: Step = {
  as: people.dutyManager,
  event: 'referralReturned',
  body: { missing: ['/notice/interview'], reason: reasons },
  state: 'returnedToReferrer',
};

/** The first journey that comes to the state, as far as there; two states lie beside every journey. */
function wayTo(state: State): { readonly referral: string; readonly start: string; readonly steps: readonly Step[] } {
  const start = journeys[0]?.start ?? '';
  if (state === 'awaitingAllocation') return { referral: 'R01', start, steps: [] };
  if (state === 'returnedToReferrer') return { referral: 'R01', start, steps: [returned] };
  if (state === 'awaitingCpsDecision') {
    const way = wayTo('awaitingPoliceDecision');
    const asked = {
      as: people.police,
      event: 'cpsAuthorityRequested',
      body: { childInformationForm: '$childInformationForm' },
      state,
    } as const;
    return { ...way, steps: [...way.steps, { as: people.police, paper: 'childInformationForm' }, asked] };
  }
  for (const { referral, start: begin, steps } of journeys) {
    const last = steps.findIndex((step) => 'event' in step && step.state === state);
    if (last >= 0) return { referral, start: begin, steps: steps.slice(0, last + 1) };
  }
  throw new Error(`No journey comes to ${state}.`);
}

describe('from each state, a step that may not be taken says why and leaves no trace', () => {
  let world: CaseWorld;
  beforeAll(async () => {
    world = await caseWorld();
  });
  afterAll(() => world.close());

  it('is asked of every state of the pathway', () => {
    const { table } = pathwayOf('vale-oocd', 1);
    const lived = Object.entries(table).filter(([, heard]) => Object.keys(heard).length > 0);
    expect(Object.keys(wrong).sort()).toEqual(lived.map(([state]) => state).sort());
  });

  it.each(Object.entries(wrong))('%s', async (name, { as, event, body = {}, says }) => {
    const state: State = isState(name) ? name : 'closed';
    const { referral, start, steps } = wayTo(state);
    world.goTo(start);
    const child: WalkedCase = walkedCase(world, await world.refer(world.ownReferral(referral)));
    const hands: Hands = {
      setClock: world.goTo,
      paper: child.paper,
      meeting: (_, at) => calledMeeting(world, at),
      move: child.go,
    };
    await walk(steps, hands, () => undefined);
    const papers = JSON.stringify(body).includes('$')
      ? { meeting: await calledMeeting(world, '2027-02-01T10:00:00Z'), plan: await child.paper(people.practitioner, 'plan') }
      : null;
    const filled = JSON.parse(
      JSON.stringify(body)
        .replace('$meeting', papers?.meeting ?? '')
        .replace('$plan', papers?.plan ?? ''),
    ) as object;
    const before = await world.rows();
    const outcome = await child.ask({ as, event, body: filled });
    expect(outcome).toMatchObject({ ok: false, refusal: says });
    expect(await world.rows()).toEqual(before);
    const [row] = await world.sql<{ state: string }>('select state from teg.stream where reference = $1', [child.reference]);
    expect(row?.state).toBe(state);
  });
});
