import { ageOn } from '#calendar';
import { firstOffenceOn, isCharged, mayBeInsideDwelling } from '../readings.js';
import { type Rules } from '../rule.js';
import { homeOfficeOutcomes, localPolicy, publicOrder } from '../sources.js';

const pending = (decision: string | undefined) => decision === undefined || decision === 'pending';

/** Who and what comes before a panel at all. */
export const referralRules = {
  caseIsReferredForDecision: [
    {
      source: {
        act: 'Youth Justice Blueprint Implementation Plan 2019',
        at: 'street community resolutions',
        url: 'https://www.gov.wales',
      },
      status: 'verified',
      protective: true,
      reach: 'national',
      inForce: { from: '2013-04-08' },
      datedBy: 'decision',
      binds: 'listing',
      needs: ['source'],
      holds: (facts) => facts.source !== 'STREET_CR_NOTICE',
    },
  ],
  childIsTenOrOver: [
    {
      source: homeOfficeOutcomes('outcome 11: below the age of criminal responsibility'),
      status: 'verified',
      protective: true,
      reach: 'law',
      inForce: { from: '2013-04-08' },
      datedBy: 'offence',
      binds: 'listing',
      needs: ['bornOn', 'offences'],
      holds: (facts) => {
        const on = firstOffenceOn(facts);
        return on === undefined ? { lacks: 'offences' } : ageOn(facts.bornOn ?? '', on) >= 10;
      },
    },
  ],
  proceedingsHaveEnded: [
    {
      source: localPolicy('proceedings that have begun are the prosecutor’s to end; provision not read'),
      status: 'toBeConfirmed',
      protective: true,
      reach: 'law',
      inForce: { from: '2013-04-08' },
      datedBy: 'decision',
      binds: 'planning',
      needs: [],
      holds: (facts) => !isCharged(facts) || { lacks: 'proceedingsEndedOn' },
    },
  ],
  someoneOutsideDwellingAffected: [
    {
      source: publicOrder,
      status: 'toBeConfirmed',
      protective: true,
      reach: 'law',
      inForce: { from: '2013-04-08' },
      datedBy: 'offence',
      binds: 'planning',
      needs: ['offences'],
      concerns: mayBeInsideDwelling,
      holds: (facts) => facts.wasOutsideDwelling ?? { lacks: 'wasOutsideDwelling' },
    },
  ],
  referralMechanismHasDecided: [
    {
      source: localPolicy(
        'a pending decision of the national referral mechanism is awaited before the case is ended or a caution given',
      ),
      status: 'toBeConfirmed',
      protective: true,
      reach: 'national',
      inForce: { from: '2013-04-08' },
      datedBy: 'decision',
      binds: 'giving',
      needs: [],
      concerns: ({ trafficking }) => trafficking?.isReferred === true,
      holds: ({ trafficking }) => !pending(trafficking?.decision) || { lacks: 'trafficking' },
    },
  ],
} as const satisfies Rules;
