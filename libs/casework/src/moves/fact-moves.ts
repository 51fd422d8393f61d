import { type Admission, eighteenthBirthday, judge } from '#law';
import { refused } from '#ledger';
import lists from '../referral/code-lists.json' with { type: 'json' };
import { day, flag, listOf, number, oneOf, optional, paper, part, words } from './field.js';
import { type Move, move, plainMove } from './move.js';
import { given } from './given.js';
import { inPaper } from './placed.js';

const handOffs = ['adultService', 'probation', 'mentalHealth', 'substanceMisuse', 'otherArea', 'prevention', 'other'] as const;
const admissions = lists.admission as readonly Admission[];
const offenceCode = /^[A-Z]{2}[0-9]{5}$/;

const gravity = part({
  start: number(1, 5),
  adjustment: number(-4, 4),
  final: number(1, 5),
  isScorerNamed: flag,
  hasFactors: optional(flag),
});
const offence = part({
  code: words(12),
  on: day,
  until: optional(day),
  triable: optional(oneOf(['summary', 'either-way', 'indictable-only'])),
  isRecordable: optional(flag),
  limitOn: optional(day),
  gravity: optional(gravity),
  isKnife: optional(flag),
  isHateCrime: optional(flag),
});

/** What is learned of the child, the offence and the agencies on the way. Facts move nothing, except where the pathway says so. */
export const factMoves: readonly Move[] = [
  move('admissionRecorded', {
    fields: { admission: oneOf(admissions) },
    happen: ({ admission }) => ({ events: [{ type: 'admissionRecorded', admission }] }),
  }),
  plainMove({ type: 'admissionWithdrawn' }),
  move('offencesChanged', {
    fields: { offences: listOf(offence, 100, 1), reason: words() },
    paper: 'reasons',
    happen: (said, { known, context: { today: on, calendar, law } }) => {
      const faults = said.offences.flatMap(({ code }, index) =>
        offenceCode.test(code) ? [] : [{ pointer: `/offences/${index}/code`, code: 'offenceCode' }],
      );
      if (faults.length > 0) return refused('invalid', { faults });
      // The case keeps the offence table that it was referred under, whatever its offences are called now.
      const table = known.offences?.[0]?.table;
      const offences = said.offences.map(({ gravity: score, ...one }) => ({
        ...given(one),
        ...(score !== null && { gravity: given(score) }),
        ...(table !== undefined && { table }),
      }));
      const now = { on, calendar, moment: 'deciding', standings: law.standings } as const;
      const score = judge('gravityMovesAtMostOnePoint', { ...known, offences }, now);
      if (score.answer === 'notMet') return refused('notAllowed', { rules: [{ ...score }] });
      return { events: [{ type: 'offencesChanged', offences }] };
    },
  }),
  plainMove({ type: 'nrmReferred' }),
  move('nrmDecided', {
    fields: { decision: oneOf(['noReasonableGrounds', 'conclusiveGrounds', 'noConclusiveGrounds', 'withdrawn']) },
    happen: ({ decision }) => ({ events: [{ type: 'nrmDecided', decision }] }),
  }),
  move('turnedEighteen', {
    inTheWay: ({ known, today }) =>
      known.bornOn !== undefined && eighteenthBirthday(known.bornOn) <= today
        ? null
        : refused('notNow', { code: 'notYetEighteen', possible: [] }),
    happen: () => ({ events: [{ type: 'turnedEighteen' }] }),
  }),
  plainMove({ type: 'childMissing' }),
  plainMove({ type: 'childFound' }),
  plainMove({ type: 'childDied' }),
  plainMove({ type: 'adviceGiven' }),
  move('representationReceived', {
    fields: { document: paper },
    happen: ({ document }) => ({ events: [{ type: 'representationReceived', document }] }),
  }),
  move('interpreterNeeded', {
    fields: { language: words(60) },
    paper: 'reasons',
    happen: () => ({ events: [{ type: 'interpreterNeeded', language: inPaper }] }),
  }),
  move('safeContactChanged', {
    fields: { document: paper },
    happen: ({ document }) => ({ events: [{ type: 'safeContactChanged', document }] }),
  }),
  move('bailChanged', {
    fields: { status: oneOf(lists.bail_status), startsOn: optional(day), endsOn: optional(day) },
    happen: (said) => ({ events: [{ type: 'bailChanged', bail: given(said) }] }),
  }),
  move('courtDateSet', {
    fields: { chargedOn: day, firstHearingOn: optional(day), nextHearingOn: optional(day) },
    happen: (said) => ({ events: [{ type: 'courtDateSet', court: given(said) }] }),
  }),
  move('handedOff', {
    fields: { kind: oneOf(handOffs), reason: words() },
    paper: 'serviceReasons',
    happen: ({ kind }) => ({ events: [{ type: 'handedOff', kind }] }),
  }),
  move('handOffAccepted', {
    fields: { kind: oneOf(handOffs) },
    happen: ({ kind }) => ({ events: [{ type: 'handOffAccepted', kind }] }),
  }),
  move('victimReviewAnswered', {
    fields: { ref: words(40), isUpheld: flag, reasons: words() },
    paper: 'decision',
    happen: ({ ref, isUpheld }, { record }) =>
      Object.hasOwn(record.victims, ref)
        ? { events: [{ type: 'victimReviewAnswered', ref, isUpheld, reasonsRecorded: true }] }
        : refused('invalid', { faults: [{ pointer: '/ref', code: 'victimUnknown' }] }),
  }),
];
