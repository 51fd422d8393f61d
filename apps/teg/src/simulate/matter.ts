import { type CalendarDay, type Instant } from '#calendar';
import { type CasePlayer } from '../player/case-player.js';
import { type Moved, type NextMove, type SeenRule } from '../player/case-answers.js';
import { type Reply } from '../player/reply.js';
import { type PlannedCase } from './planned-case.js';

/** Something that was refused although nobody meant it to be. */
export type Surprise = { readonly number: number; readonly reference: string; readonly event: string; readonly said: string };

/** One case of the simulation as it goes on: what is known of it from the answers, and what was asked of the service. */
export type Matter = {
  readonly plan: PlannedCase;
  hands: CasePlayer | null;
  state: string;
  outcome: string | null;
  given: string | null;
  planEndsOn: CalendarDay | null;
  isRecorded: boolean;
  /** Outcomes that came to nothing. */
  readonly tried: Set<string>;
  /** Turns that have happened: each happens once. */
  readonly taken: Set<string>;
  /** Every write, in order, without ids that chance or the service makes. */
  readonly requests: string[];
  readonly surprises: Surprise[];
};

export const matterOf = (plan: PlannedCase): Matter => ({
  plan,
  hands: null,
  state: '',
  outcome: null,
  given: null,
  planEndsOn: null,
  isRecorded: false,
  tried: new Set(),
  taken: new Set(),
  requests: [],
  surprises: [],
});

/** Whether a turn happens now; once in the life of a case. */
export function turns(matter: Matter, turn: keyof PlannedCase['turns']): boolean {
  if (!matter.plan.turns[turn] || matter.taken.has(turn)) return false;
  matter.taken.add(turn);
  return true;
}

const made = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|VG-\d\d-[A-Z0-9]+/g;

/** Notes what is asked; ids that are made anew each time are left out, so that two runs of one seed can be compared. */
export function noteRequest(matter: Matter, as: string, what: string, body: object): void {
  matter.requests.push(`${as} ${what} ${JSON.stringify(body)}`.replace(made, '*'));
}

/** A move; null where it was refused. `mayFail`: a no is an answer that the people of the service reckon with. */
export async function go(matter: Matter, as: string, event: string, body: object = {}, mayFail = false): Promise<Moved | null> {
  const reply = await ask(matter, as, event, body);
  if (reply.ok) return reply.body;
  if (!mayFail) surprise(matter, event, reply);
  return null;
}

/** The same with the answer as it came. */
export async function ask(matter: Matter, as: string, event: string, body: object = {}): Promise<Reply<Moved>> {
  noteRequest(matter, as, event, body);
  const reply = await handsOf(matter).move(as, event, body);
  if (reply.ok && typeof reply.body.state === 'string') matter.state = reply.body.state;
  return reply;
}

/** A document in the dossier; its id. */
export async function paper(matter: Matter, as: string, kind: string): Promise<string> {
  noteRequest(matter, as, `document ${kind}`, {});
  const reply = await handsOf(matter).paper(as, kind, 'Invented for a simulation.');
  if (reply.ok) return reply.body.document;
  surprise(matter, `document ${kind}`, reply);
  return '';
}

/** The case, once it is on record. */
export function handsOf({ hands, plan }: Matter): CasePlayer {
  if (hands === null) throw new Error(`Case ${plan.number} is not on record yet.`);
  return hands;
}

export function surprise(matter: Matter, event: string, reply: Reply<unknown> & { readonly ok: false }): void {
  const { status, because, faults = [], rules = [] } = reply.problem;
  const named = [...faults.map(({ pointer, code }) => `${pointer} ${code ?? ''}`), ...(rules as readonly SeenRule[]).map(({ rule }) => rule)];
  const said = `${status} ${because} ${named.join(', ')}`.trim();
  matter.surprises.push({ number: matter.plan.number, reference: matter.hands?.reference ?? '', event, said });
}

/** Which outcomes an event may name just now. */
export const outcomesOf = (next: readonly NextMove[], event: string): readonly string[] =>
  next.find((one) => one.event === event && one.open)?.outcomes ?? [];

/** The outcome to which the people incline most, of those that may be. Null: none of them. */
export const inclined = ({ plan, tried }: Matter, among: readonly string[]): string | null =>
  plan.inclination.find((outcome) => among.includes(outcome) && !tried.has(outcome)) ??
  among.find((outcome) => !tried.has(outcome)) ??
  null;

/** What is to be done with a case, and when. */
export type Step = { readonly at: Instant; readonly what: Stage };
export type Stage =
  | 'receipt'
  | 'policeFile'
  | 'allocation'
  | 'appointment'
  | 'assessment'
  | 'countersignature'
  | 'listing'
  | 'panel'
  | 'escalation'
  | 'police'
  | 'prosecutor'
  | 'departure'
  | 'victim'
  | 'plan'
  | 'arrangement'
  | 'giving'
  | 'record'
  | 'completion'
  | 'sergeant'
  | 'charge'
  | 'afresh';
