import { type Refused, refused } from '#ledger';
import { ownerOfRoom, type Room, rooms as roomOf } from './rooms.js';

/** Why an administrator of that organisation may not let somebody in or out of these rooms; null when they may. */
export function roomsRefused(rooms: readonly Room[], organisation: string): Refused | null {
  // The administrators' room follows from the role.
  const named = rooms.filter((room) => room !== roomOf.administration);
  const faults = named.flatMap((room) =>
    ownerOfRoom(room) === null ? [{ pointer: `/rooms/${rooms.indexOf(room)}`, code: 'roomUnknown' }] : [],
  );
  if (faults.length > 0) return refused('invalid', { faults });
  return named.some((room) => ownerOfRoom(room) !== organisation) ? refused('notYours', { code: 'roomOfAnother' }) : null;
}
