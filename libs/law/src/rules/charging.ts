import { chargingDecisionBy, hasAuthorityFor, needsDirector } from '../charging-authority.js';
import { chargingLimit, earliestLimit, hasChargingLimit } from '../charging-limit.js';
import { isBeforeCourt, mostSeriousTrialClass } from '../readings.js';
import { type Rules } from '../rule.js';
import { chargingGuidance, magistratesLimit, protectionOfChildren } from '../sources.js';
import { isEnoughToCharge } from './youth-caution.js';

const inForce = { from: '2013-04-08' } as const;

/** A charge: what a referral for a charging decision rests on. The panel cannot send a child to court. */
export const chargingRules = {
  evidenceMeetsFullCodeTest: [
    {
      source: { ...chargingGuidance, at: 'Full Code Test' },
      status: 'verified',
      protective: true,
      reach: 'national',
      inForce,
      datedBy: 'decision',
      binds: 'deciding',
      needs: ['evidence'],
      holds: isEnoughToCharge,
    },
  ],
  chargerHasAuthority: [
    {
      source: chargingGuidance,
      status: 'verified',
      protective: true,
      reach: 'national',
      inForce,
      datedBy: 'decision',
      binds: 'charging',
      needs: ['offences'],
      concerns: (facts) => !isBeforeCourt(facts),
      holds: (facts) => {
        const decider = chargingDecisionBy(facts);
        if (decider === 'police' || hasAuthorityFor(facts, 'court')) return true;
        if (decider === 'CPS') return { lacks: 'cps' };
        return { lacks: mostSeriousTrialClass(facts) === undefined ? 'triable' : 'admissionNoted' };
      },
    },
  ],
  directorConsents: [
    {
      source: protectionOfChildren,
      status: 'verified',
      protective: true,
      reach: 'law',
      inForce,
      datedBy: 'decision',
      binds: 'charging',
      needs: ['offences'],
      concerns: (facts) => needsDirector(facts) && !isBeforeCourt(facts),
      holds: (facts) => facts.directorAuthority ?? { lacks: 'directorAuthority' },
    },
  ],
  chargeComesWithinLimit: [
    {
      source: magistratesLimit,
      status: 'toBeConfirmed',
      protective: true,
      reach: 'law',
      inForce,
      datedBy: 'delivery',
      binds: 'charging',
      needs: ['offences'],
      concerns: hasChargingLimit,
      holds: (facts, { on, moment }) => {
        const limit = earliestLimit(facts) ?? '';
        const chargedOn = facts.chargedOn ?? facts.court?.chargedOn ?? (moment === 'charging' ? on : undefined);
        if (chargedOn !== undefined) return chargedOn <= limit;
        // The day of a charge lies ahead; nobody is sent to bring it about.
        return on > limit ? false : { lacks: 'chargeDay' };
      },
    },
  ],
  // Whoever is told so must be able to rely on it; that the public interest asks for no prosecution may be said at any time.
  chargingLimitHasPassed: [
    {
      source: magistratesLimit,
      status: 'toBeConfirmed',
      protective: true,
      reach: 'law',
      inForce,
      datedBy: 'delivery',
      binds: 'charging',
      needs: ['offences'],
      holds: (facts, { on }) => {
        const limits = (facts.offences ?? []).map((fact) => chargingLimit(fact, facts));
        if (limits.some(({ on: limit }) => typeof limit === 'string' && on <= limit)) return false;
        if (limits.some(({ why }) => why === 'notKnown')) return { lacks: 'triable' };
        // Without a limit, or where a longer one may exist, it has passed only once the police file states a day.
        const isStated = limits.every(({ on: limit, why, mayBeLonger }) => limit !== null && (why === 'stated' || !mayBeLonger));
        return (isStated && limits.length > 0) || { lacks: 'offences' };
      },
    },
  ],
} as const satisfies Rules;
