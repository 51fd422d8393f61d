import { type Facts } from './facts.js';
import { type OffenceFlag } from './offence.js';
import { admissionOnRecord, domesticVictims, hasFlag, isHateCrime, mostSeriousTrialClass, triableOf } from './readings.js';
import table from './tables/charging-authority.json' with { type: 'json' };

const reserved = table.reserved.map(({ code }) => code);
const isReserved = (code: string): boolean => reserved.some((start) => code.startsWith(start));
const anyOffence = (facts: Facts, isSuch: (code: string) => boolean): boolean =>
  (facts.offences ?? []).some(({ code }) => isSuch(code));

/** Offences whose prosecution needs the consent of the Director; for `dpp-consent-possible` that is believed, and taken so. */
export const needsDirector = (facts: Facts): boolean => table.director.some(({ flag }) => hasFlag(facts, flag as OffenceFlag));

/**
 * Who decides whether to charge (domain 1.1; CPS, DG6 desktop guide). Undefined while a fact that decides it is missing.
 * Police: summary-only offences whatever the plea, shop theft, either-way offences with a likely guilty plea. Never the police:
 * offences that need the Director, hate crime, domestic abuse, and the reserved rows of the table.
 */
export function chargingDecisionBy(facts: Facts): 'police' | 'CPS' | undefined {
  const triable = mostSeriousTrialClass(facts);
  if (triable === 'indictable-only' || needsDirector(facts) || isHateCrime(facts)) return 'CPS';
  if (domesticVictims(facts).length > 0 || anyOffence(facts, isReserved)) return 'CPS';
  if (triable === undefined) return undefined;
  const onPlea = (facts.offences ?? []).filter(
    (fact) => triableOf(fact) !== 'summary' && !table.whateverThePlea.includes(fact.code),
  );
  if (onPlea.length === 0) return 'police';
  const said = admissionOnRecord(facts);
  return said === undefined ? undefined : said === 'FULL' && facts.admissionWithdrawn !== true ? 'police' : 'CPS';
}

/** Whether the prosecutor's authority for this disposal is on record, with the child information form that goes with the file. */
export const hasAuthorityFor = (facts: Facts, disposal: 'o23' | 'yc' | 'ycc' | 'court'): boolean =>
  facts.cps !== undefined &&
  facts.cps.authorityFor === disposal &&
  facts.cps.reference !== '' &&
  facts.cps.hasChildInformationForm;
