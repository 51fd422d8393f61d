import { addDays, instantOfLondon, londonDay } from '#calendar';
import { type SeenCase } from '../player/case-answers.js';
import { afternoon, evening, inWorkingDays, shortDay } from './office-time.js';
import { obtain } from './obtain.js';
import { laterOf } from './scene.js';
import { act, actLawfully, paper, type Remedies, type Story } from './story.js';
import { recordCrimeOutcome, tellVictims } from './endings.js';

const weeks: { readonly [outcome: string]: number } = { o22: 6, yrd: 6, o23: 12, yc: 8, ycc: 16 };
const bufferDays = 14;

/** A plan of the usual length; where the law says that it ends too late for the charging limit, one that ends in time. */
export async function plan(story: Story, seen: SeenCase): Promise<void> {
  await story.until(inWorkingDays(story.now(), 1));
  await tellVictims(story);
  const outcome = String(seen.facts['outcome']);
  let endsOn = addDays(londonDay(story.now()), (weeks[outcome] ?? 6) * 7);
  const document = await paper(story, 'practitioner', 'plan');
  const conditions = outcome === 'ycc' ? { conditions: [{ purpose: 'repair', hours: 6, what: 'What was damaged or taken is made good.', fit: 'Near home, in hours out of school.' }] } : {};
  const limit = seen.clocks.find(({ kind, status }) => kind === 'chargingLimit' && status === 'running')?.dueOn;
  const shorten = (): Promise<boolean> => {
    const latest = limit === undefined ? endsOn : addDays(limit, -bufferDays);
    const isShorter = latest < endsOn && latest > londonDay(story.now());
    if (isShorter) endsOn = latest;
    return Promise.resolve(isShorter);
  };
  const reply = await actLawfully(
    story,
    () => ({ role: 'practitioner', event: 'planAgreed', body: { document, endsOn, ...conditions }, says: `agrees a plan with the child and family, until ${shortDay(endsOn)}` }),
    { planEndsBeforeChargingLimit: shorten, deferralEndsBeforeChargingLimit: shorten },
    obtain,
  );
  if (!reply.ok) await act(story, { role: 'practitioner', event: 'planDeclined', says: 'records that no plan could be agreed' });
}

/** The officer invites with the explanation in writing, waits two clear days and more, and gives with every safeguard asked afresh. */
export async function deliver(story: Story, seen: SeenCase): Promise<void> {
  await story.until(inWorkingDays(story.now(), 1));
  await tellVictims(story);
  const outcome = String(seen.facts['outcome']);
  await arrange(story);
  if (story.memory.turn === 'yrd' && outcome === 'yrd') await missing(story);
  if (story.memory.turn === 'yc' && outcome === 'yc') {
    story.memory.turn = null;
    story.memory.tried.push('yc', 'ycc');
    await act(story, { role: 'deliveryOfficer', event: 'admissionNotConfirmed', says: 'hears no admission now, and stops: what the child says is not argued with' });
    return;
  }
  await give(story, outcome);
}

async function arrange(story: Story): Promise<void> {
  const at = instantOfLondon(londonDay(inWorkingDays(story.now(), 3)), evening);
  const name = story.from.notice.appropriate_adult?.name ?? 'an adult still to be found';
  const body = { at, place: 'A police station, in a room without a counter', appropriateAdult: { name } };
  await act(story, { role: 'deliveryOfficer', event: 'deliveryArranged', body, says: `arranges the meeting for ${shortDay(londonDay(at))}, with the explanation in writing` });
  await story.until(at);
}

/** The child is missing on the day: safeguarding first, another day, and no refusal. */
async function missing(story: Story): Promise<void> {
  story.memory.turn = null;
  await act(story, { role: 'practitioner', event: 'childMissing', says: 'reports that the child is missing' });
  await act(story, { role: 'deliveryOfficer', event: 'deliveryPostponed', body: { cause: 'missing', whose: 'child' }, says: 'postpones, for a cause that blames nobody' });
  await story.until(inWorkingDays(story.now(), 1));
  await act(story, { role: 'practitioner', event: 'childFound', says: 'reports that the child is safe' });
  await arrange(story);
}

async function give(story: Story, outcome: string): Promise<void> {
  const { notice } = story.from;
  const language = notice.preferred_language === 'CY' ? 'cy' : 'en';
  const { name, suitable, over_18: overEighteen, employed_by_police: employedByPolice } = notice.appropriate_adult ?? {};
  let adult: object = { name: name ?? 'nobody', suitable: suitable === true, ...(typeof overEighteen === 'boolean' && { overEighteen }), ...(typeof employedByPolice === 'boolean' && { employedByPolice }) };
  let oral = {};
  const signed = outcome === 'ycc' ? { signedDocument: await paper(story, 'deliveryOfficer', 'signedDocument') } : {};
  const anotherAdult = async (): Promise<boolean> => {
    adult = { name: 'another adult, who is suitable', suitable: true, overEighteen: true, employedByPolice: false, isVictim: false };
    return obtain(story, 'suitableAdult');
  };
  const remedies: Remedies = {
    adultIsSuitable: anotherAdult,
    adultSuitableAtGiving: anotherAdult,
    explanationTextIsApproved: () => {
      oral = { oral: true };
      return Promise.resolve(true);
    },
    twoClearDaysForAdvice: async () => {
      await story.until(inWorkingDays(story.now(), 1, evening));
      return true;
    },
  };
  const reply = await actLawfully(
    story,
    () => ({
      role: 'deliveryOfficer',
      event: 'disposalGiven',
      body: {
        admissionHeard: outcome !== 'yrd',
        effectExplained: { document: 'the explanation for young people', language, by: 'the officer who gives it', ...oral },
        understanding: 'In the child’s own words.',
        appropriateAdult: adult,
        adviceAnswer: notice.legal_advice?.taken === true ? 'alreadyTaken' : 'declined',
        ...(outcome !== 'yc' && { consent: true }),
        ...signed,
      },
      says: `gives it (${outcome}): asks, explains, checks what was understood${'oral' in oral ? ', in Welsh by a speaker' : ''}`,
    }),
    remedies,
    obtain,
  );
  if (!reply.ok) await act(story, { role: 'policeDecisionMaker', event: 'decisionReopened', body: { reason: 'It could not be given.' }, says: 'takes the case back: it could not be given' });
}

/** The plan is carried out; the police record the outcome of the crime meanwhile where something was given. */
export async function intervene(story: Story, seen: SeenCase): Promise<void> {
  const outcome = String(seen.facts['outcome']);
  const ends = instantOfLondon(String(seen.facts['planEndsOn']), afternoon);
  if (seen.facts['given'] !== undefined && seen.facts['crimeOutcomeNumber'] === undefined) {
    await story.until(inWorkingDays(story.now(), 1));
    await recordCrimeOutcome(story, outcome);
  }
  if (story.memory.turn === 'o23' && outcome === 'o23') {
    story.memory.turn = null;
    story.memory.tried.push('o23');
    await story.until(inWorkingDays(story.now(), 20));
    await act(story, { role: 'practitioner', event: 'activityNotCompleted', body: { reason: 'Asked why; another activity and more time were offered.' }, says: 'records that the activity is not completed, and why' });
    return;
  }
  if (story.memory.turn === 'ycc' && outcome === 'ycc') {
    story.memory.turn = null;
    await story.until(inWorkingDays(story.now(), 30));
    await act(story, { role: 'practitioner', event: 'nonComplianceReported', body: { what: 'Two sessions were missed.', childSays: 'The bus did not come.' }, says: 'reports that a condition was not kept, and what the child says' });
    return;
  }
  await story.until(laterOf(story.now(), ends));
  await act(story, { role: 'practitioner', event: 'interventionCompleted', body: { exitPlan: 'What goes on afterwards, in the words of the demonstration.', feedbackAsked: true }, says: 'completes it, with an exit plan and feedback asked' });
}

export async function excuse(story: Story): Promise<void> {
  await story.until(inWorkingDays(story.now(), 2));
  await act(story, { role: 'policeDecisionMaker', event: 'reasonableExcuseFound', body: { reasons: 'The bus was cancelled on both days.' }, says: 'finds a reasonable excuse: the caution goes on' });
}
