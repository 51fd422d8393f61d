import { ageOn, daysBetween } from '#calendar';
import { deadlines } from '../deadlines/deadlines.js';
import { type AdultFact, type Facts } from '../facts.js';
import { givingDay } from '../giving-day.js';
import { type Lacking, type LawContext, type Rules } from '../rule.js';
import { appropriateAdults, crimeAndDisorder, legalCentre, localPolicy } from '../sources.js';

const beforeSeventeens = { from: '2013-04-08', to: '2015-04-12' } as const;
const sinceSeventeens = { from: '2015-04-13' } as const;
const inForce = { from: '2013-04-08' } as const;
const row = { status: 'verified', protective: true, reach: 'law', inForce, datedBy: 'delivery', binds: 'giving' } as const;

/** Everything that a suitable adult must be is known of this one. */
const isKnownSuitable = (adult: AdultFact | undefined): boolean =>
  adult?.isSuitable === true && adult.isOverEighteen === true && adult.isEmployedByPolice === false && adult.isVictim !== true;

/** Before the giving: an adult who is known to be suitable, or one still to be found; what was wrong with another accuses nobody. */
const adultIsFound =
  (upToAge: number) =>
  (facts: Facts, context: LawContext): boolean | Lacking =>
    ageOn(facts.bornOn ?? '', givingDay(facts, context)) > upToAge ||
    facts.suitableAdult === true ||
    isKnownSuitable(facts.interviewAdult) || { lacks: 'suitableAdult' };

/** At the giving: the adult who is there. Suitable, and nothing known that makes the adult unfit. */
const adultIsThere =
  (upToAge: number) =>
  ({ bornOn = '', adultAtGiving: adult }: Facts, { on }: LawContext): boolean | Lacking => {
    if (ageOn(bornOn, on) > upToAge) return true;
    if (adult?.isSuitable === undefined) return { lacks: 'adultAtGiving' };
    return adult.isSuitable && adult.isOverEighteen !== false && adult.isEmployedByPolice !== true && adult.isVictim !== true;
  };

/** The days are the child's: only the child may ask for an earlier one, after advice, and then no day is looked at. */
const clearDaysHavePassed = (facts: Facts, { on }: LawContext): boolean | Lacking => {
  const { explanationWrittenOn: written, earlierDayAskedAfterAdvice: isAsked } = facts;
  if (isAsked === true) return true;
  return written === undefined ? { lacks: 'explanationWrittenOn' } : daysBetween(written, on) > deadlines.adviceTime.length.days;
};

/** What is asked afresh when a resolution or caution is given: nothing is carried over from before. */
export const givingRules = {
  adultIsSuitable: [
    { ...row, source: crimeAndDisorder('s.66ZA(3)'), inForce: beforeSeventeens, needs: ['bornOn'], holds: adultIsFound(16) },
    { ...row, source: appropriateAdults, inForce: sinceSeventeens, needs: ['bornOn'], holds: adultIsFound(17) },
  ],
  adultSuitableAtGiving: [
    { ...row, source: crimeAndDisorder('s.66ZA(7)'), inForce: beforeSeventeens, needs: ['bornOn'], holds: adultIsThere(16) },
    { ...row, source: appropriateAdults, inForce: sinceSeventeens, needs: ['bornOn'], holds: adultIsThere(17) },
  ],
  admissionHeard: [
    {
      ...row,
      source: crimeAndDisorder('s.66ZA(1)(b), s.66B(3)'),
      needs: ['admissionHeard'],
      holds: ({ admissionHeard, admissionWithdrawn }) => admissionHeard === true && admissionWithdrawn !== true,
    },
  ],
  effectExplained: [
    {
      ...row,
      source: crimeAndDisorder('s.66ZA(3), s.66B(4)'),
      needs: ['effectExplained'],
      holds: ({ effectExplained }) => effectExplained?.language !== '',
    },
  ],
  explanationTextIsApproved: [
    {
      ...row,
      source: localPolicy('no paper in a language whose text is not approved; a speaker explains instead'),
      status: 'toBeConfirmed',
      reach: 'local',
      needs: ['effectExplained'],
      holds: ({ effectExplained }) => effectExplained?.isTextApproved === true || effectExplained?.isOral === true,
    },
  ],
  understandingChecked: [
    {
      ...row,
      source: crimeAndDisorder('s.66ZA(3): ordinary language'),
      needs: ['understanding'],
      holds: ({ understanding }) => understanding === true,
    },
  ],
  adviceAnswered: [
    {
      ...row,
      source: legalCentre('legal advice: entitled and free; offered again and the answer recorded', ''),
      needs: ['adviceAnswer'],
      // Any answer is a good one; an empty one is none.
      holds: ({ adviceAnswer }) => adviceAnswer !== '',
    },
  ],
  twoClearDaysForAdvice: [
    {
      ...row,
      source: localPolicy('at least two clear days for advice, unless the child asks otherwise after advice'),
      status: 'toBeConfirmed',
      reach: 'local',
      needs: [],
      holds: clearDaysHavePassed,
    },
  ],
} as const satisfies Rules;
