import { disposals } from '#law';
import { refused } from '#ledger';
import { isIn, rooms } from '#people';
import { type EventOf } from '#pathway';
import { oneOf, optional, paper, words } from './field.js';
import { type Move, move, reasonedMove, type Stand, standOf } from './move.js';
import { byPolice } from './police-voice.js';

const outcome = oneOf(disposals);

/** Who decides an escalation, by the asker's rank. Police who work with the service hold the authority of the police. */
function decider({ area, asker }: Stand): Pick<EventOf<'escalationDecided'>, 'decider' | 'rank' | 'hasPoliceAuthority'> {
  return {
    decider: asker.id,
    rank: asker.roles.includes('inspector') ? 'inspector' : 'sergeant',
    hasPoliceAuthority: area !== null && isIn(asker, rooms.seconded(area)),
  };
}

const foreseenDecider = {
  rules: ['deciderDidNotArrest'],
  facts: ({ known, asker, today }: Stand) => ({ ...known, policeDecision: { ...byPolice({ asker }), on: today } }),
} as const;

/** What becomes of the panel's recommendation: escalation, the police decision, its challenge, the prosecutor, and a fresh decision. */
export const decisionMoves: readonly Move[] = [
  move('escalationDecided', {
    fields: { outcome, reasons: words() },
    paper: 'decision',
    foreseen: {
      rules: ['escalationDeciderDidNotSit', 'escalationDeciderRanksHighEnough'],
      facts: (stand) => ({ ...stand.known, escalation: { ...decider(stand), isOfDeparture: stand.known.isChallenged === true } }),
    },
    happen: (said, at) => ({
      events: [{ type: 'escalationDecided', outcome: said.outcome, ...decider(standOf(at)), reasonsRecorded: true }],
    }),
  }),
  reasonedMove({ type: 'escalationReturned', reasonsRecorded: true }),
  move('policeDecisionConfirmed', {
    foreseen: foreseenDecider,
    happen: (_, at) => ({ events: [{ type: 'policeDecisionConfirmed', ...byPolice(at.context) }] }),
  }),
  move('policeDecisionDeparted', {
    fields: { outcome, reasons: words() },
    paper: 'decision',
    foreseen: foreseenDecider,
    happen: (said, at) => ({
      events: [{ type: 'policeDecisionDeparted', outcome: said.outcome, ...byPolice(at.context), reasonsRecorded: true }],
    }),
  }),
  move('departureStands', {
    // The chair may let it stand at once; whoever departed waits until the time for a challenge is over.
    inTheWay: ({ clocks, asker, today }) => {
      const challenge = clocks.find(({ kind }) => kind === 'departureChallenge');
      const isOver = challenge === undefined || challenge.dueOn < today;
      return asker.roles.includes('chair') || isOver ? null : refused('notNow', { code: 'challengeStillOpen', possible: [] });
    },
    happen: () => ({ events: [{ type: 'departureStands' }] }),
  }),
  reasonedMove({ type: 'departureChallenged', reasonsRecorded: true }, 'reasons'),
  move('cpsAuthorityRequested', {
    fields: { childInformationForm: paper },
    happen: ({ childInformationForm }) => ({ events: [{ type: 'cpsAuthorityRequested', childInformationForm }] }),
  }),
  move('cpsAuthorised', {
    fields: { cpsReference: words(40), authorityFor: optional(outcome) },
    happen: ({ cpsReference, authorityFor }, { known, context }) => {
      if (!/^[A-Za-z0-9][A-Za-z0-9/ .-]*$/.test(cpsReference))
        return refused('invalid', { faults: [{ pointer: '/cpsReference', code: 'notAReference' }] });
      // What they were asked for is the outcome on record, unless they say another.
      const asked = authorityFor ?? known.outcome;
      if (asked === undefined) return refused('invalid', { faults: [{ pointer: '/authorityFor', code: 'missing' }] });
      return { events: [{ type: 'cpsAuthorised', reference: cpsReference, authorityFor: asked, at: context.at }] };
    },
  }),
  reasonedMove({ type: 'cpsRefused', reasonsRecorded: true }),
  reasonedMove({ type: 'cpsReturned', reasonsRecorded: true }),
  reasonedMove({ type: 'decisionReopened', reasonsRecorded: true }),
  reasonedMove({ type: 'caseRelisted', reasonsRecorded: true }),
  move('decisionTakenAfresh', {
    fields: { outcome, reasons: words() },
    paper: 'decision',
    foreseen: foreseenDecider,
    happen: (said, at) => ({
      events: [{ type: 'decisionTakenAfresh', outcome: said.outcome, ...byPolice(at.context), reasonsRecorded: true }],
    }),
  }),
];
