import { refused } from '#ledger';
import lists from '../referral/code-lists.json' with { type: 'json' };
import { day, either, number, oneOf } from './field.js';
import { type Move, move, plainMove, reasonedMove } from './move.js';

/** No further action, a charging decision, the crime outcome, and what may follow a closed case. */
export const endingMoves: readonly Move[] = [
  plainMove({ type: 'nfaConfirmed' }),
  reasonedMove({ type: 'nfaDeclined', reasonsRecorded: true }, 'reasons'),
  move('chargeRecorded', {
    fields: { chargedOn: day },
    happen: ({ chargedOn }, { context }) => {
      if (chargedOn > context.today) return refused('invalid', { faults: [{ pointer: '/chargedOn', code: 'afterNow' }] });
      return { events: [{ type: 'chargeRecorded', chargedOn }] };
    },
  }),
  reasonedMove({ type: 'chargeDeclined', reasonsRecorded: true }, 'reasons'),
  reasonedMove({ type: 'returnedForOutOfCourt', reasonsRecorded: true }, 'reasons'),
  move('crimeOutcomeRecorded', {
    fields: { outcomeNumber: either(oneOf(lists.home_office_outcomes), number(0, 23)), pnc: oneOf(['recorded', 'notDue']) },
    happen: ({ outcomeNumber, pnc }) => ({
      events: [{ type: 'crimeOutcomeRecorded', outcomeNumber: String(outcomeNumber), pnc }],
    }),
  }),
  reasonedMove({ type: 'caseWithdrawn', reasonsRecorded: true }),
  reasonedMove({ type: 'caseReopened', reasonsRecorded: true }),
  reasonedMove({ type: 'outcomeSetAside', reasonsRecorded: true }),
];
