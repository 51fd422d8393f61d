import { randomUUID } from 'node:crypto';
import { londonDay } from '#calendar';
import {
  type Context,
  type Json,
  Ledger,
  type NewNotice,
  type Outcome,
  type Refused,
  refused,
  type StreamFile,
  type Written,
} from '#ledger';
import { humanRoles, isIn, may, rooms } from '#people';
import { Injectable } from '@nestjs/common';
import { uuidOf } from '../../cases/uuid-of.js';
import { meetingFacts, type MeetingMember } from '../../meetings/meeting-record.js';
import { type Fields, listOf, moment, oneOf, part, person, type Said, shapeOfFields } from '../../moves/field.js';
import { faultsOfBody, type LookedUp, nothingFound, readBody, toLookUp } from '../../moves/read-body.js';
import { MoveLookup } from '../../queries/move-lookup.query.js';

const fields = { at: moment, members: listOf(part({ person, role: oneOf(humanRoles) }), 40, 1) } as const satisfies Fields;

/** The body, for the description of the API. */
export const openMeetingShape = shapeOfFields(fields);

export type OpenedMeeting = { readonly meeting: string };
type Given = { readonly key?: string | undefined };

/**
 * Calls a meeting of the coordinator's own service. Its members enter the meeting's room; a case is seen there from its listing on.
 * `body` is what was sent, unread.
 */
@Injectable()
export class OpenMeeting {
  constructor(
    private readonly ledger: Ledger,
    private readonly lookup: MoveLookup,
  ) {}

  async run(asker: string, body: Json, { key }: Given = {}): Promise<Outcome<OpenedMeeting>> {
    const isRead = faultsOfBody(fields, body).length === 0;
    const found = isRead ? await this.lookup.find(asker, '', toLookUp(fields, body)) : nothingFound;
    return this.ledger.write<OpenedMeeting>(
      asker,
      { of: [{ newId: randomUUID(), kind: 'meeting' }], key, request: body },
      ([file], context) => (file === undefined ? refused('notFound') : opened(file, body, found, context)),
    );
  }
}

function opened(file: StreamFile, body: Json, found: LookedUp, { asker, today }: Context): Written<OpenedMeeting> | Refused {
  if (!may(asker, 'openMeeting')) return refused('notYours');
  const area = asker.organisation;
  if (!isIn(asker, rooms.youthJustice(area))) return refused('notYours', { code: 'noService' });
  const faults = faultsOfBody(fields, body);
  if (faults.length > 0) return refused('invalid', { faults });
  const read = readBody(fields, body, found);
  if (!read.ok) return refused('invalid', { faults: read.faults });
  const { at, members } = read.said as Said<typeof fields>;
  if (londonDay(at) < today) return refused('invalid', { faults: [{ pointer: '/at', code: 'notInFuture' }] });
  const ids = members.map(({ person: { id } }) => id);
  const twice = ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ pointer: `/members/${index}/person`, code: 'personTwice' }] : [],
  );
  if (twice.length > 0) return refused('invalid', { faults: twice });

  const room = rooms.meeting(file.id);
  const listed = members.map(({ person: { id }, role }): MeetingMember => ({ person: id, role }));
  return {
    did: [
      {
        file,
        events: [{ type: 'meetingOpened', data: { at, area, members: listed.map((member) => ({ ...member })) } }],
        state: 'called',
        facts: meetingFacts({ at, area, members: listed }),
        rooms: [rooms.youthJustice(area), room],
        homeArea: area,
        roomMoves: listed.map((member) => ({ person: member.person, room, isIn: true })),
        inbox: invitations(file.id, room, listed),
      },
    ],
    value: { meeting: file.id },
  };
}

/** One notice for each role that sits there: everybody in the room of that role finds it. */
const invitations = (meeting: string, room: string, members: readonly MeetingMember[]): readonly NewNotice[] =>
  [...new Set(members.map(({ role }) => role))].map((role) => ({
    id: uuidOf(`${meeting} ${role}`),
    room,
    role,
    code: 'meetingCalled',
  }));
