import { type Change, type Context, type NewNotice } from '#ledger';
import { deliveryDueOn, eighteenthBirthday } from '#law';
import { rooms } from '#people';
import { caseRecordOf } from '../../cases/case-record.js';
import { uuidOf } from '../../cases/uuid-of.js';

/**
 * What the duty manager is told when a referral comes in. That a charging limit ends before the panel is due, or that the child turns
 * 18 before anything could be given, is told at once and suggests nothing but bringing the panel forward.
 */
export function receiptNotices(change: Change, area: string, context: Context): readonly NewNotice[] {
  const { known } = caseRecordOf({ facts: change.facts ?? {} });
  const due = (kind: string) => change.startClocks?.find((clock) => clock.kind === kind)?.dueOn;
  const [limit, panel] = [due('chargingLimit'), due('panel')];
  const delivery = deliveryDueOn(known, context);
  const codes = [
    change.state === 'noticeOnly' ? 'streetNoticeReceived' : 'referralReceived',
    ...(limit !== undefined && panel !== undefined && limit <= panel ? ['chargingLimitBeforePanel'] : []),
    ...(panel !== undefined &&
    known.bornOn !== undefined &&
    delivery !== undefined &&
    eighteenthBirthday(known.bornOn) <= delivery
      ? ['eighteenBeforeDelivery']
      : []),
  ];
  return codes.map((code) => ({
    id: uuidOf(`${change.file.id} ${code}`),
    room: rooms.youthJustice(area),
    role: 'dutyManager',
    code,
  }));
}
