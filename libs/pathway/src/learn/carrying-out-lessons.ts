import { reasoned } from './deciding-lessons.js';
import { type Lessons } from './lesson.js';

export const carryingOutLessons = {
  policeDecisionConfirmed: {
    brings: ['policeDecision'],
    fold: ({ by, isAuthorised }, _, on) => ({ policeDecision: { by, on, isAuthorised } }),
  },
  outcomeAgreedAtClinic: {
    brings: ['policeDecision'],
    fold: ({ by, isAuthorised }, _, on) => ({ policeDecision: { by, on, isAuthorised } }),
  },
  // A departure is not yet the outcome: it becomes so when it stands.
  policeDecisionDeparted: {
    brings: ['policeDecision', 'departure', 'decision'],
    fold: ({ by, isAuthorised, outcome }, facts, on) => ({
      policeDecision: { by, on, isAuthorised },
      departure: outcome,
      decision: reasoned(facts),
    }),
  },
  departureStands: {
    brings: ['outcome', 'decidedOn'],
    clears: ['departure'],
    fold: (_, { departure }, on) => (departure === undefined ? {} : { outcome: departure, decidedOn: on }),
  },
  departureChallenged: { brings: ['isChallenged'], clears: ['departure'], fold: () => ({ isChallenged: true }) },
  cpsAuthorityRequested: { brings: ['formSentOn'], fold: (_, __, on) => ({ formSentOn: on }) },
  // Nobody is asked without the child information form; a prosecutor who was not asked has not had it.
  cpsAuthorised: {
    brings: ['cps'],
    fold: ({ reference, authorityFor, at }, { formSentOn }) => ({
      cps: { reference, authorityFor, at, hasChildInformationForm: formSentOn !== undefined },
    }),
  },
  planAgreed: {
    brings: ['planEndsOn', 'planStartsOn', 'conditions'],
    clears: ['planStartsOn', 'conditions'],
    fold: ({ endsOn, startsOn, conditions }) => ({
      planEndsOn: endsOn,
      ...(startsOn && { planStartsOn: startsOn }),
      ...(conditions && { conditions }),
    }),
  },
  planDeclined: { brings: [], clears: ['planEndsOn', 'planStartsOn', 'conditions'], fold: () => ({}) },
  deliveryArranged: { brings: ['givingOn'], fold: ({ on }) => ({ givingOn: on }) },
  deliveryPostponed: { brings: [], clears: ['givingOn'], fold: () => ({}) },
  disposalGiven: {
    brings: [
      'admissionHeard',
      'effectExplained',
      'understanding',
      'adultAtGiving',
      'adviceAnswer',
      'consentGiven',
      'documentSigned',
      'given',
      'givenOn',
    ],
    fold: (event, { outcome }, on) => ({
      admissionHeard: event.admissionHeard,
      effectExplained: event.effectExplained,
      understanding: event.understandingRecorded,
      adultAtGiving: event.adult,
      adviceAnswer: event.adviceAnswer,
      ...(event.consentGiven !== undefined && { consentGiven: event.consentGiven }),
      ...(event.signedDocument !== undefined && { documentSigned: true }),
      ...(event.explanationWrittenOn !== undefined && { explanationWrittenOn: event.explanationWrittenOn }),
      ...(outcome && { given: outcome, givenOn: on }),
    }),
  },
  // What the child says at the meeting is not argued with: there is no admission any more.
  admissionNotConfirmed: { brings: ['admissionWithdrawn'], fold: () => ({ admissionWithdrawn: true }) },
} as const satisfies Lessons;
