import { addMonths } from '#calendar';
import { type CaseOfChild } from './child-record.js';
import policy from './street-notice-policy.json' with { type: 'json' };

/**
 * Whether somebody should look at how often one child was dealt with in the street. A count is a reason to help, never a step up:
 * earlier resolutions are history and no tariff.
 */
export function isStreetNoticePattern(cases: readonly CaseOfChild[]): boolean {
  const days = cases
    .filter(({ isStreetNotice }) => isStreetNotice)
    .map(({ offenceOn }) => offenceOn)
    .sort();
  return days.some((first, index) => {
    const last = days[index + policy.count - 1];
    return last !== undefined && last <= addMonths(first, policy.months);
  });
}
