import { type Facts } from '../facts.js';
import { hasFlag } from '../readings.js';
import { type Rules } from '../rule.js';
import { legalCentre } from '../sources.js';

const row = {
  status: 'verified',
  protective: true,
  reach: 'law',
  inForce: { from: '2013-04-08' },
  datedBy: 'delivery',
  binds: 'giving',
  needs: ['offences'],
} as const;
const source = legalCentre('sexual offences in Schedule 3 to the Sexual Offences Act 2003: effect explained, advice offered', '');

const isNotifiable = (facts: Facts): boolean => hasFlag(facts, 'sexual-notifiable');

/** Before a caution for an offence that may be notifiable. Whether it is depends on its own paragraph of the Schedule. */
export const sexualOffenceRules = {
  notificationExplained: [
    {
      ...row,
      source,
      concerns: isNotifiable,
      holds: (facts) => facts.notificationExplained === true || { lacks: 'notificationExplained' },
    },
  ],
  adviceOfferedAgain: [
    {
      ...row,
      source,
      concerns: isNotifiable,
      holds: (facts) => facts.adviceOfferedAgain === true || facts.adviceAnswer !== undefined || { lacks: 'adviceOfferedAgain' },
    },
  ],
} as const satisfies Rules;
