import { type Player } from '../player/player.js';
import { bodyOf } from '../running-teg.js';

export type Person = { readonly email: string; readonly organisation: string; readonly roles: readonly string[] };

/** As whom the command line speaks where it is not told: people of the demonstration. */
export const auditor = 'auditor@south-wales-commissioner.test';
export const administrator = 'administrator@vale.test';
export const dutyManager = 'duty-manager@vale.test';
export const headOfService = 'head-of-service@vale.test';

/** The whole directory of staff, in the order of the addresses. */
export async function directory(player: Player): Promise<readonly Person[]> {
  const people: Person[] = [];
  for (let page = 1; ; page += 1) {
    const { items, total } = bodyOf(
      await player.get<{ items: readonly Person[]; total: number }>(auditor, `/api/people?page=${page}&size=100`),
    );
    people.push(...items);
    if (people.length >= total || items.length === 0) return people;
  }
}
