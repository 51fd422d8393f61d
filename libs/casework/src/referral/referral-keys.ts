import { type StreamKey } from '#ledger';
import { sha256hex } from '#proof';
import { type ChildNames, sameChild } from '../children/child-keys.js';

/** What makes two referrals one: the force's numbers, together with the child they name. */
export type ReferralNumbers = {
  /** A notice of a street resolution and a referral of the same crime do not shut each other out. */
  readonly of: 'referral' | 'streetNotice';
  readonly force: string;
  readonly child: ChildNames;
  readonly custodyReference: string | null;
  readonly crimeNumbers: readonly string[];
};

const folded = (number: string) => number.normalize('NFKC').toUpperCase().replace(/\s+/gu, '');

/** Unique keys: a second file with one of them is a duplicate. Children of one incident share a crime number and never a key. */
export function referralKeys({ of, force, child, custodyReference, crimeNumbers }: ReferralNumbers): readonly StreamKey[] {
  const digest = (kind: string, number: string) => ({
    key: `${of}:${kind}:${sha256hex(JSON.stringify([force, folded(number), sameChild(child)]))}`,
    isUnique: true,
  });
  const numbers = [...new Set(crimeNumbers.map(folded))].filter((number) => number !== '');
  const custody = custodyReference === null || folded(custodyReference) === '' ? [] : [digest('custody', custodyReference)];
  return [...custody, ...numbers.map((number) => digest('crime', number))];
}

/** The digest by which the incident of a force is found, whoever of its children comes first. */
export const incidentKey = (force: string, reference: string): string =>
  `incident:${sha256hex(JSON.stringify([force, folded(reference)]))}`;
