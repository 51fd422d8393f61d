import { addDays, ageOn } from '#calendar';
import { chargingDecisionBy, hasAuthorityFor } from '../charging-authority.js';
import { earliestLimit, hasChargingLimit } from '../charging-limit.js';
import { type Facts, type OffenceFact } from '../facts.js';
import { isBeforeCourt, mostSeriousTrialClass } from '../readings.js';
import { type Lacking, type Rules } from '../rule.js';
import { beyondAdmission, homeOfficeOutcomes, knifeGuidance, localPolicy } from '../sources.js';
import { isEnoughToCharge } from './youth-caution.js';
import limits from '../tables/charging-limits.json' with { type: 'json' };
import groups from '../tables/offence-groups.json' with { type: 'json' };

const inForce = { from: '2026-01-01' } as const;

/** A blade by the offence itself, or by its flag where the offence covers other things too. Undefined where nobody has said. */
function isKnifePossession({ code, isKnife }: OffenceFact): boolean | undefined {
  if (groups.knifePossession.includes(code)) return true;
  return groups.knifePossessionByItem.includes(code) ? isKnife : false;
}

function isOfKnife({ offences = [] }: Facts): boolean | Lacking {
  const marks = offences.map(isKnifePossession);
  if (marks.includes(true)) return true;
  return marks.includes(undefined) ? { lacks: 'knifeItem' } : false;
}

/** Outcome 23, the deferred prosecution of a child (early 2026). It needs no admission. */
export const deferredProsecutionRules = {
  evidenceMeetsTestForDeferral: [
    {
      source: homeOfficeOutcomes('outcome 23; that it rests on the Full Code Test was not read'),
      status: 'toBeConfirmed',
      protective: true,
      reach: 'national',
      inForce,
      datedBy: 'decision',
      binds: 'deciding',
      needs: ['evidence'],
      holds: isEnoughToCharge,
    },
  ],
  prosecutorMayBeHeldBack: [
    {
      source: { ...beyondAdmission, at: 'who decides on deferral follows who decides on charge; to be confirmed' },
      status: 'toBeConfirmed',
      protective: true,
      reach: 'national',
      inForce,
      datedBy: 'decision',
      binds: 'planning',
      needs: ['offences'],
      concerns: (facts) => !isBeforeCourt(facts),
      holds: (facts) => {
        const decider = chargingDecisionBy(facts);
        if (decider === 'police' || hasAuthorityFor(facts, 'o23')) return true;
        if (decider === 'CPS') return { lacks: 'cps' };
        return { lacks: mostSeriousTrialClass(facts) === undefined ? 'triable' : 'admissionNoted' };
      },
    },
  ],
  deferralEndsBeforeChargingLimit: [
    {
      source: localPolicy('a deferral ends 14 days before the charging limit: afterwards there is no prosecution to hold'),
      status: 'toBeConfirmed',
      protective: false,
      reach: 'local',
      inForce,
      datedBy: 'delivery',
      binds: 'planning',
      needs: ['offences'],
      concerns: hasChargingLimit,
      holds: (facts, { on }) => {
        const latestEnd = addDays(earliestLimit(facts) ?? '', -limits.guard.bufferDays);
        if (facts.planEndsOn !== undefined) return facts.planEndsOn <= latestEnd;
        return latestEnd < on ? false : { lacks: 'planEndsOn' };
      },
    },
  ],
  knifePlanIsTargeted: [
    {
      source: knifeGuidance,
      status: 'verified',
      protective: true,
      reach: 'national',
      inForce: { from: '2026-02-01' },
      datedBy: 'decision',
      binds: 'planning',
      needs: ['offences'],
      concerns: isOfKnife,
      holds: ({ targetedPlan }) => targetedPlan === true || { lacks: 'targetedPlan' },
    },
  ],
  deferralIsForChildren: [
    {
      source: { ...beyondAdmission, at: 'made for children; which date counts for the age is to be confirmed' },
      status: 'toBeConfirmed',
      protective: false,
      reach: 'national',
      inForce,
      datedBy: 'decision',
      binds: 'deciding',
      needs: ['bornOn'],
      holds: ({ bornOn = '' }, { on }) => ageOn(bornOn, on) < 18,
    },
  ],
} as const satisfies Rules;
