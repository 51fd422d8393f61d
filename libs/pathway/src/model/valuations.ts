import { type Disposal, disposals, type RuleId, stepRules } from '#law';
import { gates } from '../gates.js';
import { type Table } from '../pathway.js';

/** One bit for each valuation. */
export type Bits = Uint32Array;

/**
 * Rules that somebody can always come to meet: by recording, asking, waiting, or by another person doing it. All others may stay unmet
 * for good (what the child says, evidence, age, a limit that has passed), so they are tried both ways.
 */
const withinReach: ReadonlySet<RuleId> = new Set<RuleId>([
  ...stepRules.listing,
  ...stepRules.countersigning,
  ...stepRules.panel,
  ...stepRules.decision,
  ...stepRules.policeDecision,
  ...stepRules.escalation,
  ...stepRules.crimeOutcome,
  'caseIsReferredForDecision',
  'proceedingsHaveEnded',
  'referralMechanismHasDecided',
]);

/** Rules that guards only ever name together are one fact to the machine. */
export function ruleClasses(table: Table): readonly (readonly RuleId[])[] {
  const namedBy = new Map<RuleId, Set<string>>();
  for (const { guard, declared } of Object.values(table).flatMap((row) => Object.values(row).flat())) {
    for (const rule of guard.rules ?? []) namedBy.set(rule, (namedBy.get(rule) ?? new Set()).add(declared));
  }
  const classes = new Map<string, RuleId[]>();
  for (const [rule, places] of namedBy) {
    if (withinReach.has(rule)) continue;
    const key = [...places].sort().join();
    classes.set(key, [...(classes.get(key) ?? []), rule]);
  }
  return [...classes.values()];
}

/** A set of valuations of the rules: for each class of rules, in which of them it is met. */
export type Valuations = { readonly count: number; readonly all: Bits; readonly metBy: ReadonlyMap<RuleId, Bits> };

const filled = (count: number): Bits => {
  const bits = new Uint32Array(Math.ceil(count / 32)).fill(0xffffffff);
  if (count % 32 !== 0) bits[bits.length - 1] = 2 ** (count % 32) - 1;
  return bits;
};
const chosen = (count: number, isMet: (valuation: number) => boolean): Bits => {
  const bits = new Uint32Array(Math.ceil(count / 32));
  for (let valuation = 0; valuation < count; valuation++) {
    const word = valuation >>> 5;
    if (isMet(valuation)) bits[word] = (bits[word] ?? 0) | (1 << (valuation & 31));
  }
  return bits;
};

/** Every valuation there is: two to the power of the number of classes. */
export function everyValuation(classes: readonly (readonly RuleId[])[]): Valuations {
  const count = 2 ** classes.length;
  const metBy = classes.flatMap((rules, place) => {
    const bits = chosen(count, (valuation) => ((valuation >>> place) & 1) === 1);
    return rules.map((rule) => [rule, bits] as const);
  });
  return { count, all: filled(count), metBy: new Map(metBy) };
}

/**
 * The eight worst ones: nothing is met, or only what one disposal rests on. Guards never ask that a rule is *not* met, so whatever can
 * be reached in one of these can be reached in every other one that has to be looked at. Quick enough for every deletion.
 */
export function worstValuations(classes: readonly (readonly RuleId[])[]): Valuations {
  const count = disposals.length + 1;
  const isMet = (rules: readonly RuleId[]) => (valuation: number) => {
    const disposal = disposals[valuation];
    return disposal !== undefined && rules.every((rule) => gates[disposal].includes(rule));
  };
  const metBy = classes.flatMap((rules) => {
    const bits = chosen(count, isMet(rules));
    return rules.map((rule) => [rule, bits] as const);
  });
  return { count, all: filled(count), metBy: new Map(metBy) };
}

/** The valuations in which all of these rules are met. */
export function metIn({ all, metBy }: Valuations, rules: readonly RuleId[] = []): Bits {
  const bits = all.slice();
  for (const one of new Set(rules.map((rule) => metBy.get(rule)))) {
    if (one !== undefined) for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] ?? 0) & (one[word] ?? 0);
  }
  return bits;
}

/** The valuations in which a disposal is lawful. */
export const lawfulIn = (valuations: Valuations, disposal: Disposal): Bits => metIn(valuations, gates[disposal]);

export const contains = (bits: Bits, part: Bits): boolean => part.every((word, place) => (word & ~(bits[place] ?? 0)) === 0);
