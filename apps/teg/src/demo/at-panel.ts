import { type SeenCase, type SeenDisposal } from '../player/case-answers.js';
import { chooseInTurn, isOpen, needs } from './choose.js';
import { afternoon, inWorkingDays } from './office-time.js';
import { instantOfLondon, londonDay } from '#calendar';
import { obtain, prosecutorAnswers } from './obtain.js';
import { laterOf } from './scene.js';
import { act, actLawfully, disposalsOf, paper, type Story, tell } from './story.js';

const reasons = 'What weighed for and against, in the words of the demonstration.';

const statuses = [
  ['allowed', 'allowed'],
  ['needs', 'allowed once it has what it needs'],
  ['notAllowedLocally', 'not allowed by local policy'],
  ['notAllowed', 'not allowed'],
] as const;

/** The seven answers of the law, as the service gives them on the day. */
export function tellLaw(story: Story, disposals: readonly SeenDisposal[]): void {
  const groups = statuses.flatMap(([status, words]) => {
    const named = disposals.filter((one) => one.status === status).map(({ disposal, needs: wants }) => `${disposal}${wants.length > 0 ? ` (${wants.join(', ')})` : ''}`);
    return named.length === 0 ? [] : [`${words}: ${named.join(', ')}`];
  });
  tell(story, 'the law says', groups.join('; '), 'law');
  const reasonsFor = new Map<string, string[]>();
  for (const { disposal, status, why } of disposals) {
    if (status !== 'notAllowed' && status !== 'notAllowedLocally') continue;
    for (const one of why.slice(0, 1)) reasonsFor.set(one, [...(reasonsFor.get(one) ?? []), disposal]);
  }
  for (const [why, names] of reasonsFor) tell(story, 'and why not', `${names.join(', ')}: ${why}`, 'law');
}

function take(story: Story, disposals: readonly SeenDisposal[]): string | null {
  const outcome = chooseInTurn(story, disposals);
  // The second time that an outcome is shown its other turn is shown: what is not completed, not confirmed, declined or sent back.
  story.memory.turn = outcome !== null && story.scene.chosen.get(outcome) === 2 ? outcome : null;
  return outcome;
}

/** Every fifth panel does not agree, so that a sergeant decides; the others decide themselves. */
export async function decide(story: Story): Promise<void> {
  const { counts } = story.scene;
  counts.panels += 1;
  const disposals = await disposalsOf(story);
  tellLaw(story, disposals);
  if (counts.panels % 5 === 0) {
    const open = disposals.filter(isOpen).map(({ disposal }) => disposal);
    const positions = [{ role: 'policeDecisionMaker', outcome: open.at(-1) ?? 'nfa', reasons }, { role: 'teamManager', outcome: open[0] ?? 'nfa', reasons }];
    await act(story, { role: 'chair', event: 'consensusNotReached', body: { positions }, says: 'records that the panel does not agree, with each position' });
    return;
  }
  const outcome = take(story, disposals);
  if (outcome === null) return adjourn(story);
  const body = { outcome, reasons, diversity: 'Asked and answered for this child.', whyNothingLessIntrusive: 'Why nothing less would do, in the words of the demonstration.', dissent: [], information: ['police', 'youthJusticeService', 'victimService', 'family'] };
  await actLawfully(story, () => ({ role: 'chair', event: 'panelDecisionRecorded', body, says: `records what the panel decides: ${outcome}` }), {}, obtain);
}

const adjourn = async (story: Story): Promise<void> => {
  await act(story, { role: 'chair', event: 'panelAdjourned', body: { reason: reasons }, says: 'adjourns: nothing can be decided today' });
};

export async function review(story: Story, seen: SeenCase): Promise<void> {
  await story.until(inWorkingDays(story.now(), 1));
  const role = seen.facts['isChallenged'] === true ? 'inspector' : 'youthJusticeSergeant';
  const outcome = take(story, await disposalsOf(story));
  if (outcome === null) return void (await act(story, { role, event: 'escalationReturned', body: { reason: reasons }, says: 'returns the case to the panel' }));
  await actLawfully(story, () => ({ role, event: 'escalationDecided', body: { outcome, reasons }, says: `decides what the panel could not: ${outcome}` }), {}, obtain);
}

/** The police confirm; where the prosecutor must be asked first, they are. The fourth recommendation they depart from. */
export async function confirm(story: Story, seen: SeenCase): Promise<void> {
  await story.until(laterOf(story.now(), instantOfLondon(londonDay(story.now()), afternoon)));
  const disposals = await disposalsOf(story);
  const outcome = String(seen.facts['outcome']);
  if (needs(disposals.find(({ disposal }) => disposal === outcome), 'cps')) {
    const childInformationForm = await paper(story, 'policeDecisionMaker', 'childInformationForm');
    await act(story, { role: 'policeDecisionMaker', event: 'cpsAuthorityRequested', body: { childInformationForm }, says: 'asks the prosecutor for authority, with the child information form' });
    return;
  }
  const { counts } = story.scene;
  counts.recommendations += 1;
  if (counts.recommendations === 4) return depart(story, outcome, disposals);
  await actLawfully(story, () => ({ role: 'policeDecisionMaker', event: 'policeDecisionConfirmed', says: 'confirms: the decision is the police’s' }), {}, obtain);
}

/** Only ever to something less intrusive, in a demonstration. */
async function depart(story: Story, outcome: string, disposals: readonly SeenDisposal[]): Promise<void> {
  const names = disposals.map(({ disposal }) => disposal);
  const less = disposals.filter(({ disposal, status }) => status === 'allowed' && names.indexOf(disposal) < names.indexOf(outcome)).at(-1)?.disposal;
  if (less === undefined) return confirmPlainly(story);
  await act(story, { role: 'policeDecisionMaker', event: 'policeDecisionDeparted', body: { outcome: less, reasons }, says: `departs from the panel, with reasons: ${less} instead of ${outcome}` });
}

const confirmPlainly = async (story: Story): Promise<void> => {
  await act(story, { role: 'policeDecisionMaker', event: 'policeDecisionConfirmed', says: 'confirms: the decision is the police’s' });
};

/** Tried at once, and again when the two working days for a challenge are over. */
export async function letStand(story: Story): Promise<void> {
  await act(story, { role: 'policeDecisionMaker', event: 'departureStands', says: 'lets the departure stand' });
  await story.until(inWorkingDays(story.now(), 3));
  await act(story, { role: 'policeDecisionMaker', event: 'departureStands', says: 'lets the departure stand: nobody challenged it within two working days' });
}

export async function awaitProsecutor(story: Story): Promise<void> {
  await prosecutorAnswers(story);
}
