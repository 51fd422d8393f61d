import { type StreamKey } from '#ledger';
import { sha256hex } from '#proof';
import { normalisedName } from './normalised-name.js';

/** What of a child two records are compared by. Null: not known. */
export type ChildNames = {
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly bornOn: string | null;
};

/** Why two records may be about one child, strongest first. It is a question to a person, never an answer. */
export const likenesses = ['namesAndBirth', 'familyAndBirth', 'givenAndBirth', 'names'] as const;
export type Likeness = (typeof likenesses)[number];

const digest = (likeness: Likeness, ...parts: readonly string[]) => `child:${likeness}:${sha256hex(JSON.stringify(parts))}`;
const normalised = (name: string | null) => (name === null || name.trim() === '' ? null : normalisedName(name));

/** All words of both names in one order, so that names entered in each other's field are found too. */
const words = (given: string | null, family: string | null) =>
  [given, family]
    .flatMap((name) => name?.split(' ') ?? [])
    .sort()
    .join(' ');

/** The digests under which a child's record is found by likeness: none is unique, for twins and namesakes are two children. */
export function childKeys({ givenName, familyName, bornOn }: ChildNames): readonly StreamKey[] {
  const [given, family] = [normalised(givenName), normalised(familyName)];
  const keys = [
    given !== null && family !== null && bornOn !== null && digest('namesAndBirth', words(given, family), bornOn),
    family !== null && bornOn !== null && digest('familyAndBirth', family, bornOn),
    given !== null && bornOn !== null && digest('givenAndBirth', given, bornOn),
    given !== null && family !== null && digest('names', words(given, family)),
  ];
  return keys.filter((key) => key !== false).map((key) => ({ key, isUnique: false }));
}

/** Which likeness a key stands for, or null for a key of another kind. */
export const likenessOf = (key: string): Likeness | null =>
  likenesses.find((likeness) => key.startsWith(`child:${likeness}:`)) ?? null;

/** The child as a duplicate of a referral means it: the words of the names and the birth date as they were sent. */
export const sameChild = ({ givenName, familyName, bornOn }: ChildNames): string =>
  JSON.stringify([words(normalised(givenName), normalised(familyName)), bornOn]);
