import { randomBytes } from 'node:crypto';
import { type Instant } from '#calendar';
import { canonical, eventHash, genesis, payloadDigest, sha256hex } from '#proof';
import { type Change, type NewDocument } from './change.js';
import { type EventReceipt } from './outcome.js';
import { type Json, type JsonObject } from './stream-file.js';

/** Who writes, when, under which key: what every event of one command has in common. */
export type Seal = {
  readonly person: string;
  readonly at: Instant;
  readonly key: string | null;
  readonly request: string | null;
  readonly answer: Json;
  readonly calendar: string;
};

/**
 * Turns changes into the rows that `teg.ledger_write` stores, chained by the same functions that the offline verifier uses.
 * Changes are put in ascending order of stream, so that two commands over the same files cannot wait for each other.
 */
export function seal(
  changes: readonly Change[],
  by: Seal,
): { readonly rows: readonly JsonObject[]; readonly receipts: readonly EventReceipt[] } {
  const ordered = [...changes].sort((a, b) => (a.file.id < b.file.id ? -1 : 1));
  const receipts: EventReceipt[] = [];
  let isFirst = true;
  const rows = ordered.map((change) => {
    let prev = change.file.exists ? change.file.head : genesis(change.file.id);
    let seq = change.file.version;
    const events = change.events.map((event) => {
      seq += 1;
      const salt = randomBytes(16).toString('hex');
      const carriesKey = isFirst && by.key !== null;
      const body: Json = carriesKey ? { ...event.data, answer: by.answer } : event.data;
      const digest = payloadDigest(salt, body);
      const header = { stream: change.file.id, seq, type: event.type, at: by.at, person: by.person, digest, prev };
      const hash = eventHash({
        ...header,
        commandKey: carriesKey ? by.key : null,
        requestDigest: carriesKey ? by.request : null,
      });
      isFirst = false;
      const row = { seq, type: event.type, digest, prev, hash, salt, body };
      receipts.push({ stream: change.file.id, seq, type: event.type, at: by.at, hash });
      prev = hash;
      return row;
    });
    return { ...row(change, by.calendar), version: seq, head: prev, prev: change.file.head, events };
  });
  return { rows, receipts };
}

function row(change: Change, calendar: string): JsonObject {
  const { file } = change;
  const started = (change.startClocks ?? []).map((clock) => ({
    ...clock,
    run: (file.runs[clock.kind] ?? 0) + 1,
    calendar,
    nextStep: 0,
  }));
  return {
    stream: file.id,
    kind: file.kind,
    expected: file.version,
    reference: change.reference ?? file.reference,
    pathway: change.pathway?.name ?? file.pathway,
    pathwayVersion: change.pathway?.version ?? file.pathwayVersion,
    state: change.state === undefined ? file.state : change.state,
    facts: change.facts ?? file.facts,
    rooms: change.rooms ?? file.rooms,
    recused: change.recused ?? file.recused,
    homeArea: change.homeArea === undefined ? file.homeArea : change.homeArea,
    team: change.team === undefined ? file.team : change.team,
    force: change.force === undefined ? file.force : change.force,
    isEnding: change.isEnding ?? file.isEnding,
    nextDueOn: nextDueOn(change),
    startClocks: started,
    stopClocks: change.stopClocks ?? [],
    moveClocks: change.moveClocks ?? [],
    alerts: change.alerts ?? [],
    inbox: (change.inbox ?? []).map((notice) => ({ ...notice })),
    documents: (change.documents ?? []).map(documentRow),
    factRows: change.factRows ?? [],
    keys: change.keys ?? [],
    dropKeys: change.dropKeys ?? [],
    organisations: change.organisations ?? [],
    people: change.people ?? [],
    roomMoves: change.roomMoves ?? [],
    calendars: change.calendars ?? [],
  };
}

function nextDueOn(change: Change): string | null {
  const due = new Map(change.file.clocks.map((clock) => [clock.kind, clock.dueOn]));
  for (const { kind } of change.stopClocks ?? []) due.delete(kind);
  for (const clock of [...(change.startClocks ?? []), ...(change.moveClocks ?? [])]) due.set(clock.kind, clock.dueOn);
  return [...due.values()].sort()[0] ?? null;
}

/** SHA-256 of a document's version, as it stands in the dossier and on receipts: of the canonical body, or of the file's bytes. */
export function documentHash(document: NewDocument): string {
  return sha256hex('body' in document ? canonical(document.body) : Buffer.from(document.file, 'base64'));
}

const documentRow = (document: NewDocument): JsonObject => ({ ...document, hash: documentHash(document) });
