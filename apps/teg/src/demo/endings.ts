import { londonDay } from '#calendar';
import { type SeenCase } from '../player/case-answers.js';
import { chooseAfresh } from './choose.js';
import { roleInWords } from './chronicle.js';
import { inWorkingDays } from './office-time.js';
import { obtain } from './obtain.js';
import { answered, holders } from './scene.js';
import { act, actLawfully, disposalsOf, look, refusal, type Story, tell } from './story.js';
import { tellLaw } from './at-panel.js';

const reasons = 'What weighed for and against, in the words of the demonstration.';

/** Each victim whose clock runs is told, by the victim officer, who sees nothing else of the case. */
export async function tellVictims(story: Story): Promise<void> {
  const [officer] = holders(story.scene.everybody, 'victimOfficer', story.area);
  const waiting = (await look(story)).clocks.filter(({ kind, status }) => kind === 'victimTold' && status === 'running');
  if (officer === undefined) return;
  for (const { of, dueOn } of waiting) {
    const reply = answered(await story.scene.player.write(officer, 'POST', `/api/cases/${story.case.reference}/victim-informed`, { ref: of }));
    if (reply.ok) tell(story, roleInWords(officer), `tells victim ${of} (due by ${dueOn})`);
    else refusal(story, `${roleInWords(officer)}: victim informed`, reply.problem);
  }
}

/** The number that fits, of those the service names for the outcome; on the PNC where it belongs there. */
export async function recordCrimeOutcome(story: Story, outcome: string): Promise<void> {
  const numbers = (await disposalsOf(story)).find(({ disposal }) => disposal === outcome)?.outcomeNumbers ?? [];
  const outcomeNumber = numbers.includes('10') ? '10' : (numbers[0] ?? '10');
  let pnc = outcome === 'yc' || outcome === 'ycc' ? 'recorded' : 'notDue';
  const other = (): Promise<boolean> => {
    pnc = pnc === 'recorded' ? 'notDue' : 'recorded';
    return Promise.resolve(true);
  };
  await actLawfully(
    story,
    () => ({ role: 'referringSupervisor', event: 'crimeOutcomeRecorded', body: { outcomeNumber, pnc }, says: `records crime outcome ${outcomeNumber}, ${pnc === 'recorded' ? 'and the PNC entry' : 'and that no PNC entry is due'}` }),
    { pncEntryIsRight: other },
    obtain,
  );
}

export async function closeCrime(story: Story, seen: SeenCase): Promise<void> {
  await story.until(inWorkingDays(story.now(), 1));
  await tellVictims(story);
  await recordCrimeOutcome(story, String(seen.facts['outcome'] ?? 'nfa'));
}

export async function answerNoAction(story: Story): Promise<void> {
  await story.until(inWorkingDays(story.now(), 2));
  if (story.memory.turn === 'nfa') {
    story.memory.turn = null;
    story.memory.tried.push('nfa');
    await act(story, { role: 'referringSupervisor', event: 'nfaDeclined', body: { reasons }, says: 'declines the suggestion of no further action, with reasons' });
    return;
  }
  await actLawfully(story, () => ({ role: 'referringSupervisor', event: 'nfaConfirmed', says: 'confirms that no further action is taken' }), {}, obtain);
}

export async function charge(story: Story): Promise<void> {
  await story.until(inWorkingDays(story.now(), 1));
  await tellVictims(story);
  await story.until(inWorkingDays(story.now(), 1));
  if (story.memory.turn === 'court') {
    story.memory.turn = null;
    story.memory.tried.push('court');
    story.memory.relist = true;
    await act(story, { role: 'prosecutor', event: 'returnedForOutOfCourt', body: { reasons }, says: 'returns the case for an out-of-court decision' });
    return;
  }
  const reply = await actLawfully(story, () => ({ role: 'referringSupervisor', event: 'chargeRecorded', body: { chargedOn: londonDay(story.now()) }, says: 'records the charge' }), {}, obtain);
  if (!reply.ok) {
    story.memory.tried.push('court');
    await act(story, { role: 'prosecutor', event: 'chargeDeclined', body: { reasons }, says: 'declines the charge' });
  }
}

/** A case that came back: to the panel again where a prosecutor sent it, else decided afresh, by the police and with reasons. */
export async function reconsider(story: Story): Promise<void> {
  await story.until(inWorkingDays(story.now(), 1));
  if (story.memory.relist) {
    story.memory.relist = false;
    await act(story, { role: 'policeDecisionMaker', event: 'caseRelisted', body: { reason: reasons }, says: 'brings the case before the panel again' });
    return;
  }
  const disposals = await disposalsOf(story);
  tellLaw(story, disposals);
  const outcome = chooseAfresh(story, disposals);
  if (outcome === null) {
    await act(story, { role: 'policeDecisionMaker', event: 'caseRelisted', body: { reason: reasons }, says: 'brings the case before the panel again' });
    return;
  }
  story.memory.tried.push(outcome);
  await actLawfully(story, () => ({ role: 'policeDecisionMaker', event: 'decisionTakenAfresh', body: { outcome, reasons }, says: `decides afresh, with reasons: ${outcome}` }), {}, obtain);
}
