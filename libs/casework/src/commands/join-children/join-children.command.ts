import { type Change, Ledger, type Outcome, Reader, type Refused, refused, type StreamFile, type StreamRef } from '#ledger';
import { may, rooms } from '#people';
import { Injectable } from '@nestjs/common';
import { childFacts, childRecordOf } from '../../children/child-record.js';
import { hasStreetNoticePattern } from '../../children/street-notice-pattern.js';
import { uuidOf } from '../../cases/uuid-of.js';
import { groupOf } from '../../queries/group-of.query.js';

/** Two files of children by reference. `isOne`: they are about one child, says this person; false takes that back. */
export type ChildrenOrder = { readonly reference: string; readonly other: string; readonly isOne: boolean };
export type ChildrenJoined = { readonly reference: string; readonly other: string; readonly isOne: boolean };
type Given = { readonly key?: string | undefined; readonly expect?: number | undefined };

/**
 * Says that two files are about one child, or takes it back. Only a person does: alike names and birth dates are a question, for twins
 * and namesakes exist. Both files stay; nothing is copied, so that it can be undone.
 */
@Injectable()
export class JoinChildren {
  constructor(
    private readonly ledger: Ledger,
    private readonly reader: Reader,
  ) {}

  async run(person: string, order: ChildrenOrder, given: Given = {}): Promise<Outcome<ChildrenJoined>> {
    const { reference, other } = order;
    const group = await this.reader.aside(person, async (query) => [
      ...(await groupOf(query, reference)),
      ...(await groupOf(query, other)),
    ]);
    const further = group
      .filter((one) => one.reference !== reference && one.reference !== other)
      .map(({ id }): StreamRef => ({ id }));
    return this.ledger.write<ChildrenJoined>(
      person,
      { of: [{ reference }, { reference: other }, ...further], ...given, request: { ...order } },
      ([one, two, ...rest], context) => {
        if (!may(context.asker, 'mergeChildren')) return refused('notYours');
        if (!one?.exists || !two?.exists || one.kind !== 'child' || two.kind !== 'child') return refused('notFound');
        if (one.id === two.id) return refused('invalid', { faults: [{ pointer: '/other', code: 'sameFile' }] });
        const changes = joined(one, two, rest, order.isOne);
        return 'refusal' in changes ? changes : { did: changes, value: { reference, other, isOne: order.isOne } };
      },
    );
  }
}

function joined(one: StreamFile, two: StreamFile, rest: readonly StreamFile[], isOne: boolean): [Change, Change] | Refused {
  const isLinked = childRecordOf(one).sameAs.includes(two.id);
  if (isLinked === isOne) return refused('notNow', { code: isOne ? 'alreadyOneChild' : 'notOneChild' });
  const type = isOne ? 'childrenMerged' : 'childrenUnmerged';
  const change = (file: StreamFile, other: StreamFile): Change => {
    const record = childRecordOf(file);
    const sameAs = isOne ? [...record.sameAs, other.id] : record.sameAs.filter((id) => id !== other.id);
    return { file, events: [{ type, data: { other: other.id } }], facts: childFacts({ ...record, sameAs }) };
  };
  const cases = [one, two, ...rest.filter(({ exists }) => exists)].flatMap((file) => childRecordOf(file).cases);
  const areas = [...new Set(one.rooms.filter((room) => room.startsWith('yjs:')))].map((room) => room.slice('yjs:'.length));
  const notices = areas.map((area) => ({
    id: uuidOf(`${one.id} ${one.version} streetNoticePattern ${area}`),
    room: rooms.youthJustice(area),
    role: 'dutyManager',
    code: 'streetNoticePattern',
  }));
  const isPattern = isOne && hasStreetNoticePattern(cases);
  return [{ ...change(one, two), ...(isPattern && { inbox: notices }) }, change(two, one)];
}
