import { type Instant } from '#calendar';
import { type SeenNotice } from '../player/case-answers.js';
import { type Player } from '../player/player.js';
import { type Reply } from '../player/reply.js';
import { Halt } from '../word.js';
import { type Person } from '../words/demonstration-people.js';
import { saysNo } from '../running-teg.js';

/** What all stories of one demonstration share. */
export type Scene = {
  readonly player: Player;
  readonly everybody: readonly Person[];
  /** How often each outcome was chosen: the next panel takes, of what the law leaves open, the one that was shown least. */
  readonly chosen: Map<string, number>;
  /** How many panels have met, and how many recommendations have come to the police. */
  readonly counts: { panels: number; recommendations: number };
  /** Meetings that were called already, by area and time. */
  readonly meetings: Map<string, Promise<string>>;
  /** Whom the API shows the cases of that area and team, by role. */
  readonly sights: Map<string, string>;
};

export const scene = (player: Player, everybody: readonly Person[]): Scene => ({
  player,
  everybody,
  chosen: new Map(),
  counts: { panels: 0, recommendations: 0 },
  meetings: new Map(),
  sights: new Map(),
});

/** A refusal is part of a story; a failure of the service ends the demonstration. */
export function answered<T>(reply: Reply<T>): Reply<T> {
  if (reply.status >= 500 || reply.status === 429 || reply.status === 401) throw new Halt(`The service failed: ${reply.ok ? '' : saysNo(reply)}`, 1);
  return reply;
}

/** The answer to what must succeed for the demonstration to make sense. */
export function needed<T>(reply: Reply<T>, what: string): T {
  if (answered(reply).ok && reply.ok) return reply.body;
  throw new Halt(`${what}: ${reply.ok ? '' : saysNo(reply)}`, 1);
}

/** Whoever of the directory holds the role there; colleagues with a number in their address last. */
export const holders = (everybody: readonly Person[], role: string, organisation?: string): readonly string[] =>
  everybody
    .filter((person) => person.roles.includes(role) && (organisation === undefined || person.organisation === organisation))
    .map(({ email }) => email)
    .sort((a, b) => Number(/-\d+@/.test(a)) - Number(/-\d+@/.test(b)));

/** All notices that anybody of the demonstration finds in a queue, each once, oldest first. */
export async function allNotices({ player, everybody }: Scene): Promise<readonly SeenNotice[]> {
  const found = new Map<string, SeenNotice>();
  const asked = new Set<string>();
  for (const { email, organisation, roles } of everybody) {
    const queue = `${organisation} ${[...roles].sort().join()}`;
    if (asked.has(queue)) continue;
    asked.add(queue);
    for (let page = 1; ; page += 1) {
      const reply = answered(await player.get<{ items: readonly SeenNotice[]; total: number }>(email, `/api/inbox?show=all&size=100&page=${page}`));
      if (!reply.ok) break; // not everybody has a queue
      for (const notice of reply.body.items) found.set(notice.id, notice);
      if (page * 100 >= reply.body.total) break;
    }
  }
  return [...found.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

export const laterOf = (a: Instant, b: Instant): Instant => (a > b ? a : b);
