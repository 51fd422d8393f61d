import { reasoned } from './deciding-lessons.js';
import { type Lessons } from './lesson.js';

export const endingLessons = {
  interventionCompleted: { brings: ['activityCompletedOn'], fold: (_, __, on) => ({ activityCompletedOn: on }) },
  conditionsVaried: {
    brings: ['conditions', 'variationConsent', 'endBeforeVariation', 'planEndsOn'],
    fold: ({ conditions, consentGiven, endsOn }, { planEndsOn }) => ({
      conditions,
      variationConsent: consentGiven,
      ...(planEndsOn && { endBeforeVariation: planEndsOn }),
      ...(endsOn && { planEndsOn: endsOn }),
    }),
  },
  nonComplianceReported: {
    brings: ['nonCompliance'],
    fold: ({ isChildHeard }, _, on) => ({ nonCompliance: { on, isChildHeard } }),
  },
  prosecutionDecided: { brings: ['prosecuting'], fold: () => ({ prosecuting: true }) },
  chargeRecorded: { brings: ['chargedOn'], fold: ({ chargedOn }) => ({ chargedOn }) },
  crimeOutcomeRecorded: {
    brings: ['crimeOutcomeNumber', 'pnc'],
    fold: ({ outcomeNumber, pnc }) => ({ crimeOutcomeNumber: outcomeNumber, pnc }),
  },
  decisionTakenAfresh: {
    brings: ['outcome', 'decidedOn', 'policeDecision', 'decision'],
    fold: ({ outcome, by, isAuthorised }, facts, on) => ({
      outcome,
      decidedOn: on,
      policeDecision: { by, on, isAuthorised },
      decision: reasoned(facts),
    }),
  },
  referredForPanel: { brings: ['ending'], fold: () => ({ ending: 'referredOn' }) },
  caseWithdrawn: { brings: ['ending'], fold: () => ({ ending: 'withdrawn' }) },
  outcomeSetAside: {
    brings: ['setAsideOn', 'setAside'],
    clears: ['given', 'givenOn'],
    fold: (_, { given, givenOn }, on) => ({
      setAsideOn: on,
      ...(given !== undefined && givenOn !== undefined && { setAside: { outcome: given, givenOn } }),
    }),
  },
} as const satisfies Lessons;
