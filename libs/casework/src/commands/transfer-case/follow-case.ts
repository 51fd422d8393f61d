import { type Change, type Context, type Refused, refused, type StreamFile, type Written } from '#ledger';
import { rooms } from '#people';

/** Which service takes a case on, and as what. */
export type Taken = { readonly to: string; readonly role: 'home' | 'caretaker' };

const isOfService = (room: string): boolean => room.startsWith('yjs:') || room.startsWith('seconded:');

/** The child's file stands where the case stands; the incident belongs to several cases, so it only gains rooms. */
export function followWithCase(file: StreamFile, moved: Change): readonly Change[] {
  if (!file.exists) return [];
  const services = (moved.rooms ?? []).filter(isOfService);
  const kept = file.kind === 'child' ? file.rooms.filter((room) => !isOfService(room)) : file.rooms;
  return [
    { file, events: [{ type: 'caseTransferred', data: { case: moved.file.id } }], rooms: [...new Set([...kept, ...services])] },
  ];
}

/** The victim's file goes to the victim service of whoever has the case; a caretaker's stands beside the home's. */
export function followVictim(file: StreamFile | undefined, { to, role }: Taken, { asker }: Context): Written<null> | Refused {
  if (!asker.isMachine) return refused('notYours');
  if (!file?.exists || file.kind !== 'victim') return refused('notFound');
  const room = rooms.victims(to);
  const next =
    role === 'home' ? [...file.rooms.filter((one) => !one.startsWith('victims:')), room] : [...new Set([...file.rooms, room])];
  if (next.length === file.rooms.length && next.every((one) => file.rooms.includes(one))) return refused('notNow');
  return {
    did: [
      {
        file,
        events: [{ type: 'victimServiceChanged', data: { area: to, role } }],
        rooms: next,
        ...(role === 'home' && { homeArea: to }),
      },
    ],
    value: null,
  };
}
