import { type Instant } from '#calendar';
import { type Moved, type SeenCase, type SeenDisposal, type SeenRule } from '../player/case-answers.js';
import { type CasePlayer } from '../player/case-player.js';
import { type Problem, type Reply } from '../player/reply.js';
import { Halt } from '../word.js';
import { type Chronicle, codeInWords, roleInWords, whyNot } from './chronicle.js';
import { answered, holders, needed, type Scene } from './scene.js';
import { type StoryFile } from './stories-in.js';

/** One child’s way through the service, as it is being played. */
export type Story = {
  readonly from: StoryFile;
  readonly scene: Scene;
  readonly chronicle: Chronicle;
  readonly case: CasePlayer;
  readonly area: string;
  readonly sender: string;
  /** What the story remembers of itself: what was tried, what is being shown. */
  readonly memory: { holdsPoliceFile: boolean; readonly tried: string[]; turn: string | null; relist: boolean };
  readonly now: () => Instant;
  readonly until: (instant: Instant) => Promise<void>;
};

/** A move with words for the chronicle; body as it is sent. */
export type Act = { readonly role: string; readonly event: string; readonly body?: object; readonly says: string };

/** What is changed, or done first, before a refused move is made again: by the rule that refused it. True: try again. */
export type Remedies = { readonly [rule: string]: () => Promise<boolean> };

export const tell = (story: Story, who: string, says: string, kind: 'did' | 'law' = 'did'): void =>
  story.chronicle.add({ at: story.now(), kind, who, says });

/** The case as the duty manager sees it. */
export const look = async (story: Story): Promise<SeenCase> => needed(await story.case.see(await who(story, 'dutyManager')), 'A duty manager looks at the case');

export async function disposalsOf(story: Story): Promise<readonly SeenDisposal[]> {
  return needed(await story.case.disposals(await who(story, 'dutyManager')), 'What the law says').disposals;
}

/** Somebody of that role to whom the service shows the case; of the area itself where possible, then of the sender’s own house. */
export async function who(story: Story, role: string): Promise<string> {
  const { scene, area, sender } = story;
  const own = sender.split('@')[1]?.replace('.test', '') ?? '';
  const key = `${area} ${sender} ${role}`;
  const known = scene.sights.get(key);
  if (known !== undefined) return known;
  if (scene.everybody.some(({ email, roles }) => email === sender && roles.includes(role))) return sender;
  const candidates = [...holders(scene.everybody, role, area), ...holders(scene.everybody, role, own), ...holders(scene.everybody, role)];
  for (const email of candidates) {
    if (!(await story.case.see(email)).ok) continue;
    scene.sights.set(key, email);
    return email;
  }
  throw new Halt(`Nobody of the demonstration who is ${codeInWords(role)} sees ${story.case.reference}.`, 1);
}

/** Makes a move and tells what was answered. `as` where it is not whoever holds the role. */
export async function act(story: Story, { role, event, body, says }: Act, as?: string): Promise<Reply<Moved>> {
  const person = as ?? (await who(story, role));
  const reply = answered(await story.case.move(person, event, body));
  if (reply.ok) tell(story, roleInWords(person), says);
  else refusal(story, `${roleInWords(person)}: ${codeInWords(event)}`, reply.problem);
  return reply;
}

export const refusal = (story: Story, what: string, problem: Problem): void =>
  story.chronicle.add({ at: story.now(), kind: 'refused', who: 'not allowed', says: `${what}. ${whyNot(problem)}` });

/** A document for the dossier; nothing is told of it, for the move that names it is. */
export async function paper(story: Story, role: string, kind: string): Promise<string> {
  return needed(await story.case.paper(await who(story, role), kind), `A document of the kind ${kind}`).document;
}

/**
 * Makes a move, and where the law refuses it looks for what helps: a remedy of the script for that rule, or the fact that is missing. Then
 * the move is made again. What nothing helps stays refused.
 */
export async function actLawfully(
  story: Story,
  make: () => Act,
  remedies: Remedies,
  obtain: (story: Story, fact: string) => Promise<boolean>,
): Promise<Reply<Moved>> {
  for (let attempt = 1; ; attempt += 1) {
    const reply = await act(story, make());
    if (reply.ok || reply.problem.because !== 'notAllowed' || attempt === 6) return reply;
    let isHelped = false;
    for (const { rule, missing } of (reply.problem.rules ?? []) as readonly SeenRule[]) {
      const remedy = remedies[rule];
      if (remedy !== undefined) isHelped = (await remedy()) || isHelped;
      else for (const fact of missing) isHelped = (await obtain(story, fact)) || isHelped;
    }
    if (!isHelped) return reply;
  }
}
