import {
  type Change,
  type Context,
  type Json,
  type JsonObject,
  type NewDocument,
  type Refused,
  refused,
  type StreamFile,
} from '#ledger';
import { type CauseOfLateness } from '#law';
import { may } from '#people';
import { type Advance, advance } from '../cases/advance.js';
import { withPaper } from '../cases/begin-case.js';
import { caseAnswer, type CaseAnswer } from '../cases/case-answer.js';
import { caseRecordOf } from '../cases/case-record.js';
import { causeFaults } from '../clocks/lateness.js';
import { bothEvents, fileAfter } from '../cases/two-events.js';
import { uuidOf } from '../cases/uuid-of.js';
import { type Happened, type Move, type MoveAt, type SaidOfLateness, standOf } from './move.js';
import { paperKinds } from './paper-kinds.js';
import { faultsOfBody, type LookedUp, readBody } from './read-body.js';
import { roomsAfter } from './rooms-after.js';
import { turnNotices } from './turn-notices.js';

export type AskedMove = {
  readonly move: Move;
  /** As it was sent, unread. */
  readonly body: Json;
  readonly found: LookedUp;
  /** The version that the caller saw. */
  readonly expect: number | undefined;
};
export type DecidedMove = { readonly did: readonly [Change, ...Change[]]; readonly answer: CaseAnswer };

/**
 * A whole move in one decision: may this role, is the case there, is it the version that was read, does the body say something that can
 * be, does anything of the file stand in this person's way, and then pathway and law. Pure; the case is the first of the files.
 */
export function decideMove(
  { move, body, found, expect }: AskedMove,
  files: readonly StreamFile[],
  context: Context,
): DecidedMove | Refused {
  const [file, ...others] = files;
  if (!may(context.asker, move.event)) return refused('notYours');
  if (!file?.exists || file.kind !== 'case') return refused('notFound');
  if (expect !== undefined && expect !== file.version) return refused('stale');
  const faults = faultsOfBody(move.fields, body);
  if (faults.length > 0) return refused('invalid', { faults });
  const read = readBody(move.fields, body, found);
  if (!read.ok) return refused('invalid', { faults: read.faults });

  const record = caseRecordOf(file);
  const at: MoveAt = {
    file,
    record,
    known: record.known,
    context,
    others,
    named: found.papers,
    paper: uuidOf(`${file.id} ${move.event} ${file.version + 1}`),
  };
  // A notice of a street resolution is on no pathway: nothing of the file is looked at then.
  const inTheWay = file.pathway === null ? null : move.inTheWay(standOf(at));
  if (inTheWay !== null) return inTheWay;
  const happened = move.happen(read.said, at);
  if ('refusal' in happened) return happened;
  const { causeOfLateness: cause } = read.said as SaidOfLateness;
  const moved = advanced(happened, at, cause);
  if ('refusal' in moved) return moved;
  const causeless = causeFaults(cause, moved.change.stopClocks);
  if (causeless.length > 0) return refused('invalid', { faults: causeless });
  if (moved.state !== file.state && expect === undefined) return refused('matchMissing');
  const change = whole(move, body, happened, moved, at);
  const answer = caseAnswer(change, context);
  const isOut = change.recused?.includes(context.asker.id) === true;
  return { did: [change, ...(happened.others ?? [])], answer: isOut ? { ...answer, next: [] } : answer };
}

type Moved = Pick<Advance, 'change' | 'state' | 'known'>;

function advanced(
  { events: [event, further], record = {} }: Happened,
  { file, context }: MoveAt,
  cause: CauseOfLateness | null,
): Moved | Refused {
  const first = advance(file, event, context, record, cause);
  if ('refusal' in first || further === undefined) return first;
  const second = advance(fileAfter(first.change, context.calendar.version), further, context, {}, cause);
  if ('refusal' in second) return second;
  return { ...second, change: bothEvents(first.change, second.change) };
}

/** The move with its paper, its rooms and whom it tells. */
function whole(
  move: Move,
  body: Json,
  { events: [event], beside = {} }: Happened,
  { change, state, known }: Moved,
  at: MoveAt,
): Change {
  const { file } = at;
  const standing = { rooms: beside.rooms ?? file.rooms, homeArea: beside.homeArea ?? file.homeArea };
  const { keys = [], dropKeys = [], rooms } = roomsAfter(standing, state, known);
  const document = paperOf(move, body, at);
  const moved: Change = {
    ...change,
    ...beside,
    ...(rooms && { rooms }),
    keys: [...keys, ...(beside.keys ?? [])],
    dropKeys,
    ...(document && { documents: [document], events: withPaper(change.events, document) }),
  };
  return { ...moved, inbox: turnNotices(file, moved, event, state, known) };
}

function paperOf({ paper, event }: Move, body: Json, at: MoveAt): NewDocument | null {
  if (paper === null) return null;
  return { id: at.paper, version: 1, kind: paper, view: paperKinds[paper], body: { event, ...(body as JsonObject) } };
}
