import { randomUUID } from 'node:crypto';
import {
  type Change,
  type Context,
  documentHash,
  type EventReceipt,
  type Json,
  Ledger,
  type Outcome,
  type Refused,
  refused,
  type StreamFile,
} from '#ledger';
import { type Notice } from '#law';
import { Injectable } from '@nestjs/common';
import { caseAnswer, type CaseAnswer } from '../../cases/case-answer.js';
import { caseRecordOf } from '../../cases/case-record.js';
import { PapersOfReferral, type ReferralPapers } from '../../queries/referral-papers.query.js';
import { noticeShape } from '../../referral/notice.shape.js';
import { policeFileShape } from '../../referral/police-file.shape.js';
import { filled } from '../../referral/shape.js';
import { receiptNotices } from '../../referral/receipt-notices.js';
import { victimChanges } from '../../referral/victims-of.js';
import { decidePoliceFile, type PoliceFileMove } from './decide-police-file.js';
import { keyChanges } from './key-changes.js';
import { sentPoliceFile, type SentPoliceFile } from './late-police-file.js';

export type PoliceFileOrder = { readonly reference: string; readonly body: Json };
/** `answer` is null where a repeated command is answered again. */
export type PoliceFileRecorded = {
  readonly reference: string;
  readonly paper: { readonly document: string; readonly version: number; readonly hash: string };
  readonly answer: CaseAnswer | null;
  readonly event: EventReceipt | null;
};
type Given = { readonly key?: string | undefined; readonly expect?: number | undefined };

/** Takes the police file in, or a new version of it. The victims' parts go behind the victim service's wall in the same act. */
@Injectable()
export class RecordPoliceFile {
  constructor(
    private readonly ledger: Ledger,
    private readonly papers: PapersOfReferral,
  ) {}

  async run(person: string, { reference, body: sent }: PoliceFileOrder, given: Given = {}): Promise<Outcome<PoliceFileRecorded>> {
    const { body, ...late } = sentPoliceFile(sent);
    const papers = await this.papers.of(person, reference);
    const victims = numbersIn(body).map((number) => ({ number, id: randomUUID() }));
    const of = [{ reference }, ...victims.map(({ id }) => ({ newId: id, kind: 'victim' as const }))];
    let answer: CaseAnswer | null = null;
    let stream = '';
    const outcome = await this.ledger.write<Omit<PoliceFileRecorded, 'answer' | 'event'>>(
      person,
      { of, ...given, request: sent },
      ([file, ...victimFiles], context) => {
        const decided = decide(file, victimFiles, { body, ...late }, papers, context);
        if ('refusal' in decided) return decided;
        const [move, did] = decided;
        answer = caseAnswer(move.change, context);
        stream = move.change.file.id;
        return {
          did,
          value: { reference, paper: { document: move.paper.id, version: move.paper.version, hash: documentHash(move.paper) } },
        };
      },
    );
    if (!outcome.ok) return outcome;
    const event = outcome.events.findLast((one) => one.stream === stream) ?? null;
    return { ...outcome, value: { ...outcome.value, answer: outcome.isReplay ? null : answer, event } };
  }
}

/** Which victims the body seems to name; whether it may is decided afterwards. */
function numbersIn(body: Json): readonly string[] {
  const { victims } = filled(body, policeFileShape) as { readonly victims: readonly { readonly ref: string | null }[] | null };
  return [...new Set((victims ?? []).map(({ ref }) => ref ?? ''))];
}

function decide(
  file: StreamFile | undefined,
  victimFiles: readonly StreamFile[],
  sent: SentPoliceFile,
  papers: ReferralPapers | null,
  context: Context,
): Refused | [PoliceFileMove, [Change, ...Change[]]] {
  // Without papers the case is not there for this person; the decision says so after it has asked whether the role may.
  const notice = papers && (filled(papers.notice, noticeShape) as unknown as Notice);
  if (!file) return refused('notFound');
  const { body } = sent;
  const move = decidePoliceFile(notice ? file : { ...file, exists: false }, sent, notice ?? ({} as Notice), context);
  if ('refusal' in move) return move;
  const record = caseRecordOf(file);
  const has = (number: string) => record.victims[number] !== undefined;
  const files = victimFiles
    .map((one, index) => ({ number: numbersIn(body)[index] ?? '', file: one }))
    .map((one) => ({ ...one, isAddition: has(one.number) }));
  const victims = {
    ...record.victims,
    ...Object.fromEntries(files.filter(({ isAddition }) => !isAddition).map(({ number, file: own }) => [number, own.id])),
  };
  const added = files.filter(({ isAddition }) => isAddition).map(({ file: addition }) => addition.id);
  const victimAdditions = [...(record.victimAdditions ?? []), ...added];
  const change: Change = {
    ...move.change,
    facts: { ...move.change.facts, victims, victimAdditions },
    inbox: receiptNotices('policeFileReceived', move.change, record.known, file.homeArea ?? '', context),
    ...keyChanges(file, notice as Notice, papers?.policeFile ?? null, move.policeFile),
  };
  const of = {
    case: file.id,
    caseReference: file.reference ?? '',
    area: file.homeArea ?? '',
    on: context.today,
    agreedInNotice: null,
  };
  return [
    { ...move, change },
    [change, ...victimChanges({ ...of, files, policeFile: move.policeFile, sent: body, version: move.paper.version })],
  ];
}
