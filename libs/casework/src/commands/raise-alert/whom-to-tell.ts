import { type StreamFile } from '#ledger';
import { rooms } from '#people';

/** A queue with cover: everybody of that role in that room. */
export type Addressee = { readonly room: string; readonly role: string };

const service = new Set(['dutyManager', 'practitioner', 'teamManager', 'headOfService', 'coordinator', 'chair']);
const seconded = new Set(['policeDecisionMaker', 'youthJusticeSergeant', 'inspector', 'deliveryOfficer']);
const referring = new Set(['referringSupervisor', 'courtLiaison']);
const scrutiny = new Set(['scrutinyLead', 'scrutinyMember']);
const areaRoom = /^(?:yjs|seconded|victims|cps):(.+)$/;

/**
 * Where an alert about a file is put, for a role of its ladder. A victim's file stands in the victim service's room alone, yet a
 * manager must hear that somebody was not told in time: so the room follows from the area, and the file stays closed to whoever
 * may not see it. A role that stands in no room of any case (the board, measures) is told through the head of service.
 */
export function whomToTell(tell: string, file: Pick<StreamFile, 'homeArea' | 'rooms'>): readonly Addressee[] {
  if (referring.has(tell))
    return inRooms(
      tell,
      file.rooms.filter((room) => room.startsWith('team:')),
    );
  if (tell === 'panelMember')
    return inRooms(
      tell,
      file.rooms.filter((room) => room.startsWith('meeting:')),
    );
  if (scrutiny.has(tell))
    return inRooms(
      tell,
      file.rooms.filter((room) => room.startsWith('oversight:')),
    );
  const found = file.rooms.flatMap((room) => areaRoom.exec(room)?.[1] ?? []);
  const areas = file.homeArea === null ? [...new Set(found)] : [file.homeArea];
  if (service.has(tell)) return inRooms(tell, areas.map(rooms.youthJustice));
  if (seconded.has(tell)) return inRooms(tell, areas.map(rooms.seconded));
  if (tell === 'victimOfficer') return inRooms(tell, areas.map(rooms.victims));
  if (tell === 'prosecutor') return inRooms(tell, areas.map(rooms.prosecutors));
  return inRooms('headOfService', areas.map(rooms.youthJustice));
}

const inRooms = (role: string, list: readonly string[]): readonly Addressee[] => list.map((room) => ({ room, role }));
