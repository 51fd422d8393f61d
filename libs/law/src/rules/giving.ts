import { ageOn, daysBetween } from '#calendar';
import { deadlines } from '../deadlines/deadlines.js';
import { type AdultFact, type Facts } from '../facts.js';
import { givingDay } from '../giving-day.js';
import { type Lacking, type LawContext, type Rules } from '../rule.js';
import { acceptedInKnowledge, appropriateAdults, crimeAndDisorder, legalCentre, localPolicy } from '../sources.js';

const beforeSeventeens = { from: '2013-04-08', to: '2015-04-12' } as const;
const sinceSeventeens = { from: '2015-04-13' } as const;
const inForce = { from: '2013-04-08' } as const;
const row = { status: 'verified', protective: true, reach: 'law', inForce, datedBy: 'delivery', binds: 'giving' } as const;

/** Everything that a suitable adult must be is known of this one. */
const isKnownSuitable = (adult: AdultFact | undefined): boolean =>
  adult?.isSuitable === true && adult.isOverEighteen === true && adult.isEmployedByPolice === false && adult.isVictim !== true;

/** Before the giving: an adult who is known to be suitable, or one still to be found; what was wrong with another accuses nobody. */
const adultIsFound = (facts: Facts): boolean | Lacking =>
  facts.suitableAdult === true || isKnownSuitable(facts.interviewAdult) || { lacks: 'suitableAdult' };

const isUpToAtGiving =
  (age: number) =>
  (facts: Facts, context: LawContext): boolean =>
    ageOn(facts.bornOn ?? '', givingDay(facts, context)) <= age;
const isUpTo =
  (age: number) =>
  ({ bornOn = '' }: Facts, { on }: LawContext): boolean =>
    ageOn(bornOn, on) <= age;

/** At the giving: the adult who is there. Suitable, and nothing known that makes the adult unfit. */
const adultIsThere = ({ adultAtGiving: adult }: Facts): boolean | Lacking => {
  if (adult?.isSuitable === undefined) return { lacks: 'adultAtGiving' };
  return adult.isSuitable && adult.isOverEighteen !== false && adult.isEmployedByPolice !== true && adult.isVictim !== true;
};

const clearDaysHavePassed = ({ explanationWrittenOn: written }: Facts, { on }: LawContext): boolean | Lacking =>
  written === undefined ? { lacks: 'explanationWrittenOn' } : daysBetween(written, on) > deadlines.adviceTime.length.days;

/** The Acts speak of cautions alone; what we ask beyond them is said to be our own. */
const byAnalogy = ', for cautions; for other disposals the same is asked, which is our reading';
const adults = { ...appropriateAdults, at: `${appropriateAdults.at}${byAnalogy}` };

const found = { ...row, needs: ['bornOn'], holds: adultIsFound } as const;
const present = { ...row, needs: ['bornOn'], holds: adultIsThere } as const;

/** What is asked afresh when a resolution or caution is given: nothing is carried over from before. */
export const givingRules = {
  adultIsSuitable: [
    { ...found, source: crimeAndDisorder(`s.66ZA(3)${byAnalogy}`), inForce: beforeSeventeens, concerns: isUpToAtGiving(16) },
    { ...found, source: adults, inForce: sinceSeventeens, concerns: isUpToAtGiving(17) },
  ],
  adultSuitableAtGiving: [
    { ...present, source: crimeAndDisorder(`s.66ZA(7)${byAnalogy}`), inForce: beforeSeventeens, concerns: isUpTo(16) },
    { ...present, source: adults, inForce: sinceSeventeens, concerns: isUpTo(17) },
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
      source: crimeAndDisorder(`s.66ZA(3), s.66B(4)${byAnalogy}`),
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
      concerns: ({ effectExplained }) => effectExplained?.isOral !== true,
      holds: ({ effectExplained }) => effectExplained?.isTextApproved === true,
    },
  ],
  understandingChecked: [
    {
      ...row,
      source: acceptedInKnowledge,
      status: 'toBeConfirmed',
      reach: 'national',
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
      // The days are the child's: only the child may ask for an earlier one, after advice, and then no day is looked at.
      concerns: ({ earlierDayAskedAfterAdvice }) => earlierDayAskedAfterAdvice !== true,
      holds: clearDaysHavePassed,
    },
  ],
} as const satisfies Rules;
