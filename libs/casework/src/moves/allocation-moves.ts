import { refused } from '#ledger';
import { isIn, rooms } from '#people';
import { faultsOfMissing } from './missing-pointers.js';
import { day, flag, listOf, oneOf, optional, paper, part, person, words } from './field.js';
import { type Move, move, plainMove, reasonedMove } from './move.js';
import { placed } from './placed.js';

const outcomes = [
  'turnaround',
  'earlyHelp',
  'prevention',
  'socialServices',
  'school',
  'health',
  'youthService',
  'thirdSector',
] as const;
const areas = ['safetyOfChild', 'safetyOfOthers', 'desistance', 'wellbeing', 'diversity', 'voiceOfChild'] as const;

/** From the receipt to the panel's list: triage, allocation, assessment and its countersignature. */
export const allocationMoves: readonly Move[] = [
  move('caseAllocated', {
    fields: { practitioner: person },
    happen: ({ practitioner }, { file }) => {
      const isOfService =
        practitioner.roles.includes('practitioner') &&
        file.homeArea !== null &&
        isIn(practitioner, rooms.youthJustice(file.homeArea));
      if (!isOfService) return refused('invalid', { faults: [{ pointer: '/practitioner', code: 'personNotPractitioner' }] });
      return { events: [{ type: 'caseAllocated', practitioner: practitioner.id }], record: { practitioner: practitioner.id } };
    },
  }),
  move('referralReturned', {
    fields: { missing: listOf(words(200), 60, 1), reason: words() },
    paper: 'reasons',
    happen: ({ missing }) => {
      const faults = faultsOfMissing(missing);
      if (faults.length > 0) return refused('invalid', { faults });
      return { events: [{ type: 'referralReturned', missing, reasonsRecorded: true }] };
    },
  }),
  plainMove({ type: 'referralResent' }),
  move('divertedAtTriage', {
    fields: { to: words(200), screen: part({ careExperienced: flag, by: words(200) }), reason: words() },
    paper: 'reasons',
    happen: ({ to, screen }, { context }) => ({
      events: [
        {
          type: 'divertedAtTriage',
          to: placed(to, outcomes),
          isCareExperienced: screen.careExperienced,
          screenedBy: context.asker.id,
          reasonsRecorded: true,
        },
      ],
    }),
  }),
  move('assessmentCompleted', {
    fields: { document: paper },
    happen: ({ document }, { context }) => ({ events: [{ type: 'assessmentCompleted', document, author: context.asker.id }] }),
  }),
  move('assessmentNotPossible', {
    fields: { reason: words(), attempts: listOf(part({ on: day, how: words(500) }), 50) },
    paper: 'serviceReasons',
    happen: ({ attempts }, { context }) => {
      const faults = attempts.flatMap(({ on }, index) =>
        on > context.today ? [{ pointer: `/attempts/${index}/on`, code: 'afterNow' }] : [],
      );
      if (faults.length > 0) return refused('invalid', { faults });
      const attemptedOn = attempts.map(({ on }) => on);
      return { events: [{ type: 'assessmentNotPossible', attemptedOn, author: context.asker.id, reasonsRecorded: true }] };
    },
  }),
  move('assessmentCountersigned', {
    fields: { judgements: listOf(part({ area: words(100), sufficient: flag, note: words(2000) }), 20, 1) },
    paper: 'countersignature',
    foreseen: { rules: ['countersignerIsNotAuthor'], facts: ({ known, asker }) => ({ ...known, countersigner: asker.id }) },
    happen: ({ judgements }, { context }) => ({
      events: [
        {
          type: 'assessmentCountersigned',
          by: context.asker.id,
          judgements: judgements.map(({ area, sufficient }) => ({ area: placed(area, areas), isSufficient: sufficient })),
        },
      ],
    }),
  }),
  reasonedMove({ type: 'assessmentSentBack', reasonsRecorded: true }, 'reason', 'serviceReasons'),
  move('firstAppointmentHeld', {
    fields: { on: optional(day) },
    happen: ({ on }, { context }) =>
      on !== null && on > context.today
        ? refused('invalid', { faults: [{ pointer: '/on', code: 'afterNow' }] })
        : { events: [{ type: 'firstAppointmentHeld' }] },
  }),
  move('assessmentReviewed', {
    fields: { document: paper },
    happen: ({ document }) => ({ events: [{ type: 'assessmentReviewed', document }] }),
  }),
  move('agencyInformationRequested', {
    fields: { agency: oneOf(['education', 'childrensServices', 'health', 'substanceMisuse', 'housing', 'police', 'other']) },
    happen: ({ agency }) => ({ events: [{ type: 'agencyInformationRequested', agency }] }),
  }),
  move('agencyInformationReceived', {
    fields: {
      agency: oneOf(['education', 'childrensServices', 'health', 'substanceMisuse', 'housing', 'police', 'other']),
      document: optional(paper),
    },
    happen: ({ agency }) => ({ events: [{ type: 'agencyInformationReceived', agency }] }),
  }),
];
