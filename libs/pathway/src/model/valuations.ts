import { type RuleId, stepRules } from '#law';
import { type Edge } from './graph.js';

/**
 * Rules that somebody can always come to meet: by recording, asking, waiting, or by another person doing it. All others may stay unmet
 * for good (what the child says, evidence, age, a limit that has passed), so they are tried both ways.
 */
const withinReach: ReadonlySet<RuleId> = new Set<RuleId>([
  ...stepRules.listing,
  ...stepRules.countersigning,
  ...stepRules.panel,
  ...stepRules.communityPanel,
  ...stepRules.decision,
  ...stepRules.policeDecision,
  ...stepRules.escalation,
  ...stepRules.crimeOutcome,
  ...stepRules.reopening,
  'caseIsReferredForDecision',
  'proceedingsHaveEnded',
  'referralMechanismHasDecided',
]);

/** One bit for each class of rules. */
export type Mask = number;

/** The rules that may stay unmet, in classes: rules that guards only ever name together are one fact to the machine. */
export type RuleClasses = {
  readonly classes: readonly (readonly RuleId[])[];
  /** How many valuations there are: each class met or not. */
  readonly valuations: number;
  readonly bitOf: ReadonlyMap<RuleId, Mask>;
};

/** Only rules count that a pathway names where something moves: what leads nowhere else can keep nobody from anywhere. */
export function ruleClasses(edges: readonly Edge[]): RuleClasses {
  const namedBy = new Map<RuleId, Set<string>>();
  for (const { from, to, branch } of edges) {
    if (from === to) continue;
    for (const rule of branch.guard.rules ?? []) namedBy.set(rule, (namedBy.get(rule) ?? new Set()).add(branch.declared));
  }
  const found = new Map<string, RuleId[]>();
  for (const [rule, places] of namedBy) {
    if (withinReach.has(rule)) continue;
    const key = [...places].sort().join();
    found.set(key, [...(found.get(key) ?? []), rule]);
  }
  const classes = [...found.values()];
  // A bitwise operator of the language sees thirty-two bits, and the last one is the sign.
  if (classes.length > 31) throw new Error(`${classes.length} classes of rules are more than a mask holds`);
  const bitOf = new Map(classes.flatMap((rules, place) => rules.map((rule) => [rule, 1 << place] as const)));
  return { classes, valuations: 2 ** classes.length, bitOf };
}

/** The classes that a branch with these rules asks for. */
export const asked = ({ bitOf }: RuleClasses, rules: readonly RuleId[] = []): Mask =>
  rules.reduce((mask, rule) => mask | (bitOf.get(rule) ?? 0), 0);

/** The classes that are met by whoever meets exactly these rules. */
export const metBy = ({ classes }: RuleClasses, rules: readonly RuleId[]): Mask =>
  classes.reduce((mask, all, place) => (all.every((rule) => rules.includes(rule)) ? mask | (1 << place) : mask), 0);

export const isWithin = (part: Mask, whole: Mask): boolean => (part & ~whole) === 0;

/** Sets of classes none of which holds another: the smallest that suffice. */
export type Smallest = readonly Mask[];

/** With one more that suffices; the same object where it says nothing new. */
export function withMask(smallest: Smallest, mask: Mask): Smallest {
  if (smallest.some((one) => isWithin(one, mask))) return smallest;
  return [...smallest.filter((one) => !isWithin(mask, one)), mask];
}
