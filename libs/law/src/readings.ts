import { type CalendarDay } from '#calendar';
import { type Facts, type OffenceFact, type TrialClass, type VictimFact } from './facts.js';
import { type OffenceFlag, offenceOf } from './offence.js';
import { type Lacking } from './rule.js';
import groups from './tables/offence-groups.json' with { type: 'json' };

const trialClasses: readonly TrialClass[] = ['summary', 'either-way', 'indictable-only'];

/** Mode of trial as the police file states it, else as the offence table has it. */
export const triableOf = (fact: OffenceFact): TrialClass | undefined => fact.triable ?? offenceOf(fact)?.triable;

/** The gravest mode of trial; undefined while one of the offences has none. */
export function mostSeriousTrialClass(facts: Facts): TrialClass | undefined {
  const classes = (facts.offences ?? []).map(triableOf);
  if (classes.length === 0 || classes.includes(undefined)) return undefined;
  return trialClasses.findLast((triable) => classes.includes(triable));
}

/** The first day of the earliest offence. */
export const firstOffenceOn = (facts: Facts): CalendarDay | undefined => (facts.offences ?? []).map(({ on }) => on).sort()[0];

/** The case's gravity score (NPCC, 1 to 5): the highest of its offences; undefined while one is not scored. */
export function gravityOf(facts: Facts): number | undefined {
  const scores = (facts.offences ?? []).map(({ gravity }) => gravity?.final);
  return scores.length === 0 || scores.includes(undefined)
    ? undefined
    : Math.max(...scores.filter((score) => score !== undefined));
}

export const hasFlag = (facts: Facts, flag: OffenceFlag): boolean =>
  (facts.offences ?? []).some((fact) => offenceOf(fact)?.flags.includes(flag) ?? false);

/** A hate crime: aggravated by its code, or flagged as one by the police. */
export const isHateCrime = (facts: Facts): boolean =>
  hasFlag(facts, 'hate-aggravated') || (facts.offences ?? []).some((fact) => fact.isHateCrime === true);

/** A sexual offence, whether or not it is in Schedule 3. */
export const isSexual = (facts: Facts): boolean =>
  hasFlag(facts, 'sexual-notifiable') || (facts.offences ?? []).some((fact) => offenceOf(fact)?.category === 'SEXUAL_OFFENCES');

/** Public order offences that are none where everybody affected was inside a dwelling: the code alone does not say. */
export const mayBeInsideDwelling = (facts: Facts): boolean =>
  (facts.offences ?? []).some(({ code }) => groups.dwellingException.includes(code));

const isDomesticVictim = (facts: Facts, victim: VictimFact): boolean =>
  victim.isDomesticAbuse === true ||
  ((victim.isFamily === true || victim.isPartner === true) && hasFlag(facts, 'domestic-possible'));

/** Victims of domestic abuse, whatever the ages: stated, or of the family where the offence can be domestic. */
export const domesticVictims = (facts: Facts): readonly VictimFact[] =>
  (facts.victims ?? []).filter((victim) => isDomesticVictim(facts, victim));

const cameFromCourt = ({ court, source }: Facts): boolean => court !== undefined || source === 'COURT_RETURN';

/** The case came from a court whose proceedings nobody with authority has ended. */
export const isBeforeCourt = (facts: Facts): boolean => cameFromCourt(facts) && facts.proceedingsEndedOn === undefined;

/** Before a court, or charged since. Rules about the charge itself must not read this: a charge does not authorise itself. */
export const isCharged = (facts: Facts): boolean =>
  (cameFromCourt(facts) || facts.chargedOn !== undefined) && facts.proceedingsEndedOn === undefined;

/** The youth justice service assessed the child, or had its voice at the panel: after either it has been consulted. */
export const wasServiceConsulted = ({ panel, assessmentAuthor }: Facts): boolean | Lacking =>
  assessmentAuthor !== undefined ||
  panel?.present.some(({ isYouthJustice }) => isYouthJustice === true) === true || { lacks: 'panel' };

/** What the child said, or what is said for them since: still a note. Undefined where nobody knows. */
export const admissionOnRecord = (facts: Facts): Facts['admissionNoted'] => facts.admissionIndicated ?? facts.admissionNoted;

/** Responsibility accepted or the offence admitted, and not taken back; undefined where nobody knows. */
export function acceptsResponsibility(facts: Facts): boolean | undefined {
  if (facts.admissionWithdrawn === true) return false;
  if (facts.admissionHeard === true) return true;
  const said = admissionOnRecord(facts);
  return said === undefined ? undefined : said === 'FULL' || said === 'ACCEPTS_RESPONSIBILITY';
}
