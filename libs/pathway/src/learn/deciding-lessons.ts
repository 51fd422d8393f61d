import { type CaseFacts } from '../case-facts.js';
import { type Lessons } from './lesson.js';

const nobody = { present: [], conflicts: [], hasVictimInput: false, isOpen: false } as const;
/** The panel as far as it is known: conflicts may be declared before it meets. */
export const panelOf = (facts: CaseFacts): NonNullable<CaseFacts['panel']> => facts.panel ?? nobody;

export const decidingLessons = {
  divertedAtTriage: { brings: ['ending'], fold: () => ({ ending: 'diverted' }) },
  diversionOffered: {
    brings: ['outcome', 'decidedOn', 'decision', 'policeDecision'],
    fold: ({ outcome, by, isAuthorised }, facts, on) => ({
      outcome,
      decidedOn: on,
      decision: reasoned(facts),
      policeDecision: { by, on, isAuthorised },
    }),
  },
  victimNeedsRecorded: { brings: ['victimNeedsOn'], fold: (_, __, on) => ({ victimNeedsOn: on }) },
  assessmentCompleted: { brings: ['assessmentAuthor'], fold: ({ author }) => ({ assessmentAuthor: author }) },
  assessmentNotPossible: { brings: ['assessmentAuthor'], fold: ({ author }) => ({ assessmentAuthor: author }) },
  assessmentCountersigned: { brings: ['countersigner'], fold: ({ by }) => ({ countersigner: by }) },
  caseListed: { brings: ['meeting'], fold: ({ meeting }) => ({ meeting }) },
  caseUnlisted: { brings: [], clears: ['meeting'], fold: () => ({}) },
  panelOpened: {
    brings: ['panel'],
    fold: ({ present, hasVictimInput }, facts) => ({ panel: { ...panelOf(facts), present, hasVictimInput, isOpen: true } }),
  },
  panelAdjourned: { brings: [], clears: ['meeting'], fold: () => ({}) },
  memberLeft: {
    brings: ['panel'],
    fold: ({ person }, facts) => {
      const panel = panelOf(facts);
      return { panel: { ...panel, present: panel.present.filter((member) => member.person !== person) } };
    },
  },
  panelDecisionRecorded: {
    brings: ['outcome', 'decidedOn', 'decision'],
    fold: ({ outcome, decision }, _, on) => ({ outcome, decidedOn: on, decision }),
  },
  escalationDecided: {
    brings: ['outcome', 'decidedOn', 'decision', 'escalation', 'policeDecision'],
    clears: ['isChallenged'],
    fold: ({ outcome, decider, rank, hasPoliceAuthority }, facts, on) => ({
      outcome,
      decidedOn: on,
      decision: reasoned(facts),
      escalation: { decider, rank, hasPoliceAuthority, isOfDeparture: facts.isChallenged === true },
      ...(hasPoliceAuthority && { policeDecision: { by: decider, on, isAuthorised: true } }),
    }),
  },
} as const satisfies Lessons;

/** A decision of one person carries on what the panel had answered; only its reasons are its own. */
export function reasoned(facts: CaseFacts): NonNullable<CaseFacts['decision']> {
  const { hasDiversity = false, hasWhyNothingLessIntrusive = false } = facts.decision ?? {};
  return { ...facts.decision, hasReasons: true, hasDiversity, hasWhyNothingLessIntrusive };
}
