import { type Context, type Refused, refused, type StreamFile, type Written } from '#ledger';
import { isIn, may, rooms } from '#people';
import { asFacts, caseRecordOf } from '../../cases/case-record.js';
import { uuidOf } from '../../cases/uuid-of.js';
import { type NamedPerson } from '../../moves/field.js';

export type HandedOver = { readonly reference: string; readonly version: number };

/** One case goes from one practitioner to another. It moves nothing on the pathway: clocks and state stay as they are. */
export function handedOver(
  file: StreamFile,
  { from, to }: { readonly from: NamedPerson; readonly to: NamedPerson },
  { asker }: Context,
): Written<HandedOver> | Refused {
  if (!may(asker, 'handOverCases')) return refused('notYours');
  if (!file.exists || file.kind !== 'case' || file.homeArea === null) return refused('notFound');
  const room = rooms.youthJustice(file.homeArea);
  if (!to.roles.includes('practitioner') || !isIn(to, room))
    return refused('invalid', { faults: [{ pointer: '/to', code: 'personNotPractitioner' }] });
  const record = caseRecordOf(file);
  if (file.isEnding || record.practitioner !== from.id) return refused('notNow');
  return {
    did: [
      {
        file,
        events: [{ type: 'caseHandedOver', data: { from: from.id, to: to.id } }],
        facts: asFacts({ ...record, practitioner: to.id }),
        inbox: [{ id: uuidOf(`${file.id} ${file.version} caseHandedOver`), room, role: 'practitioner', code: 'caseHandedOver' }],
      },
    ],
    value: { reference: file.reference ?? '', version: file.version + 1 },
  };
}
