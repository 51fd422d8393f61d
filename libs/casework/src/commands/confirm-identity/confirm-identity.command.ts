import { type CalendarDay } from '#calendar';
import { type Change, type Context, Ledger, type Outcome, Reader, refused, type StreamFile, type StreamRef } from '#ledger';
import { may } from '#people';
import { Injectable } from '@nestjs/common';
import { advance } from '../../cases/advance.js';
import { paperEntry } from '../../cases/begin-case.js';
import { type ChildRecord, childFacts, childRecordOf, identityPaper } from '../../children/child-record.js';

/** Who says by what (a document shown, a record seen) that the child is who the file says. */
export type IdentityOrder = { readonly reference: string; readonly by: string; readonly on?: CalendarDay | undefined };
export type IdentityConfirmed = { readonly reference: string; readonly version: number };
type Given = { readonly key?: string | undefined; readonly expect?: number | undefined };

/** Confirms a child's identity in the child's own file, and makes it known to the open cases of that file. */
@Injectable()
export class ConfirmIdentity {
  constructor(
    private readonly ledger: Ledger,
    private readonly reader: Reader,
  ) {}

  async run(person: string, order: IdentityOrder, given: Given = {}): Promise<Outcome<IdentityConfirmed>> {
    const { reference, by } = order;
    const cases = await this.casesOf(person, reference);
    const request = { reference, by, on: order.on ?? null };
    return this.ledger.write<IdentityConfirmed>(
      person,
      { of: [{ reference }, ...cases], ...given, request },
      ([file, ...caseFiles], context) => {
        if (!may(context.asker, 'confirmIdentity')) return refused('notYours');
        if (!file?.exists || file.kind !== 'child') return refused('notFound');
        const on = order.on ?? context.today;
        if (on > context.today) return refused('invalid', { faults: [{ pointer: '/on', code: 'afterNow' }] });
        return {
          did: [confirmed(file, by, on), ...caseFiles.flatMap((one) => known(one, context))],
          value: { reference, version: file.version + 1 },
        };
      },
    );
  }

  private casesOf(person: string, reference: string): Promise<readonly StreamRef[]> {
    return this.reader.aside(person, async (query) => {
      const rows = await query<{ id: string }>(
        `select o.value ->> 'case' as id from teg.stream s, jsonb_array_elements(s.facts -> 'cases') o where s.reference = $1 and s.kind = 'child'`,
        [reference],
      );
      return rows.map(({ id }) => ({ id }));
    });
  }
}

function confirmed(file: StreamFile, by: string, on: CalendarDay): Change {
  const before = childRecordOf(file);
  const record: ChildRecord = { ...before, identity: { isConfirmed: true, by, on }, paper: before.paper + 1 };
  const paper = identityPaper(file, record);
  return {
    file,
    events: [{ type: 'identityConfirmed', data: { on, papers: [paperEntry(paper)] } }],
    facts: childFacts(record),
    documents: [paper],
  };
}

/** A case that is closed, or that is a street notice, does not hear it; the child's file says so all the same. */
function known(file: StreamFile, context: Context): readonly Change[] {
  const moved = advance(file, { type: 'factRecorded', fact: 'isIdentityConfirmed', value: true }, context);
  return 'refusal' in moved ? [] : [moved.change];
}
