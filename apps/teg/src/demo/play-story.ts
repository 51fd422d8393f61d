import { addDays, type Instant, londonDay } from '#calendar';
import { type SeenCase, type Taken } from '../player/case-answers.js';
import { casePlayer } from '../player/case-player.js';
import { Halt } from '../word.js';
import { senderOf } from '../words/sender-of.js';
import { awaitProsecutor, confirm, decide, letStand, review, tellLaw } from './at-panel.js';
import { allocate, assess, countersign, list } from './before-panel.js';
import { deliver, excuse, intervene, plan } from './carry-out.js';
import { type Chronicle, chronicle, codeInWords, roleInWords, whyNot } from './chronicle.js';
import { answerNoAction, charge, closeCrime, reconsider, tellVictims } from './endings.js';
import { inWorkingDays, nextDeskTime, shortDay } from './office-time.js';
import { answered, holders, type Scene } from './scene.js';
import { act, disposalsOf, look, refusal, type Story, tell, who } from './story.js';
import { type StoryFile } from './stories-in.js';
import { type Until } from './timeline.js';

/** A story that was played: what is told of it, and how the service shows the case at the end. Null: nothing was put on record. */
export type Played = { readonly from: StoryFile; readonly chronicle: Chronicle; readonly reference: string | null; readonly end: SeenCase | null };

/** What is done while a case waits; each does at least one thing that moves it on, or the story stands still. */
const turns: { readonly [state: string]: (story: Story, seen: SeenCase) => Promise<void> } = {
  awaitingAllocation: allocate,
  returnedToReferrer: async (story) => void (await act(story, { role: 'referringSupervisor', event: 'referralResent', says: 'sends the referral again' })),
  awaitingAssessment: assess,
  awaitingCountersignature: countersign,
  awaitingPanel: list,
  atPanel: decide,
  awaitingEscalationReview: review,
  awaitingPoliceDecision: confirm,
  awaitingChallenge: letStand,
  awaitingCpsDecision: awaitProsecutor,
  awaitingPlanAgreement: plan,
  awaitingDelivery: deliver,
  inIntervention: intervene,
  awaitingNonComplianceDecision: excuse,
  awaitingSergeantDecision: answerNoAction,
  awaitingCharge: charge,
  awaitingReconsideration: reconsider,
  awaitingCrimeOutcome: closeCrime,
};
const longest = 60;

/** Plays one referral from its notice to the end that the service lets it come to. */
export async function playStory(from: StoryFile, scene: Scene, clock: { readonly now: () => Instant; readonly until: Until }): Promise<Played> {
  const told = chronicle();
  if (from.receivedAt !== null) await clock.until(from.receivedAt);
  const sender = senderOf(from.sent.notice, scene.everybody);
  if (sender === null) throw new Halt(`Nobody of the demonstration refers for the force or court of ${from.file}.`);
  const { received_at, notice } = from.sent;
  const reply = answered(await scene.player.write<Taken>(sender, 'POST', '/api/referrals', { ...(received_at !== undefined && { received_at }), notice }));
  if (!reply.ok) {
    const other = reply.problem.other === undefined ? '' : ` The other is ${reply.problem.other}.`;
    told.add({ at: clock.now(), kind: 'refused', who: 'not allowed', says: `${roleInWords(sender)}: referral. ${whyNot(reply.problem)}${other}` });
    return { from, chronicle: told, reference: null, end: null };
  }
  const { reference, area, version, state, isCaretaker, homeAuthority, clocks } = reply.body;
  const story: Story = {
    from,
    scene,
    chronicle: told,
    case: casePlayer(scene.player, reference, version),
    area,
    sender,
    memory: { holdsPoliceFile: true, tried: [], turn: null, relist: false },
    ...clock,
  };
  tell(story, roleInWords(sender), `sends the notice: ${codeInWords(state)}${isCaretaker ? `; ${area} acts as caretaker for ${homeAuthority ?? 'another authority'}` : ''}`);
  if (clocks.length > 0) tell(story, 'first due', clocks.filter(({ status, dueOn }) => status === 'running' && dueOn < addDays(londonDay(clock.now()), 366)).map(({ kind, of, dueOn }) => `${codeInWords(kind)}${of === undefined ? '' : ` ${of}`} ${shortDay(dueOn)}`).join('; '));
  if (state === 'noticeOnly') return { from, chronicle: told, reference, end: await streetNotice(story) };
  return { from, chronicle: told, reference, end: await goOn(story) };
}

async function goOn(story: Story): Promise<SeenCase> {
  let seen = await look(story);
  for (let step = 0; step < longest && seen.state !== 'closed'; step += 1) {
    const turn = turns[seen.state];
    if (turn === undefined) break;
    await turn(story, seen);
    const after = await look(story);
    if (after.state === seen.state && after.version === seen.version) break;
    seen = after;
  }
  if (seen.state === 'closed') {
    await story.until(inWorkingDays(story.now(), 1));
    await tellVictims(story);
  }
  return seen;
}

/** A resolution that was given in the street comes before no panel: it is stored, and somebody looks whether it is one of several. */
async function streetNotice(story: Story): Promise<SeenCase> {
  tellLaw(story, await disposalsOf(story));
  const seen = await look(story);
  await story.until(nextDeskTime(story.now()));
  const manager = await who(story, 'dutyManager');
  const [practitioner = ''] = holders(story.scene.everybody, 'practitioner', story.area);
  await act(story, { role: 'dutyManager', event: 'caseAllocated', body: { practitioner }, says: 'allocates it to a practitioner' });
  const child = seen.child?.reference;
  if (child === null || child === undefined) return seen;
  type Child = { readonly identity: { readonly isConfirmed: boolean }; readonly possibleMatches: readonly { readonly reference: string; readonly alike: readonly string[] }[] };
  const found = answered(await story.scene.player.get<Child>(manager, `/api/children/${child}`));
  if (!found.ok) return seen;
  const { identity, possibleMatches } = found.body;
  tell(story, roleInWords(manager), `looks for other notices of the same child: ${possibleMatches.length} that may be${identity.isConfirmed ? '' : '; who the child is is not confirmed yet'}`);
  for (const { reference, alike } of possibleMatches.filter((match) => match.alike.includes('namesAndBirth'))) {
    const joined = answered(await story.scene.player.write(manager, 'POST', `/api/children/${child}/children-merged`, { other: reference }));
    if (joined.ok) tell(story, roleInWords(manager), `says that ${child} and ${reference} are one child (${alike.map(codeInWords).join(', ')})`);
    else refusal(story, `${roleInWords(manager)}: one child`, joined.problem);
  }
  return look(story);
}
