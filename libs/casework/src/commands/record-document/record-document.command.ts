import { randomUUID } from 'node:crypto';
import { documentHash, type Fault, type Json, Ledger, type NewDocument, type Outcome, Reader, refused } from '#ledger';
import { may } from '#people';
import { Injectable } from '@nestjs/common';
import { advance } from '../../cases/advance.js';
import { withPaper } from '../../cases/begin-case.js';
import { caseAnswer, type CaseAnswer } from '../../cases/case-answer.js';
import { documentKind, documentKindNames } from '../../dossier/document-kinds.js';
import { FileScanner } from '../../dossier/file-scanner.js';
import { readFile } from './read-file.js';

/** A document for a dossier: words (`body`) or a file as base64, a new one or the next version of one that is there. */
export type DocumentOrder = {
  readonly reference: string;
  readonly kind: string;
  readonly body?: Json | undefined;
  readonly file?: string | undefined;
  readonly mediaType?: string | undefined;
  readonly document?: string | undefined;
};
export type DocumentRecorded = {
  readonly document: string;
  readonly version: number;
  readonly hash: string;
  readonly caseVersion: number;
  readonly answer: CaseAnswer | null;
};
type Given = { readonly key?: string | undefined; readonly expect?: number | undefined };
type Kept = Omit<DocumentRecorded, 'answer'>;

const attempts = 3;

/** Adds a version to the dossier of a case. Versions are only ever added; a file is looked at, hashed and kept, never opened or run. */
@Injectable()
export class RecordDocument {
  constructor(
    private readonly ledger: Ledger,
    private readonly reader: Reader,
    private readonly scanner: FileScanner,
  ) {}

  async run(person: string, order: DocumentOrder, given: Given = {}): Promise<Outcome<DocumentRecorded>> {
    const { reference } = order;
    const file = await readFile(order, this.scanner);
    const request = {
      reference,
      kind: order.kind,
      body: order.body ?? null,
      file: order.file ?? null,
      mediaType: order.mediaType ?? null,
      document: order.document ?? null,
    };
    for (let attempt = 1; ; attempt += 1) {
      const last = order.document === undefined ? null : await this.lastVersion(person, reference, order.document);
      const id = order.document ?? randomUUID();
      let answer: CaseAnswer | null = null;
      const outcome = await this.ledger.write<Kept>(person, { of: [{ reference }], ...given, request }, ([found], context) => {
        if (!may(context.asker, 'addDocument')) return refused('notYours');
        if (!found?.exists || found.kind !== 'case') return refused('notFound');
        const faults = [...file.faults, ...faultsOf(order, last)];
        if (faults.length > 0) return refused('invalid', { faults });
        const row = documentKind(order.kind);
        if (row === null || !context.asker.roles.some((role) => (row.by as readonly string[]).includes(role)))
          return refused('notYours', { code: 'documentKindNotYours' });
        const content = file.content ?? { body: order.body ?? null };
        const paper: NewDocument = { id, version: (last?.version ?? 0) + 1, kind: order.kind, view: row.view, ...content };
        const moved = advance(found, { type: 'documentRecorded', kind: order.kind, document: id }, context);
        if ('refusal' in moved) return moved;
        const change = { ...moved.change, documents: [paper], events: withPaper(moved.change.events, paper) };
        answer = caseAnswer(change, context);
        return {
          did: [change],
          value: { document: id, version: paper.version, hash: documentHash(paper), caseVersion: found.version + 1 },
        };
      });
      // Somebody added the same version of the same document: this one is then the next.
      if (!outcome.ok && outcome.refusal.because === 'stale' && given.expect === undefined && attempt < attempts) continue;
      return outcome.ok ? { ...outcome, value: { ...outcome.value, answer: outcome.isReplay ? null : answer } } : outcome;
    }
  }

  private lastVersion(person: string, reference: string, document: string): Promise<LastVersion> {
    return this.reader.aside(person, async (query) => {
      const [row] = await query<{ version: number; kind: string }>(
        `select d.version, d.kind from teg.stream s join teg.document d on d.stream = s.id
          where s.reference = $1 and s.kind = 'case' and d.id = $2 order by d.version desc limit 1`,
        [reference, document],
      );
      return row ?? null;
    });
  }
}

type LastVersion = { readonly version: number; readonly kind: string } | null;

function faultsOf({ kind, body, file, document }: DocumentOrder, last: LastVersion): readonly Fault[] {
  const isWritten = body !== undefined && body !== null && body !== '';
  return [
    ...(documentKind(kind) === null ? [{ pointer: '/kind', code: 'code', values: { codes: documentKindNames } }] : []),
    ...(isWritten === (file !== undefined) ? [{ pointer: '', code: 'oneOf', values: { fields: ['body', 'file'] } }] : []),
    ...(document !== undefined && last === null ? [{ pointer: '/document', code: 'documentNotThere' }] : []),
    ...(last !== null && last.kind !== kind
      ? [{ pointer: '/kind', code: 'documentOfOtherKind', values: { kind: last.kind } }]
      : []),
  ];
}
