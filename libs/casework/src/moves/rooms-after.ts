import { type Change, type StreamFile } from '#ledger';
import { rooms } from '#people';
import { type CaseFacts, type State } from '#pathway';
import { listKey } from '../meetings/meeting-record.js';

/** Something is asked of a prosecutor: authority, a charge, or what is to follow a condition that was not kept. */
const asksProsecutor: readonly State[] = ['awaitingCpsDecision', 'awaitingCharge', 'awaitingNonComplianceDecision'];
/** On a meeting's list, as long as it is named there. */
const isOnList: readonly State[] = ['awaitingPanel', 'atPanel'];
/** Decided, and the decision not yet delivered: who sat there still sees the case. */
const isUnderWay: readonly State[] = [
  'awaitingEscalationReview',
  'awaitingClinic',
  'awaitingPoliceDecision',
  'awaitingChallenge',
  'awaitingCpsDecision',
  'awaitingPlanAgreement',
  'awaitingDelivery',
  'awaitingSergeantDecision',
  'awaitingCharge',
];

/** Proceedings that have begun are the prosecutor's to end, and every other outcome waits for that. */
const areBegun = ({ chargedOn, court, proceedingsEndedOn }: CaseFacts): boolean =>
  (chargedOn ?? court?.chargedOn) !== undefined && proceedingsEndedOn === undefined;

const isMeeting = (room: string): boolean => room.startsWith('meeting:');
const isOfProsecutors = (room: string): boolean => room.startsWith('cps:');

function meetingRooms(before: readonly string[], state: State, { meeting }: CaseFacts): readonly string[] {
  if (isOnList.includes(state)) return meeting === undefined ? [] : [rooms.meeting(meeting)];
  return isUnderWay.includes(state) ? before.filter(isMeeting) : [];
}

/**
 * Who sees a case besides those who always do: the members of the meeting it is listed for, from the listing until the decision is
 * delivered, and prosecutors while something is asked of them or proceedings run. The keys are what a meeting's list is found by.
 */
export function roomsAfter(
  file: Pick<StreamFile, 'rooms' | 'homeArea'>,
  state: State,
  known: CaseFacts,
): Pick<Change, 'rooms' | 'keys' | 'dropKeys'> {
  const lasting = file.rooms.filter((room) => !isMeeting(room) && !isOfProsecutors(room));
  const meetings = meetingRooms(file.rooms, state, known);
  const isProsecutors = asksProsecutor.includes(state) || (state !== 'closed' && areBegun(known));
  const prosecutors = isProsecutors && file.homeArea !== null ? [rooms.prosecutors(file.homeArea)] : [];
  const keyOf = (room: string) => listKey(room.slice('meeting:'.length));
  return {
    rooms: [...lasting, ...meetings, ...prosecutors],
    keys: meetings.filter((room) => !file.rooms.includes(room)).map((room) => ({ key: keyOf(room), isUnique: false })),
    dropKeys: file.rooms.filter((room) => isMeeting(room) && !meetings.includes(room)).map(keyOf),
  };
}
