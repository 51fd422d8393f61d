import { refused } from '#ledger';
import { flag, oneOf, words } from './field.js';
import { type Move, move, reasonedMove } from './move.js';
import { byPolice } from './police-voice.js';

/** What only other pathways than the Vale's hear: the eligibility check of Divert, and the clinic of the Youth Bureau. */
export const variantMoves: readonly Move[] = [
  move('diversionOffered', {
    fields: { outcome: oneOf(['o22', 'yrd']), reasons: words() },
    paper: 'decision',
    happen: ({ outcome }, { context }) => ({
      events: [{ type: 'diversionOffered', outcome, ...byPolice(context), reasonsRecorded: true }],
    }),
  }),
  reasonedMove({ type: 'diversionNotOffered', reasonsRecorded: true }, 'reasons', 'decision'),
  move('victimNeedsRecorded', {
    // What the victim needs stands in the victim's own file, behind its wall.
    fields: { heard: flag },
    happen: ({ heard }) => ({ events: [{ type: 'victimNeedsRecorded', isHeard: heard }] }),
  }),
  move('outcomeAgreedAtClinic', {
    fields: { childPresent: flag, adultPresent: flag },
    // Nothing is agreed behind a child's back: it cannot be said without child and adult.
    happen: ({ childPresent, adultPresent }, { context }) => {
      const faults = [...absent('/childPresent', childPresent), ...absent('/adultPresent', adultPresent)];
      if (faults.length > 0) return refused('invalid', { faults });
      return { events: [{ type: 'outcomeAgreedAtClinic', ...byPolice(context), isChildPresent: true, isAdultPresent: true }] };
    },
  }),
  reasonedMove({ type: 'outcomeNotAgreedAtClinic', reasonsRecorded: true }, 'reasons', 'decision'),
  reasonedMove({ type: 'referredForPanel', reasonsRecorded: true }, 'reasons', 'decision'),
];

const absent = (pointer: string, isThere: boolean) => (isThere ? [] : [{ pointer, code: 'mustBePresent' }]);
