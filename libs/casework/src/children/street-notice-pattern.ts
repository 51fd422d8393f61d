import { isStreetNoticePattern } from '#law';
import { type CaseOfChild } from './child-record.js';

/**
 * Whether somebody should look at how often one child was dealt with in the street. A count is a reason to help, never a step up:
 * earlier resolutions are history and no tariff.
 */
export const hasStreetNoticePattern = (cases: readonly CaseOfChild[]): boolean =>
  isStreetNoticePattern(cases.filter(({ isStreetNotice }) => isStreetNotice).map(({ offenceOn }) => offenceOn));
