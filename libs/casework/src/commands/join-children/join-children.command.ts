import { type Change, Ledger, type Outcome, Reader, type Refused, refused, type StreamFile, type StreamRef } from '#ledger';
import { may, rooms } from '#people';
import { Injectable } from '@nestjs/common';
import { childFacts, childRecordOf } from '../../children/child-record.js';
import { historyChanges } from '../../children/earlier-outcomes.js';
import { casesOfEachChild } from '../../children/one-child.js';
import { hasStreetNoticePattern } from '../../children/street-notice-pattern.js';
import { uuidOf } from '../../cases/uuid-of.js';
import { groupOf } from '../../queries/group-of.query.js';

/** Two files of children by reference. `isOne`: they are about one child, says this person; false takes that back. */
export type ChildrenOrder = { readonly reference: string; readonly other: string; readonly isOne: boolean };
export type ChildrenJoined = { readonly reference: string; readonly other: string; readonly isOne: boolean };
type Given = { readonly key?: string | undefined; readonly expect?: number | undefined };

/**
 * Says that two files are about one child, or takes it back. Only a person does: alike names and birth dates are a question, for twins
 * and namesakes exist. Both files stay. What each case of the child says of the past is known in the open ones of the others from then
 * on, once, under the case that says it; taking the word back takes that out again.
 */
@Injectable()
export class JoinChildren {
  constructor(
    private readonly ledger: Ledger,
    private readonly reader: Reader,
  ) {}

  async run(person: string, order: ChildrenOrder, given: Given = {}): Promise<Outcome<ChildrenJoined>> {
    const { reference, other } = order;
    const found = await this.reader.aside(person, async (query) => [
      ...(await groupOf(query, reference)),
      ...(await groupOf(query, other)),
    ]);
    const group = [...new Map(found.map((one) => [one.id, one])).values()];
    const cases = await this.casesOf(
      person,
      group.map(({ id }) => id),
    );
    const further = group
      .filter((one) => one.reference !== reference && one.reference !== other)
      .map(({ id }): StreamRef => ({ id }));
    return this.ledger.write<ChildrenJoined>(
      person,
      { of: [{ reference }, { reference: other }, ...further, ...cases.map((id) => ({ id }))], ...given, request: { ...order } },
      ([one, two, ...rest], context) => {
        if (!may(context.asker, 'mergeChildren')) return refused('notYours');
        if (!one?.exists || !two?.exists || one.kind !== 'child' || two.kind !== 'child') return refused('notFound');
        if (one.id === two.id) return refused('invalid', { faults: [{ pointer: '/other', code: 'sameFile' }] });
        const seen = rest.filter(({ exists }) => exists);
        const changes = joined(one, two, seen.filter(isChild), order.isOne);
        if ('refusal' in changes) return changes;
        const links = new Map(changes.map(({ file, facts = {} }) => [file.id, childRecordOf({ facts }).sameAs]));
        const children = casesOfEachChild([one, two, ...seen.filter(isChild)], seen.filter(isCase), links);
        const histories = children.flatMap((ofOne) => historyChanges(ofOne, context, order.isOne ? 'unseenStays' : 'unseenGoes'));
        return { did: [...changes, ...histories], value: { reference, other, isOne: order.isOne } };
      },
    );
  }

  /** The cases that these files name, whatever they are about. */
  private async casesOf(person: string, files: readonly string[]): Promise<readonly string[]> {
    const rows = await this.reader.aside(person, (query) =>
      query<{ id: string }>(
        `select distinct o.value ->> 'case' as id from teg.stream s, jsonb_array_elements(s.facts -> 'cases') o
          where s.id = any ($1::uuid[]) order by 1`,
        [files],
      ),
    );
    return rows.map(({ id }) => id);
  }
}

const isChild = ({ kind }: StreamFile): boolean => kind === 'child';
const isCase = ({ kind }: StreamFile): boolean => kind === 'case';

function joined(one: StreamFile, two: StreamFile, rest: readonly StreamFile[], isOne: boolean): [Change, Change] | Refused {
  const isLinked = childRecordOf(one).sameAs.includes(two.id);
  if (isLinked === isOne) return refused('notNow', { code: isOne ? 'alreadyOneChild' : 'notOneChild' });
  const type = isOne ? 'childrenMerged' : 'childrenUnmerged';
  const change = (file: StreamFile, other: StreamFile): Change => {
    const record = childRecordOf(file);
    const sameAs = isOne ? [...record.sameAs, other.id] : record.sameAs.filter((id) => id !== other.id);
    return { file, events: [{ type, data: { other: other.id } }], facts: childFacts({ ...record, sameAs }) };
  };
  const cases = [one, two, ...rest].flatMap((file) => childRecordOf(file).cases);
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
