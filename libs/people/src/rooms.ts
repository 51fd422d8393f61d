/** A part of an organisation with a wall around it. A stream lists the rooms that may see it, a person the rooms they are in. */
export type Room = string;

/**
 * The rooms there are. `area`, `force`, `body` and `organisation` are codes of organisations.
 * The administrators' room holds the organisations' own files, never a case; auditors are in no room.
 */
export const rooms = {
  /** Staff of a youth justice service. */
  youthJustice: (area: string): Room => `yjs:${area}`,
  /** Police who work with that service. */
  seconded: (area: string): Room => `seconded:${area}`,
  /** Victim officers of that service; no file of a child's side stands here. */
  victims: (area: string): Room => `victims:${area}`,
  /** Prosecutors, while something of a case of that area is asked of them. */
  prosecutors: (area: string): Room => `cps:${area}`,
  /** A team that refers: a custody suite, voluntary attendance, court liaison. */
  team: (organisation: string, team: string): Room => `team:${organisation}:${team}`,
  /** Everybody of a force who refers; incidents only. */
  force: (force: string): Room => `force:${force}`,
  /** The members of a meeting, while a case is on its list. */
  meeting: (meeting: string): Room => `meeting:${meeting}`,
  /** A scrutiny body; never on a case. */
  oversight: (body: string): Room => `oversight:${body}`,
  administration: 'administration',
} as const;

const shape =
  /^(yjs|seconded|victims|cps|force|oversight):([a-z][a-z0-9-]{1,40})$|^team:([a-z][a-z0-9-]{1,40}):[a-z][a-z0-9-]{0,40}$/;

/**
 * The organisation whose administrators may let somebody in, or null for a room that nobody is let into by hand (a meeting's) and
 * for what is no room. A youth justice service decides who is seconded to it and which prosecutors see its cases.
 */
export function ownerOfRoom(room: Room): string | null {
  const found = shape.exec(room);
  return found?.[2] ?? found?.[3] ?? null;
}

/** The referring team that a person stands for: the first team room they are in. */
export const teamOf = (asker: { readonly rooms: readonly Room[] }): Room | null =>
  asker.rooms.find((room) => room.startsWith('team:')) ?? null;

/** Whether the person covers that room. A queue is a room: whoever is in it may do what waits there. */
export const isIn = (asker: { readonly rooms: readonly Room[] }, room: Room): boolean => asker.rooms.includes(room);
