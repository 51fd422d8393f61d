import {
  type Change,
  type Context,
  type EventReceipt,
  type Json,
  type Ledger,
  type Outcome,
  refused,
  type StreamFile,
  type StreamRef,
} from '#ledger';
import { type CaseEventType } from '#pathway';
import { answerOfFile, type CaseAnswer } from '../cases/case-answer.js';
import { type MoveLookup } from '../queries/move-lookup.query.js';
import { type AskedMove, decideMove } from './decide-move.js';
import { type Move } from './move.js';
import { moveOf } from './moves.js';
import { faultsOfBody, nothingFound, readBody, toLookUp } from './read-body.js';

/** A move as it is asked for. `body` is what was sent, unread; `expect` the version that the caller saw. */
export type MoveOrder = {
  readonly reference: string;
  readonly event: CaseEventType;
  readonly body: Json;
  readonly expect?: number | undefined;
  readonly key?: string | undefined;
};

/** What a move is answered with; a repeat says again what was done then, with the clocks and next steps of now. */
export type MovedCase = CaseAnswer & { readonly event: Omit<EventReceipt, 'stream'> };

/** Further files of the same act, and what becomes of them when the case has moved. */
export type Further = {
  readonly refs: readonly StreamRef[];
  readonly changes: (files: readonly StreamFile[], moved: Change, context: Context) => readonly Change[];
};

type Kept = {
  readonly stream: string;
  readonly reference: string;
  readonly state: string;
  readonly version: number;
  readonly seq: number;
};

/** The one way of every move: look up what the body names, decide, write. */
export async function runMove(
  ledger: Ledger,
  lookup: MoveLookup,
  person: string,
  order: MoveOrder,
  further?: Further,
): Promise<Outcome<MovedCase>> {
  const { reference, event, body, expect, key } = order;
  const move = moveOf(event);
  if (move === undefined) return { ok: false, refusal: { because: 'notFound' } };
  const asked = await askedMove(lookup, person, move, order);
  const own = refsOf(asked);
  let answer: CaseAnswer | null = null;
  const outcome = await ledger.write<Kept>(
    person,
    { of: [{ reference }, ...own, ...(further?.refs ?? [])], key, expect, request: { reference, event, body } },
    (files, context) => {
      const decided = decideMove(asked, files.slice(0, 1 + own.length), context);
      if ('refusal' in decided) return decided;
      const [change, ...others] = decided.did;
      answer = decided.answer;
      const { state, version } = decided.answer;
      const more = further?.changes(files.slice(1 + own.length), change, context) ?? [];
      return {
        did: [change, ...others, ...more],
        value: { stream: change.file.id, reference, state, version, seq: change.file.version + 1 },
      };
    },
  );
  if (!outcome.ok) return outcome;
  const { stream, seq } = outcome.value;
  const receipt =
    outcome.events.find((one) => one.stream === stream && one.seq === seq) ?? (await lookup.receipt(person, stream, seq));
  if (receipt === null) return { ok: false, refusal: { because: 'notFound' } };
  const { type, at, hash } = receipt;
  const value = { ...(answer ?? (await answeredAgain(ledger, person, outcome.value))), event: { seq, type, at, hash } };
  return { ...outcome, value };
}

async function askedMove(
  lookup: MoveLookup,
  person: string,
  move: Move,
  { reference, body, expect }: MoveOrder,
): Promise<AskedMove> {
  const isRead = faultsOfBody(move.fields, body).length === 0;
  return { move, body, expect, found: isRead ? await lookup.find(person, reference, toLookUp(move.fields, body)) : nothingFound };
}

/** What else a move opens. A body with faults opens nothing and is refused by the decision. */
function refsOf({ move, body, found }: AskedMove): readonly StreamRef[] {
  if (faultsOfBody(move.fields, body).length > 0) return [];
  const read = readBody(move.fields, body, found);
  return read.ok ? move.files(read.said) : [];
}

/** The case as it stands now, read through the same door and left as it is; somebody who no longer sees it gets what was done alone. */
async function answeredAgain(ledger: Ledger, person: string, { stream, reference, state, version }: Kept): Promise<CaseAnswer> {
  let now: CaseAnswer | null = null;
  await ledger.write(person, { of: [{ id: stream }] }, ([file], context) => {
    if (file?.exists) now = answerOfFile(file, context);
    return refused('notNow');
  });
  return { ...((now as CaseAnswer | null) ?? { clocks: [], next: [] }), reference, state, version };
}
