import { casePlayer, type CasePlayer } from '../../apps/teg/src/player/case-player.js';
import { type Moved, type SeenCase, type SeenDisposal, type SeenRule, type Taken } from '../../apps/teg/src/player/case-answers.js';
import { player, type Player } from '../../apps/teg/src/player/player.js';
import { type Problem, type Reply } from '../../apps/teg/src/player/reply.js';
import { inArea, type Step, walk } from '../world/journeys.js';
import { aReferral, saying, type SentReferral } from '../world/referrals.js';
import { people, panel } from '../world/walked-case.js';
import { type WebWorld, webWorld } from '../world/web-world.js';

/** A child of a story: a case that the demonstration's people move through the real API. */
export type Child = CasePlayer & {
  /** The answer to the referral itself. */
  readonly taken: Taken;
  readonly body: SentReferral;
  /** A move that is made. */
  readonly go: (as: string, event: string, body?: object) => Promise<Moved>;
  /** A move that is refused, and leaves the case as it was. */
  readonly no: (as: string, event: string, body?: object) => Promise<Problem>;
  /** Usual steps; each must lead where it says. */
  readonly walk: (...steps: readonly (Step | readonly Step[])[]) => Promise<void>;
  /** A document in the dossier; its id. */
  readonly keep: (as: string, kind: string) => Promise<string>;
  readonly look: (as?: string, query?: string) => Promise<SeenCase>;
  readonly ways: (as?: string, query?: string) => Promise<{ readonly [disposal: string]: SeenDisposal }>;
};

export type Wish = {
  /** Number of the example referral; R01, a shop theft that is admitted, where none is given. */
  readonly like?: string;
  /** When it is sent, in case time. */
  readonly at?: string;
  readonly as?: string;
  /** What differs from the example: paths into the body, and their values. */
  readonly saying?: { readonly [path: string]: unknown };
};

/** The running application, its clock, and its people. One for each file of journeys. */
export type Stage = {
  readonly world: WebWorld;
  readonly player: Player;
  readonly goTo: (instant: string) => Promise<void>;
  readonly refer: (wish?: Wish) => Promise<Child>;
  /** What a request is answered with that must succeed. */
  readonly read: <T>(as: string, path: string) => Promise<T>;
  readonly write: <T>(as: string, path: string, body: object) => Promise<T>;
  /** Called by the Vale's coordinator unless by another; without members a quorate panel of that service. */
  readonly meeting: (at: string, members?: readonly { readonly person: string; readonly role: string }[], as?: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

export const start = '2026-11-24T09:00:00Z';

const areaOf = (email: string): string => /@([a-z-]+)\.test$/.exec(email)?.[1] ?? '';

export async function openStage(): Promise<Stage> {
  const world = await webWorld();
  const api = player({ url: world.url, signIn: (email) => world.issuer.token(email) });
  let made = 0;
  const goTo = async (instant: string): Promise<void> => {
    await world.sql(
      'insert into teg.demonstration_clock (is_the_one, ahead_ms, set_at) values (true, $1, now()) on conflict (is_the_one) do update set ahead_ms = excluded.ahead_ms',
      [Math.round(Date.parse(instant) - Date.now())],
    );
  };
  const meeting = async (at: string, members?: readonly object[], as: string = people.coordinator): Promise<string> =>
    wanted(await api.write<{ meeting: string }>(as, 'POST', '/api/meetings', { at, members: members ?? inArea(areaOf(as), panel) })).meeting;
  const refer = async ({ like = 'R01', at = start, as = people.supervisor, saying: said = {} }: Wish = {}): Promise<Child> => {
    made += 1;
    const body = aReferral(like);
    saying(saying(body, 'notice.child.family_name', `Prawf-${made}`), 'notice.incident_ref', `INC/TEST/${made}`);
    for (const [path, value] of Object.entries(said)) saying(body, path, value);
    await goTo(at);
    const taken = wanted(await api.write<Taken>(as, 'POST', '/api/referrals', body));
    return childOf(casePlayer(api, taken.reference, taken.version), taken, body, { goTo, meeting });
  };
  return {
    world,
    player: api,
    goTo,
    refer,
    meeting,
    read: async <T>(as: string, path: string) => wanted(await api.get<T>(as, path)),
    write: async <T>(as: string, path: string, body: object) => wanted(await api.write<T>(as, 'POST', path, body)),
    close: world.close,
  };
}

function childOf(own: CasePlayer, taken: Taken, body: SentReferral, { goTo, meeting }: Pick<Stage, 'goTo' | 'meeting'>): Child {
  const go = async (as: string, event: string, said?: object): Promise<Moved> => wanted(await own.move(as, event, said), event);
  const keep = async (as: string, kind: string): Promise<string> => wanted(await own.paper(as, kind), kind).document;
  const child: Child = {
    ...own,
    taken,
    body,
    go,
    keep,
    no: async (as, event, said) => {
      const reply = await own.move(as, event, said);
      if (reply.ok) throw new Error(`${event} was taken: ${reply.body.state}`);
      return reply.problem;
    },
    walk: async (...steps) => {
      const hands = { setClock: goTo, paper: keep, meeting: (as: string, at: string) => meeting(at, undefined, as), move: go };
      await walk(steps.flat(), hands, (step, state) => expect([step.event, state]).toEqual([step.event, step.state]));
    },
    look: async (as = people.dutyManager, query) => wanted(await own.see(as, query)),
    ways: async (as = people.dutyManager, query) =>
      Object.fromEntries(wanted(await own.disposals(as, query)).disposals.map((one) => [one.disposal, one])),
  };
  return child;
}

function wanted<T>(reply: Reply<T>, what = ''): T {
  if (reply.ok) return reply.body;
  throw new Error(`${what} ${JSON.stringify(reply.problem, ['status', 'because', 'code', 'detail', 'faults', 'pointer', 'rules', 'rule', 'answer', 'possible'])}`);
}

/** The rules of a refusal that stand in the way, by name. */
export const rulesOf = ({ rules = [] }: Pick<Problem, 'rules'>): readonly string[] => (rules as readonly SeenRule[]).map(({ rule }) => rule);

/** The due days of the running clocks, by kind (`victimTold:V1` where there is one for each). */
export const dueDays = ({ clocks }: Pick<SeenCase, 'clocks'>): { readonly [kind: string]: string } =>
  Object.fromEntries(clocks.filter(({ status }) => status === 'running').map(({ kind, of, dueOn }) => [of === undefined ? kind : `${kind}:${of}`, dueOn]));

/** What the case says about its clocks: what came late without a word of why, and birthdays that are near. */
export const clockFindings = ({ findings }: Pick<SeenCase, 'findings'>): SeenCase['findings'] => findings.filter(({ clock }) => clock !== undefined);

/** Which events are open to the reader. */
export const openTo = ({ next }: Pick<SeenCase, 'next'>): readonly string[] => next.filter(({ open }) => open).map(({ event }) => event);
