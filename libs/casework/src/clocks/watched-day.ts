import { type Calendar, type CalendarDay, londonDay } from '#calendar';
import { deadlines, dueOn, earliestLimit, eighteenthBirthday } from '#law';
import { type CaseFacts } from '#pathway';

/** Dates that follow from the facts alone and move with them, whatever the case waits for. */
export const followedDates = ['chargingLimit', 'eighteenthBirthday', 'bailEnd', 'releaseReview', 'courtDate'] as const;
export type FollowedDate = (typeof followedDates)[number];

/** Released under investigation: the one release without an end, so its age is looked at. */
const underInvestigation = 'RUI';

/** The day that the facts give to a watched date; undefined where there is none, or it is not known. */
export function watchedDay(kind: FollowedDate, facts: CaseFacts, calendar: Calendar): CalendarDay | undefined {
  switch (kind) {
    case 'chargingLimit':
      return earliestLimit(facts) ?? undefined;
    case 'eighteenthBirthday':
      return facts.bornOn === undefined ? undefined : eighteenthBirthday(facts.bornOn);
    case 'bailEnd':
      return facts.bail?.endsOn;
    case 'releaseReview':
      if (facts.bail?.status !== underInvestigation || facts.receivedAt === undefined) return undefined;
      return dueOn(deadlines.releaseReview, londonDay(facts.receivedAt), calendar) ?? undefined;
    case 'courtDate':
      return facts.court?.nextHearingOn;
  }
}
