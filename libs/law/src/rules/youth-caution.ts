import { hasAuthorityFor } from '../charging-authority.js';
import { earliestLimit, hasChargingLimit } from '../charging-limit.js';
import { eighteenthBirthday, givingDay } from '../giving-day.js';
import { admissionOnRecord, mostSeriousTrialClass } from '../readings.js';
import { type Facts } from '../facts.js';
import { type Lacking, type LawContext, type Rules } from '../rule.js';
import { chargingGuidance, crimeAndDisorder, localPolicy } from '../sources.js';

/** Enough evidence to charge, as the test in the police file has it. */
export const isEnoughToCharge = ({ evidence }: Facts): boolean =>
  evidence !== undefined && evidence.isMet && evidence.level !== 'offenceTookPlace';

/** A full admission: heard when given, or noted before and not taken back. What is said elsewhere is a note until it is heard. */
export function isAdmitted(facts: Facts): boolean | Lacking {
  if (facts.admissionWithdrawn === true) return false;
  if (facts.admissionHeard !== undefined) return facts.admissionHeard;
  const said = admissionOnRecord(facts);
  return said === undefined ? { lacks: 'admissionNoted' } : said === 'FULL';
}

/** Under 18 on the day of giving; while that day is open and may lie on or after the birthday it is not known. */
export function isUnderEighteen(facts: Facts, context: LawContext): boolean | Lacking {
  const birthday = eighteenthBirthday(facts.bornOn ?? '');
  if (context.on >= birthday) return false;
  return givingDay(facts, context) < birthday || { lacks: 'ageAtGiving' };
}

/** For an indictable-only offence the police need the prosecutor before this caution. */
export function isIndictableOnly(facts: Facts): boolean | Lacking {
  const triable = mostSeriousTrialClass(facts);
  return triable === undefined ? { lacks: 'triable' } : triable === 'indictable-only';
}

export const isAuthorised = (facts: Facts, caution: 'yc' | 'ycc'): boolean | Lacking =>
  hasAuthorityFor(facts, caution) || { lacks: 'cps' };

const inForce = { from: '2013-04-08' } as const;

/** Crime and Disorder Act 1998 ss.66ZA-66ZB: the youth caution. */
export const youthCautionRules = {
  evidenceSufficesForCaution: [
    {
      source: crimeAndDisorder('s.66ZA(1)(a)'),
      status: 'verified',
      protective: true,
      reach: 'law',
      inForce,
      datedBy: 'decision',
      binds: 'deciding',
      needs: ['evidence'],
      holds: isEnoughToCharge,
    },
  ],
  childAdmits: [
    {
      source: crimeAndDisorder('s.66ZA(1)(b)'),
      status: 'verified',
      protective: true,
      reach: 'law',
      inForce,
      datedBy: 'decision',
      binds: 'deciding',
      needs: [],
      holds: isAdmitted,
    },
  ],
  childIsUnderEighteenAtCaution: [
    {
      source: crimeAndDisorder('s.66ZA with s.117'),
      status: 'toBeConfirmed',
      protective: true,
      reach: 'law',
      inForce,
      datedBy: 'delivery',
      binds: 'giving',
      needs: ['bornOn'],
      holds: isUnderEighteen,
    },
  ],
  cautionComesWithinChargingLimit: [
    {
      source: localPolicy('a youth caution is given before the charging limit; afterwards police legal are asked'),
      status: 'toBeConfirmed',
      protective: false,
      reach: 'local',
      inForce,
      datedBy: 'delivery',
      binds: 'giving',
      needs: ['offences'],
      concerns: hasChargingLimit,
      holds: (facts, context) => {
        const limit = earliestLimit(facts) ?? '';
        if (givingDay(facts, context) <= limit) return true;
        return context.on > limit ? (facts.policeLegalView ?? { lacks: 'policeLegalView' }) : { lacks: 'givingOn' };
      },
    },
  ],
  prosecutorAuthorisesIndictableCaution: [
    {
      source: { ...chargingGuidance, act: 'CPS, DPP Guidance on Charging', at: 'indictable-only offences; not read' },
      status: 'toBeConfirmed',
      protective: true,
      reach: 'national',
      inForce,
      datedBy: 'decision',
      binds: 'giving',
      needs: ['offences'],
      concerns: isIndictableOnly,
      holds: (facts) => isAuthorised(facts, 'yc'),
    },
  ],
} as const satisfies Rules;
