import { addDays, addMonths, type CalendarDay } from '#calendar';
import { type Dice } from './dice.js';
import names from './names.json' with { type: 'json' };
import { drawn, happens } from './proportions.js';

/** An invented child: every name is made of words for example, sample and test. */
export type PlannedChild = {
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: CalendarDay;
  readonly sex: string;
  readonly ethnicity: string;
  readonly language: string;
  readonly care: string;
  readonly carer: { readonly name: string; readonly relation: string };
  readonly adverseExperiences: number;
  readonly missingEpisodes: number;
  readonly hasSpeechNeed: boolean;
  readonly wasKnownBefore: boolean;
};

const listed = ([first = 'Prawf', ...rest]: readonly string[]): readonly [string, ...string[]] => [first, ...rest];

/** A child who is of the drawn age on the day of the offence. */
export function plannedChild(offenceOn: CalendarDay, dice: Dice): PlannedChild {
  const age = drawn('age', dice);
  const sex = drawn('sex', dice);
  const [one, other] = [dice.oneOf(listed(names.family)), dice.oneOf(listed(names.family))];
  const familyName = one === other || !dice.chance(0.3) ? one : `${one}-${other}`;
  const care = drawn('care', dice);
  return {
    givenName: dice.oneOf(listed(sex === '1' ? names.boys : names.girls)),
    familyName,
    bornOn: addDays(addMonths(offenceOn, -12 * age), -dice.whole(0, 360)),
    sex,
    ethnicity: drawn('ethnicity', dice),
    language: drawn('language', dice),
    care,
    carer:
      care === 'LOOKED_AFTER'
        ? { name: `${dice.oneOf(listed(names.carers))} ${one}`, relation: 'social worker' }
        : { name: `${dice.oneOf(listed(names.carers))} ${familyName}`, relation: dice.chance(0.7) ? 'mother' : 'father' },
    adverseExperiences: happens('fourAdverseExperiences', dice) ? dice.whole(4, 7) : dice.whole(0, 3),
    missingEpisodes: happens('missingEpisodes', dice) ? dice.whole(1, 6) : 0,
    hasSpeechNeed: happens('speechOrLanguageNeed', dice),
    // Nobody below the age of criminal responsibility has an earlier outcome.
    wasKnownBefore: happens('knownBefore', dice) && age >= 12,
  };
}
