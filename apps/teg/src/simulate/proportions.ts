import { type Dice } from './dice.js';
import kept from './proportions.json' with { type: 'json' };

/** How often is what: `sheet` and a section where it was published, `assumed` where nobody published it. */
export type Proportion = { readonly source: string; readonly says: string };

type Weighted<T> = { readonly is: T; readonly weight: number };
type Lists = 'offence' | 'sex' | 'age' | 'ethnicity' | 'language' | 'care' | 'admission' | 'gravityStep';
export type Share = keyof typeof kept.shares;

const filled = <T>([first, ...rest]: readonly T[]): readonly [T, ...T[]] => {
  if (first === undefined) throw new Error('A proportion without entries.');
  return [first, ...rest];
};

/** One of a list, as often as it should be. */
export function drawn<L extends Lists>(list: L, dice: Dice): (typeof kept)[L]['of'][number]['is'] {
  const entries = kept[list].of as readonly Weighted<(typeof kept)[L]['of'][number]['is']>[];
  return dice.weighted(filled(entries)).is;
}

/** Whether this happens to a case, as often as it should. */
export const happens = (share: Share, dice: Dice): boolean => dice.chance(kept.shares[share].is);

/** The seven disposals in the order in which a panel would think of them at that score, the likeliest mostly first. */
export function inclinationAt(score: 1 | 2 | 3 | 4 | 5, dice: Dice): readonly string[] {
  const weights = Object.entries(kept.inclination.byScore[score]).map(([is, weight]) => ({ is, weight }));
  return dice.order(weights).map(({ is }) => is);
}

export const referralsAYear: number = kept.referralsAYear.is;

/** Every proportion with where it comes from. */
export const proportions: readonly Proportion[] = Object.entries(kept).flatMap(([name, entry]): readonly Proportion[] =>
  name === 'shares' ? Object.values(kept.shares) : [entry as Proportion],
);
