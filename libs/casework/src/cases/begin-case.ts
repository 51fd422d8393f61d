import { type Instant } from '#calendar';
import { factsOfReferral, type Notice, type PoliceFile } from '#law';
import {
  type Change,
  type Context,
  documentHash,
  type JsonObject,
  type NewDocument,
  type NewEvent,
  type StreamFile,
} from '#ledger';
import { type CaseFacts, pathwayOf } from '#pathway';
import { clockMoves } from '../clocks/clock-moves.js';
import { type ClockRow } from '../clocks/explained-clock.js';
import { learnedFrom } from '../referral/learned.js';
import { advance } from './advance.js';
import { asFacts, type CaseRecord, noticeOnly } from './case-record.js';
import { firstPathwayOf } from './first-pathway.js';
import { payloadOf } from './payload.js';
import { bothEvents, fileAfter } from './two-events.js';
import { uuidOf } from './uuid-of.js';

export type NewCase = {
  readonly reference: string;
  readonly receivedAt: Instant;
  readonly notice: Notice;
  readonly policeFile: PoliceFile | null;
  /** As they came, the police file without its victims' parts. */
  readonly papers: { readonly notice: JsonObject; readonly policeFile: JsonObject | null };
  readonly record: Omit<CaseRecord, 'known' | 'notice' | 'policeFile'>;
  readonly area: string;
  readonly team: string;
  readonly force: string;
  readonly rooms: readonly string[];
};

/** A case as it begins, with clocks that were met before they ran. */
export type Begun = { readonly change: Change; readonly metAtOnce: readonly ClockRow[] };

export const paperId = (caseId: string, kind: 'notice' | 'policeFile'): string => uuidOf(`${caseId} ${kind}`);

/** How a paper stands in the event that brought it. */
export const paperEntry = (document: NewDocument): JsonObject => ({
  document: document.id,
  version: document.version,
  kind: document.kind,
  hash: documentHash(document),
});

/** Begins a case, with both parts of the referral where both came. A notice of a street resolution is put on record and goes no way. */
export function beginCase(file: StreamFile, of: NewCase, context: Context): Begun {
  const isStreetNotice = of.notice.source === 'STREET_CR_NOTICE';
  const known = isStreetNotice
    ? factsOfReferral(of.notice, of.policeFile, of.receivedAt)
    : factsOfReferral(of.notice, null, of.receivedAt);
  const notice: NewDocument = {
    id: paperId(file.id, 'notice'),
    version: 1,
    kind: 'notice',
    view: 'everyone',
    body: of.papers.notice,
  };
  const policeFile: NewDocument | null = of.papers.policeFile && {
    id: paperId(file.id, 'policeFile'),
    version: 1,
    kind: 'policeFile',
    view: 'everyone',
    body: of.papers.policeFile,
  };
  const record: CaseRecord = {
    ...of.record,
    known,
    notice: { document: notice.id, version: 1 },
    policeFile: policeFile && { document: policeFile.id, version: 1 },
  };
  const standing = { file, reference: of.reference, rooms: of.rooms, homeArea: of.area, team: of.team, force: of.force };
  const papers = [notice, ...(policeFile ? [policeFile] : [])];
  const said = {
    type: isStreetNotice ? 'streetNoticeReceived' : 'referralReceived',
    learned: known,
    area: of.area,
    isCaretaker: of.record.home.isCaretaker,
    child: of.record.child,
    incident: of.record.incident,
  };

  if (isStreetNotice) {
    const moved = {
      state: noticeOnly,
      applied: [],
      startClocks: [],
      stopClocks: [],
      runs: {},
      calendar: context.calendar.version,
    } as const;
    const change: Change = {
      ...standing,
      state: noticeOnly,
      isEnding: true,
      facts: asFacts(record),
      documents: papers,
      events: [eventOf(said, papers, moved)],
    };
    return { change, metAtOnce: [] };
  }
  const pathway = firstPathwayOf(of.area);
  const { state, effects } = pathwayOf(pathway.name, pathway.version).beginning;
  const clocks = clockMoves({ clocks: [], runs: {}, effects, was: {}, is: known, event: null, isClosed: false }, context);
  const moved = { ...clocks, state, applied: [], runs: {}, calendar: context.calendar.version };
  const begun: Change = {
    ...standing,
    pathway,
    state,
    isEnding: false,
    facts: asFacts({ ...record, policeFile: null }),
    documents: [notice],
    events: [eventOf(said, [notice], moved)],
    ...clocks,
  };
  if (of.policeFile === null || policeFile === null) return { change: begun, metAtOnce: [] };

  const received = advance(
    fileAfter(begun, context.calendar.version),
    { type: 'policeFileReceived', learned: learnedFrom(of.policeFile, of.notice, known as CaseFacts) },
    context,
    { policeFile: record.policeFile },
  );
  if ('refusal' in received) throw new Error(`A case that begins cannot take its police file: ${received.refusal.because}`);
  const change = bothEvents(begun, {
    ...received.change,
    documents: [policeFile],
    events: withPaper(received.change.events, policeFile),
  });
  const stopped = new Map(
    received.clocks.stopClocks.filter(({ how }) => how !== 'superseded').map(({ kind, how }) => [kind, how]),
  );
  return {
    change,
    metAtOnce: clocks.startClocks.flatMap((clock) => {
      const status = stopped.get(clock.kind);
      return status === undefined ? [] : [{ ...clock, status }];
    }),
  };
}

const eventOf = (
  said: { readonly type: string; readonly [field: string]: unknown },
  papers: readonly NewDocument[],
  moved: Parameters<typeof payloadOf>[1],
): NewEvent => ({ type: said.type, data: { ...payloadOf(said, moved), papers: papers.map(paperEntry) } });

/** The events of a move with the paper that came with the first of them. */
export function withPaper([first, ...more]: Change['events'], paper: NewDocument): Change['events'] {
  return [{ ...first, data: { ...first.data, papers: [paperEntry(paper)] } }, ...more];
}
