import { type Notice } from '#law';
import { normalisedName } from '../children/normalised-name.js';

/** A force or youth justice service, as the record knows it. */
export type Place = {
  readonly code: string;
  readonly kind: 'force' | 'yjs';
  readonly nameEn: string;
  readonly nameCy: string;
  readonly prefix: string | null;
  readonly serves: readonly string[];
  readonly stations: readonly string[];
};

/** Which service takes a case. Caretaker: the home authority is served by nobody whom Teg knows, so the station's service acts for it. */
export type Area = { readonly code: string; readonly prefix: string; readonly isCaretaker: boolean };

const same = (one: string, other: string) => normalisedName(one) === normalisedName(other);

/** The force by its name in either language, or its code. */
export const forceOf = (places: readonly Place[], name: string): Place | null =>
  places.find((place) => place.kind === 'force' && [place.nameEn, place.nameCy, place.code].some((known) => same(known, name))) ??
  null;

/**
 * The service of the home authority, word for word: "Birmingham (placed in the Vale of Glamorgan)" is Birmingham, whose child keeps
 * its home service while the station's acts as caretaker. Null where neither is known.
 */
export function areaOf(
  places: readonly Place[],
  { home_local_authority: home, station }: Pick<Notice, 'home_local_authority' | 'station'>,
): Area | null {
  const services = places.filter(({ kind }) => kind === 'yjs');
  const own = home === null ? undefined : services.find(({ serves }) => serves.some((authority) => same(authority, home)));
  const host = services.find(({ stations }) => stations.some((known) => same(known, station ?? '')));
  const found = own ?? host;
  if (found?.prefix === undefined || found.prefix === null) return null;
  return { code: found.code, prefix: found.prefix, isCaretaker: own === undefined && home !== null };
}
