import { disposals } from '#law';
import { type Asker, type Fault, type Refused, refused } from '#ledger';
import { humanRoles, isIn, rooms } from '#people';
import { londonDay } from '#calendar';
import { attendee, isVictimVoice, type Present } from '../meetings/attendees.js';
import { meetingRecordOf } from '../meetings/meeting-record.js';
import { flag, listOf, meetingId, oneOf, optional, paperOrWords, part, person, words, wordsOrNone } from './field.js';
import { type Move, move, reasonedMove, type Stand } from './move.js';

const outcome = oneOf(disposals);
const role = oneOf(humanRoles);

/** Whose information may have been before the panel, and how it met: what an inspector looks for in the record of a decision. */
const informants = [
  'police',
  'youthJusticeService',
  'victimService',
  'education',
  'childrensServices',
  'health',
  'family',
  'other',
] as const;
const modes = ['inPerson', 'online', 'mixed'] as const;

/** Whoever is in the room of the meeting that the case is listed for. */
function notListedFor({ known, asker }: Stand): Refused | null {
  if (known.meeting === undefined) return refused('notNow', { code: 'caseNotListed', possible: [] });
  return isIn(asker, rooms.meeting(known.meeting)) ? null : refused('notYours', { code: 'notListedForMeeting' });
}

const keepsTheList = (asker: Pick<Asker, 'roles'>): boolean =>
  asker.roles.some((one) => one === 'chair' || one === 'coordinator');

function twice(present: readonly Present[]): readonly Fault[] {
  const ids = present.map(({ person: { id } }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ pointer: `/present/${index}/person`, code: 'personTwice' }] : [],
  );
}

/** Listing, the meeting itself, and what its members say. */
export const panelMoves: readonly Move[] = [
  move('caseListed', {
    fields: { meeting: meetingId },
    files: ({ meeting }) => [{ id: meeting }],
    happen: ({ meeting }, { file, others: [found], context }) => {
      const fault = (code: string) => refused('invalid', { faults: [{ pointer: '/meeting', code }] });
      if (!found?.exists || found.kind !== 'meeting') return fault('meetingUnknown');
      const { at, area } = meetingRecordOf(found);
      if (!file.rooms.includes(rooms.youthJustice(area))) return fault('meetingOfAnother');
      if (londonDay(at) < context.today) return fault('meetingPast');
      return { events: [{ type: 'caseListed', meeting }] };
    },
  }),
  reasonedMove({ type: 'caseUnlisted', reasonsRecorded: true }),
  move('panelOpened', {
    fields: { present: listOf(part({ person, role }), 40, 1), victimInput: optional(flag), mode: optional(oneOf(modes)) },
    inTheWay: ({ known }) => (known.meeting === undefined ? refused('notNow', { code: 'caseNotListed', possible: [] }) : null),
    happen: ({ present, victimInput, mode }, { known, record }) => {
      const faults = twice(present);
      if (faults.length > 0) return refused('invalid', { faults });
      const room = known.meeting === undefined ? null : rooms.meeting(known.meeting);
      const assessors = [known.assessmentAuthor, record.practitioner];
      const hasVictimInput = victimInput === true || present.some(isVictimVoice);
      // Who sits in for a member sees what the panel sees.
      const seats = present.filter(({ person: one }) => room !== null && !isIn(one, room));
      return {
        events: [
          {
            type: 'panelOpened',
            present: present.map((one) => attendee(one, assessors)),
            hasVictimInput,
            ...(mode !== null && { mode }),
          },
        ],
        ...(room !== null && { beside: { roomMoves: seats.map(({ person: { id } }) => ({ person: id, room, isIn: true })) } }),
      };
    },
  }),
  reasonedMove({ type: 'panelAdjourned', reasonsRecorded: true }),
  move('memberLeft', {
    fields: { person },
    happen: ({ person: { id } }) => ({ events: [{ type: 'memberLeft', person: id }] }),
  }),
  move('viewRecorded', {
    fields: { outcome, reasons: words() },
    paper: 'panelView',
    inTheWay: notListedFor,
    happen: (said, { context }) => ({
      events: [{ type: 'viewRecorded', person: context.asker.id, outcome: said.outcome, reasonsRecorded: true }],
    }),
  }),
  move('conflictDeclared', {
    fields: { reason: words(), person: optional(person) },
    paper: 'serviceReasons',
    inTheWay: (stand) => (keepsTheList(stand.asker) ? null : notListedFor(stand)),
    happen: (said, { file, context }) => {
      const who = said.person ?? context.asker;
      // Everybody may speak for themselves; for others only who keeps the list.
      if (who.id !== context.asker.id && !keepsTheList(context.asker)) return refused('notYours', { code: 'conflictOfAnother' });
      return {
        events: [{ type: 'conflictDeclared', person: who.id }],
        beside: { recused: [...new Set([...file.recused, who.id])] },
      };
    },
  }),
  move('panelDecisionRecorded', {
    fields: {
      outcome,
      reasons: words(),
      diversity: wordsOrNone(),
      whyNothingLessIntrusive: wordsOrNone(),
      dissent: listOf(part({ role, outcome: optional(outcome), reasons: words() }), 40),
      plan: optional(paperOrWords()),
      information: optional(listOf(oneOf(informants), informants.length)),
    },
    paper: 'panelDecision',
    happen: ({ dissent, ...said }) => ({
      events: [
        {
          type: 'panelDecisionRecorded',
          outcome: said.outcome,
          decision: {
            hasReasons: true,
            hasDiversity: said.diversity.trim() !== '',
            hasWhyNothingLessIntrusive: said.whyNothingLessIntrusive.trim() !== '',
            hasDissent: dissent.length > 0,
            ...(said.information !== null && { hasInformation: said.information.length > 0 }),
          },
          ...(said.plan !== null && { plan: said.plan }),
          reasonsRecorded: true,
        },
      ],
    }),
  }),
  move('consensusNotReached', {
    fields: { positions: listOf(part({ role, outcome, reasons: words() }), 40, 1) },
    paper: 'panelDecision',
    happen: ({ positions }) => ({
      events: [
        {
          type: 'consensusNotReached',
          positions: positions.map((one) => ({ role: one.role, outcome: one.outcome })),
          reasonsRecorded: true,
        },
      ],
    }),
  }),
];
