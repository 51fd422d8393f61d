import { type Disposal } from './disposal.js';
import { effectsOf } from './legal-effects.js';
import { type Facts, type PreviousOutcome, type VictimFact } from './facts.js';
import { offenceOf } from './offence.js';

const cautions = ['YOUTH_CAUTION', 'YOUTH_CONDITIONAL_CAUTION'];
const substantive = [...cautions, 'CONVICTION'];
const counts = ({ isConfirmed, isSetAside }: PreviousOutcome): boolean => isConfirmed && isSetAside !== true;

/**
 * Whether the service may or must assess a child who gets a youth caution (CDA 1998 s.66ZB(1)-(3)): a first caution and no earlier
 * conditional one may, any other must, with a programme unless that is inappropriate. Cautions of other forces count once confirmed;
 * one set aside no longer does. Undefined while the history is not known.
 */
export function assessmentDuty(facts: Facts): 'may' | 'must' | undefined {
  const earlier = facts.previousOutcomes?.filter(counts);
  if (earlier === undefined) return undefined;
  return earlier.some(({ type }) => cautions.includes(type)) ? 'must' : 'may';
}

const countsAsEntry = (disposal: Disposal): boolean =>
  effectsOf(disposal).some(({ effect, code }) => effect === 'firstTimeEntry' && code === 'yes');

/** Whether this disposal would make the child a first-time entrant: a youth caution or conditional caution with none before. */
export function makesFirstTimeEntrant(disposal: Disposal, facts: Facts): boolean | undefined {
  if (!countsAsEntry(disposal)) return false;
  return facts.previousOutcomes === undefined
    ? undefined
    : !facts.previousOutcomes.filter(counts).some(({ type }) => substantive.includes(type));
}

/** Whether the outcome on record goes on the PNC: cautions, for recordable offences. Undefined where an offence is not known. */
export function needsPncEntry(facts: Facts): boolean | undefined {
  const disposal = facts.given ?? facts.outcome;
  if (disposal !== 'yc' && disposal !== 'ycc') return false;
  const marks = facts.offences?.map((fact) => fact.isRecordable ?? offenceOf(fact)?.isRecordable);
  if (marks === undefined) return undefined;
  if (marks.includes(true)) return true;
  return marks.includes(undefined) ? undefined : false;
}

/** The clock by which a victim is told: one working day with enhanced rights, and while it is not known whether there are any. */
export const victimClock = ({ hasEnhancedRights }: VictimFact): 'victimTold' | 'victimToldEnhanced' =>
  hasEnhancedRights === false ? 'victimTold' : 'victimToldEnhanced';
