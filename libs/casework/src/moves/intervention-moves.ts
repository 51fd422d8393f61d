import { refused } from '#ledger';
import { day, flag, listOf, optional, paper, paperOrWords, words } from './field.js';
import { conditionFields, conditionsOf } from './delivery-moves.js';
import { type Move, move, plainMove, reasonedMove } from './move.js';

/** While an outcome is being carried out with the child, and when a condition is not kept. */
export const interventionMoves: readonly Move[] = [
  move('interventionCompleted', {
    fields: { exitPlan: paperOrWords(), feedbackAsked: flag },
    paper: 'exitPlan',
    happen: ({ exitPlan, feedbackAsked }, at) => ({
      events: [{ type: 'interventionCompleted', exitPlan: exitPlan ?? at.paper, feedbackAsked }],
    }),
  }),
  reasonedMove({ type: 'activityNotCompleted', reasonsRecorded: true }),
  move('conditionsVaried', {
    fields: { conditions: listOf(conditionFields, 20, 1), consent: flag, endsOn: optional(day) },
    paper: 'decision',
    happen: ({ conditions, consent, endsOn }, { context }) => {
      if (endsOn !== null && endsOn < context.today)
        return refused('invalid', { faults: [{ pointer: '/endsOn', code: 'beforeToday' }] });
      return {
        events: [
          {
            type: 'conditionsVaried',
            conditions: conditionsOf(conditions),
            consentGiven: consent,
            ...(endsOn !== null && { endsOn }),
          },
        ],
      };
    },
  }),
  move('nonComplianceReported', {
    fields: { what: words(), childSays: words() },
    paper: 'nonCompliance',
    happen: () => ({ events: [{ type: 'nonComplianceReported', isChildHeard: true }] }),
  }),
  plainMove({ type: 'yccWithdrawn' }),
  reasonedMove({ type: 'reasonableExcuseFound', reasonsRecorded: true }, 'reasons', 'decision'),
  reasonedMove({ type: 'notInPublicInterest', reasonsRecorded: true }, 'reasons', 'decision'),
  reasonedMove({ type: 'limitPassed', reasonsRecorded: true }, 'reasons', 'decision'),
  move('prosecutionDecided', {
    fields: { reasons: words() },
    paper: 'decision',
    happen: (_, { context }) => ({ events: [{ type: 'prosecutionDecided', by: context.asker.id, reasonsRecorded: true }] }),
  }),
  move('followUpRecorded', {
    fields: { document: paper },
    happen: ({ document }) => ({ events: [{ type: 'followUpRecorded', document }] }),
  }),
];
