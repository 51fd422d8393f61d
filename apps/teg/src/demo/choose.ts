import { type SeenDisposal } from '../player/case-answers.js';
import { obtainable } from './obtain.js';
import { type Story } from './story.js';

const needsOf = ({ needs }: SeenDisposal): readonly string[] => needs.map((need) => need.split(': ')[1] ?? need);

/** Lawful now, or once what it needs is there, and somebody here can see to that. */
export const isOpen = (disposal: SeenDisposal): boolean =>
  disposal.status === 'allowed' || (disposal.status === 'needs' && needsOf(disposal).every((fact) => obtainable.has(fact)));

export const needs = (disposal: SeenDisposal | undefined, fact: string): boolean => disposal !== undefined && needsOf(disposal).includes(fact);

/**
 * What this panel decides: of the outcomes that the law leaves open, the one that was shown least so far, the least intrusive of those
 * first. So every way is walked, whatever folder is played; nothing in it is advice.
 */
export function chooseInTurn({ scene: { chosen }, memory: { tried } }: Story, disposals: readonly SeenDisposal[]): string | null {
  const open = disposals.filter((one) => isOpen(one) && !tried.includes(one.disposal)).map(({ disposal }) => disposal);
  const [first] = [...open].sort((a, b) => (chosen.get(a) ?? 0) - (chosen.get(b) ?? 0) || open.indexOf(a) - open.indexOf(b));
  if (first === undefined) return null;
  chosen.set(first, (chosen.get(first) ?? 0) + 1);
  return first;
}

/** What is decided afresh when a way came to no end: the least intrusive that the law allows as things stand and that was not tried. */
export const chooseAfresh = ({ memory: { tried } }: Story, disposals: readonly SeenDisposal[]): string | null =>
  disposals.find((one) => isOpen(one) && !needs(one, 'cps') && !tried.includes(one.disposal))?.disposal ?? null;
