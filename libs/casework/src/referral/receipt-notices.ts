import { type Change, type Context, type NewNotice } from '#ledger';
import { deliveryDueOn, earliestLimit, eighteenthBirthday, panelDueOn } from '#law';
import { rooms } from '#people';
import { type CaseFacts, isState } from '#pathway';
import { caseRecordOf } from '../cases/case-record.js';
import { uuidOf } from '../cases/uuid-of.js';
import { whomToTell } from '../commands/raise-alert/whom-to-tell.js';
import { turnOf } from '../moves/turn-notices.js';

/**
 * What the duty manager, and whoever the case waits for where it begins, is told when a referral or its police file comes in. That a charging limit ends before the panel is due, or
 * that the child turns 18 before anything could be given, is told as soon as it is known, and suggests nothing but bringing the panel
 * forward.
 */
export function receiptNotices(
  code: string,
  change: Change,
  was: CaseFacts,
  area: string,
  context: Context,
): readonly NewNotice[] {
  const { known } = caseRecordOf({ facts: change.facts ?? {} });
  const isPanelCase = change.pathway !== undefined || change.file.pathway !== null;
  const codes = [
    code,
    ...(isPanelCase && limitComesFirst(known, context) && !limitComesFirst(was, context) ? ['chargingLimitBeforePanel'] : []),
    ...(isPanelCase && birthdayComesFirst(known, context) && !birthdayComesFirst(was, context) ? ['eighteenBeforeDelivery'] : []),
  ];
  const about = `${change.file.id} ${change.file.version}`;
  const received = codes.map((one) => ({
    id: uuidOf(`${about} ${one}`),
    room: rooms.youthJustice(area),
    role: 'dutyManager',
    code: one,
  }));
  return [...received, ...beginners(change, known, about)];
}

/** Where a case begins with somebody else's turn, that one is told as well: the duty manager could not answer it. */
function beginners(
  { pathway, state, homeArea = null, rooms: seenIn = [] }: Change,
  known: CaseFacts,
  about: string,
): readonly NewNotice[] {
  if (pathway === undefined || typeof state !== 'string' || !isState(state)) return [];
  const turn = turnOf(state, known);
  if (turn === null || turn === 'dutyManager') return [];
  return whomToTell(turn, { homeArea, rooms: seenIn }).map((to) => ({
    id: uuidOf(`${about} ${state} ${to.room} ${to.role}`),
    ...to,
    code: state,
  }));
}

function limitComesFirst(known: CaseFacts, context: Context): boolean {
  const [limit, panel] = [earliestLimit(known), panelDueOn(known, context)];
  return typeof limit === 'string' && panel !== undefined && limit <= panel;
}

function birthdayComesFirst(known: CaseFacts, context: Context): boolean {
  const delivery = deliveryDueOn(known, context);
  return known.bornOn !== undefined && delivery !== undefined && eighteenthBirthday(known.bornOn) <= delivery;
}
