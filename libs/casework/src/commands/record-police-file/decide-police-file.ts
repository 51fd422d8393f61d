import { type CaseEvent } from '#pathway';
import { type CauseOfLateness, factsOfReferral, judge, type Notice, type PoliceFile } from '#law';
import { type Change, type Context, type Json, type NewDocument, type Refused, refused, type StreamFile } from '#ledger';
import { may } from '#people';
import { canonical } from '#proof';
import { advance } from '../../cases/advance.js';
import { paperId, withPaper } from '../../cases/begin-case.js';
import { asFacts, type CaseRecord, caseRecordOf, noticeOnly } from '../../cases/case-record.js';
import { payloadOf } from '../../cases/payload.js';
import { bothEvents, fileAfter } from '../../cases/two-events.js';
import { checkPoliceFile } from '../../referral/check-referral.js';
import { learnedFrom, noticeAsKnown } from '../../referral/learned.js';
import { splitPoliceFile } from '../../referral/split-police-file.js';
import { causeFaults } from '../../clocks/lateness.js';
import { type SentPoliceFile } from './late-police-file.js';

export type PoliceFileMove = { readonly change: Change; readonly policeFile: PoliceFile; readonly paper: NewDocument };

/** What a police file does to the case's own file: a version of the paper, what it says in the law's words, and what follows from it. */
export function decidePoliceFile(
  file: StreamFile,
  { body, cause, faults }: SentPoliceFile,
  notice: Notice,
  context: Context,
): PoliceFileMove | Refused {
  if (!may(context.asker, 'recordPoliceFile')) return refused('notYours');
  if (!file.exists || file.kind !== 'case') return refused('notFound');
  const record = caseRecordOf(file);
  const checked = checkPoliceFile(body, { notice: noticeAsKnown(notice, record.known), at: context.at });
  if (!checked.ok) return refused('invalid', { faults: [...checked.faults, ...faults] });
  if (faults.length > 0) return refused('invalid', { faults });
  const score = judge(
    'gravityMovesAtMostOnePoint',
    factsOfReferral(notice, checked.value, record.known.receivedAt, record.known),
    {
      on: context.today,
      calendar: context.calendar,
      moment: 'listing',
      standings: context.law.standings,
    },
  );
  if (score.answer === 'notMet') return refused('notAllowed', { rules: [{ ...score }] });

  const version = (record.policeFile?.version ?? 0) + 1;
  const paper: NewDocument = {
    id: paperId(file.id, 'policeFile'),
    version,
    kind: 'policeFile',
    view: 'everyone',
    body: splitPoliceFile(body).rest,
  };
  const more: Partial<CaseRecord> = { policeFile: { document: paper.id, version } };
  const change =
    file.state === noticeOnly
      ? ofStreetNotice(file, checked.value, notice, more, context)
      : received(file, checked.value, notice, { more, cause }, context);
  if ('refusal' in change) return change;
  const causeless = causeFaults(cause, change.stopClocks);
  if (causeless.length > 0) return refused('invalid', { faults: causeless });
  return { change: { ...change, documents: [paper], events: withPaper(change.events, paper) }, policeFile: checked.value, paper };
}

function received(
  file: StreamFile,
  policeFile: PoliceFile,
  notice: Notice,
  { more, cause }: { readonly more: Partial<CaseRecord>; readonly cause: CauseOfLateness | null },
  context: Context,
): Change | Refused {
  const { known } = caseRecordOf(file);
  const learned = learnedFrom(policeFile, notice, known);
  const arrived: CaseEvent = { type: 'policeFileReceived', learned };
  // Offences that are re-classified after a decision take the ground from it: all seven answers are judged again.
  const isNewOffence = known.outcome !== undefined && learned.offences !== undefined && differs(known.offences, learned.offences);
  const first = isNewOffence
    ? advance(file, { type: 'offencesChanged', offences: learned.offences ?? [] }, context, {}, cause)
    : null;
  if (first && 'refusal' in first) return first;
  const second = advance(first ? fileAfter(first.change, context.calendar.version) : file, arrived, context, more, cause);
  if ('refusal' in second) return second;
  return first ? bothEvents(first.change, second.change) : second.change;
}

/** A street notice is on no pathway: the paper is kept, what it says is known, and nothing else moves. */
function ofStreetNotice(
  file: StreamFile,
  policeFile: PoliceFile,
  notice: Notice,
  more: Partial<CaseRecord>,
  context: Context,
): Change {
  const before = caseRecordOf(file);
  const known = factsOfReferral(notice, policeFile, before.known.receivedAt, before.known);
  const moved = {
    state: noticeOnly,
    applied: [],
    startClocks: [],
    stopClocks: [],
    runs: file.runs,
    calendar: context.calendar.version,
  } as const;
  const data = payloadOf({ type: 'policeFileReceived', learned: known }, moved);
  return { file, events: [{ type: 'policeFileReceived', data }], facts: asFacts({ ...before, ...more, known }) };
}

const differs = (one: unknown, other: unknown): boolean =>
  canonical((one ?? null) as Json) !== canonical((other ?? null) as Json);
