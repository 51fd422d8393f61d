import { causeCodes, type ConditionFact } from '#law';
import { londonDay } from '#calendar';
import { refused } from '#ledger';
import { type CaseFacts } from '#pathway';
import {
  day,
  either,
  type Field,
  flag,
  listOf,
  moment,
  number,
  oneOf,
  optional,
  paper,
  paperOrWords,
  part,
  words,
} from './field.js';
import { type Move, type MoveAt, move, plainMove } from './move.js';
import { inPaper, placed } from './placed.js';

const whose = ['child', 'family', 'appropriateAdult', 'victim', 'police', 'youthJusticeService', 'agency'] as const;
const adviceAnswers = ['taken', 'declined', 'wanted', 'alreadyTaken'] as const;

export const conditionFields = part({
  purpose: optional(oneOf(['rehabilitate', 'repair', 'punish'])),
  penaltyPounds: optional(number(0, 1000)),
  hours: optional(number(0, 500)),
  place: optional(words(500)),
  times: optional(words(1000)),
  why: optional(words(2000)),
  fit: optional(words(2000)),
  restrictive: optional(flag),
  endsOn: optional(day),
  what: optional(words(2000)),
});
const adult = part({
  name: words(200),
  suitable: flag,
  overEighteen: optional(flag),
  employedByPolice: optional(flag),
  isVictim: optional(flag),
});

type SaidConditions = typeof conditionFields extends Field<infer Condition> ? readonly Condition[] : never;

/** Conditions in the law's words: what the child is to do, where, when and why is in the document. */
export const conditionsOf = (said: SaidConditions): readonly ConditionFact[] =>
  said.map(({ purpose, penaltyPounds, hours, place, times, why, fit, restrictive, endsOn }) => ({
    ...(purpose !== null && { purpose }),
    ...(penaltyPounds !== null && { penaltyPounds }),
    ...(hours !== null && { hours }),
    ...(place !== null && { hasPlace: true }),
    ...(times !== null && { hasTimes: true }),
    ...(why !== null && { hasWhy: true }),
    ...(fit !== null && { hasFit: true }),
    ...(restrictive !== null && { isRestrictive: restrictive }),
    ...(endsOn !== null && { endsOn }),
  }));

/** In English the text of the explanation is approved; in Welsh none is yet, so a speaker explains. */
const approvedLanguages = ['en'];
const names: { readonly [said: string]: string } = { english: 'en', welsh: 'cy', cymraeg: 'cy' };
const languageOf = (said: string): string => names[said.trim().toLowerCase()] ?? said.trim().toLowerCase();

/** The child and family agreed to the plan on record; for a resolution that is the agreement, unless somebody says otherwise now. */
const agreedBefore = ({ outcome, planEndsOn }: CaseFacts): boolean => outcome === 'yrd' && planEndsOn !== undefined;

const isFaulty = (faults: readonly { readonly pointer: string; readonly code: string }[]) => refused('invalid', { faults });

/** The plan with the child and family, and the meeting at which the outcome is given. */
export const deliveryMoves: readonly Move[] = [
  move('planAgreed', {
    fields: { document: paper, endsOn: day, startsOn: optional(day), conditions: optional(listOf(conditionFields, 20)) },
    paper: 'planTerms',
    happen: ({ document, endsOn, startsOn, conditions }, { context }) => {
      if (endsOn < (startsOn ?? context.today)) return isFaulty([{ pointer: '/endsOn', code: 'endsBeforeItStarts' }]);
      return {
        events: [
          {
            type: 'planAgreed',
            document,
            endsOn,
            ...(startsOn !== null && { startsOn }),
            ...(conditions !== null && { conditions: conditionsOf(conditions) }),
          },
        ],
      };
    },
  }),
  move('planChangeRequested', {
    fields: { change: words() },
    paper: 'reasons',
    happen: () => ({ events: [{ type: 'planChangeRequested', changeRecorded: true }] }),
  }),
  plainMove({ type: 'planDeclined' }),
  move('deliveryArranged', {
    fields: {
      at: moment,
      place: words(500),
      appropriateAdult: either(words(500), part({ name: words(200), suitable: optional(flag) })),
      explanationWrittenOn: optional(day),
    },
    paper: 'delivery',
    happen: ({ at, explanationWrittenOn }, { known, context }) => {
      if (at < context.at) return isFaulty([{ pointer: '/at', code: 'notInFuture' }]);
      if (explanationWrittenOn !== null && explanationWrittenOn > context.today)
        return isFaulty([{ pointer: '/explanationWrittenOn', code: 'afterNow' }]);
      const arranged = { type: 'deliveryArranged', at, on: londonDay(at), place: inPaper } as const;
      // The invitation carries the explanation in writing: the clear days for advice count from it, and only ever from the first.
      const written = known.explanationWrittenOn ?? explanationWrittenOn ?? context.today;
      if (known.explanationWrittenOn === written) return { events: [arranged] };
      return {
        events: [arranged, { type: 'factRecorded', fact: 'explanationWrittenOn', value: written }],
        beside: { factRows: [explained(written)] },
      };
    },
  }),
  move('deliveryPostponed', {
    fields: { cause: words(500), whose: words(200) },
    paper: 'delivery',
    // What is said in other words stands in the document alone.
    happen: (said) => ({
      events: [{ type: 'deliveryPostponed', cause: placed(said.cause, causeCodes), whose: placed(said.whose, whose) }],
    }),
  }),
  move('disposalGiven', {
    fields: {
      admissionHeard: flag,
      effectExplained: part({ document: paperOrWords(500), language: words(40), by: words(200), oral: optional(flag) }),
      understanding: words(),
      appropriateAdult: adult,
      adviceAnswer: words(500),
      consent: optional(flag),
      signedDocument: optional(paper),
    },
    paper: 'delivery',
    happen: (said, { known, named }: MoveAt) => {
      const { effectExplained, appropriateAdult: there } = said;
      // The time for advice counts from the very paper that was explained, where it is one of the case; else from what was sent before.
      const writtenOn = effectExplained.document === null ? undefined : named.get(effectExplained.document);
      const language = languageOf(effectExplained.language);
      const consentGiven = said.consent ?? (agreedBefore(known) ? true : null);
      return {
        events: [
          {
            type: 'disposalGiven',
            admissionHeard: said.admissionHeard,
            effectExplained: {
              language: placed(language, ['en', 'cy', 'bsl']),
              isTextApproved: approvedLanguages.includes(language),
              ...(effectExplained.oral !== null && { isOral: effectExplained.oral }),
            },
            understandingRecorded: true,
            adult: {
              isSuitable: there.suitable,
              ...(there.overEighteen !== null && { isOverEighteen: there.overEighteen }),
              ...(there.employedByPolice !== null && { isEmployedByPolice: there.employedByPolice }),
              ...(there.isVictim !== null && { isVictim: there.isVictim }),
            },
            adviceAnswer: placed(said.adviceAnswer, adviceAnswers),
            ...(consentGiven !== null && { consentGiven }),
            ...(said.signedDocument !== null && { signedDocument: said.signedDocument }),
            ...(writtenOn !== undefined && { explanationWrittenOn: writtenOn }),
          },
        ],
        ...(writtenOn !== undefined && { beside: { factRows: [explained(writtenOn, effectExplained.document)] } }),
      };
    },
  }),
  plainMove({ type: 'admissionNotConfirmed' }),
  plainMove({ type: 'consentNotGiven' }),
];

const explained = (written: string, document: string | null = null) => ({
  name: 'explanationWrittenOn',
  value: written,
  saidOn: written,
  document,
  supersedes: true,
});
