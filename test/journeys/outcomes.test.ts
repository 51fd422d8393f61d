import { decided, type Journey, walk } from '../world/journeys.js';
import { journeys } from '../world/outcome-journeys.js';
import { people } from '../world/walked-case.js';
import { type Child, dueDays, openStage, type Stage } from './stage.js';
import { listedAndOpened, reasons } from './usual-ways.js';

/** Every state of the Vale's pathway. */
const statesOfVale = ['awaitingAllocation', 'returnedToReferrer', 'awaitingAssessment', 'awaitingCountersignature', 'awaitingPanel', 'atPanel', 'awaitingEscalationReview', 'awaitingPoliceDecision', 'awaitingChallenge', 'awaitingCpsDecision', 'awaitingPlanAgreement', 'awaitingDelivery', 'inIntervention', 'awaitingNonComplianceDecision', 'awaitingSergeantDecision', 'awaitingCharge', 'awaitingCrimeOutcome', 'awaitingReconsideration', 'closed'];

describe('a journey for each way an outcome can go, through the API', () => {
  let stage: Stage;
  const tried = new Set<string>();
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  /** The first time a state is come to: a step that it does not hear is refused, says what it hears, and moves nothing. */
  const tryWrongStep = async (child: Child): Promise<void> => {
    const before = await child.look();
    if (tried.has(before.state)) return;
    tried.add(before.state);
    const [event, body] = before.state === 'awaitingCharge' ? ['nfaConfirmed', {}] : ['chargeRecorded', { chargedOn: '2026-11-24' }];
    const refused = await child.no(people.supervisor, event, body);
    expect([before.state, refused.status, refused.because]).toEqual([before.state, 409, 'notNow']);
    expect(refused.detail).toMatch(/\w/);
    expect(refused.possible).toEqual(expect.arrayContaining(before.next.filter(({ open }) => open).map(({ event }) => event)));
    expect((await child.look()).version).toBe(before.version);
  };

  it.each(journeys.map((journey): [string, Journey] => [journey.title, journey]))('%s', async (_, { referral, start, steps }) => {
    const child = await stage.refer({ like: referral, at: start });
    await tryWrongStep(child);
    const hands = { setClock: stage.goTo, paper: child.keep, meeting: (_: string, at: string) => stage.meeting(at), move: child.go };
    await walk(steps, hands, async (step, state) => {
      expect([step.event, state]).toEqual([step.event, step.state]);
      await tryWrongStep(child);
    });
    expect((await child.look()).state).toBe('closed');
  });

  it('a referral that is returned, and an authority that is asked for: there too a wrong step says why', async () => {
    const returned = await stage.refer();
    await returned.go(people.dutyManager, 'referralReturned', { missing: ['/notice/interview'], reason: reasons });
    await tryWrongStep(returned);
    expect((await returned.go(people.supervisor, 'referralResent')).state).toBe('awaitingAllocation');
    // The first receipt keeps the clock.
    expect(dueDays(await returned.look())['panel']).toBe('2026-12-14');
    const asked = await stage.refer();
    await asked.walk(listedAndOpened, decided('yc', 'awaitingPoliceDecision'));
    await asked.go(people.police, 'cpsAuthorityRequested', { childInformationForm: await asked.keep(people.police, 'childInformationForm') });
    await tryWrongStep(asked);
    expect([...tried].sort()).toEqual([...statesOfVale].sort());
  });
});
