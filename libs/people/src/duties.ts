import { type HumanRole, viewsOf } from './roles.js';
import { type Room, rooms as roomOf } from './rooms.js';

export type Duties = { readonly roles: readonly HumanRole[]; readonly rooms: readonly Room[]; readonly views: readonly string[] };

/** What somebody's roles and rooms amount to: views follow from the roles, and so does the administrators' room. */
export function duties(roles: readonly HumanRole[], rooms: readonly Room[]): Duties {
  const given = rooms.filter((room) => room !== roomOf.administration);
  const house = roles.includes('administrator') ? [roomOf.administration] : [];
  return {
    roles: [...new Set(roles)],
    rooms: [...new Set([...given, ...house])],
    views: [...new Set(roles.flatMap((role) => viewsOf[role]))],
  };
}
