import { type Refused, refused, type StreamFile } from '#ledger';
import { rooms } from '#people';
import { type EventOf } from '#pathway';
import { advance } from '../cases/advance.js';
import { caseRecordOf } from '../cases/case-record.js';
import { childRecordOf } from '../children/child-record.js';
import { area, oneOf, otherCase, words } from './field.js';
import { type Move, type MoveAt, move } from './move.js';

/** The rooms of a case that another service takes on, beside (caretaker) or in the place of its home service. */
function roomsAfterTransfer(file: StreamFile, to: string, role: 'home' | 'caretaker'): readonly string[] {
  const taken = [rooms.youthJustice(to), rooms.seconded(to)];
  const left =
    role === 'home' && file.homeArea !== null ? [rooms.youthJustice(file.homeArea), rooms.seconded(file.homeArea)] : [];
  return [...new Set([...file.rooms.filter((room) => !left.includes(room)), ...taken])];
}

const isOneChild = (child: StreamFile | undefined, other: string): boolean =>
  child?.exists === true && (child.id === other || childRecordOf(child).sameAs.includes(other));

/** The same event for the other referral, as its own file takes it. */
function inOther(
  file: StreamFile | undefined,
  event: EventOf<'referralsMerged' | 'referralsUnmerged'>,
  { context }: MoveAt,
  own: string,
) {
  if (!file?.exists) return refused('notFound');
  return advance(file, event, context, { ownReceivedAt: own });
}

const ownReceipt = (file: StreamFile): string => caseRecordOf(file).ownReceivedAt ?? caseRecordOf(file).known.receivedAt ?? '';

/** Another service takes a case on; two referrals of one incident become one, and come apart again. */
export const joiningMoves: readonly Move[] = [
  move('caseTransferred', {
    fields: { to: area, role: oneOf(['home', 'caretaker']), reason: words() },
    paper: 'serviceReasons',
    happen: ({ to, role }, { file }) => {
      const already = role === 'home' ? file.homeArea === to : file.rooms.includes(rooms.youthJustice(to));
      if (already) return refused('invalid', { faults: [{ pointer: '/to', code: 'serviceHasCase' }] });
      return {
        events: [{ type: 'caseTransferred', to, role }],
        beside: { rooms: roomsAfterTransfer(file, to, role), ...(role === 'home' && { homeArea: to }) },
      };
    },
  }),
  move('referralsMerged', {
    fields: { absorbed: otherCase, reason: words() },
    paper: 'reasons',
    files: ({ absorbed }) => [{ id: absorbed.id }, { id: absorbed.child }],
    happen: ({ absorbed }, at) => {
      const [other, child] = at.others;
      if (absorbed.id === at.file.id) return refused('invalid', { faults: [{ pointer: '/absorbed', code: 'caseUnknown' }] });
      if (!isOneChild(child, at.record.child)) return refused('notNow', { code: 'childrenNotOne', possible: [] });
      const receipts = [at.known.receivedAt, other?.exists ? caseRecordOf(other).known.receivedAt : undefined];
      const firstReceivedAt = receipts.filter((one) => one !== undefined).sort()[0] ?? '';
      const said = { type: 'referralsMerged', firstReceivedAt } as const;
      const taken = inOther(other, { ...said, part: 'absorbed', other: at.file.id }, at, other?.exists ? ownReceipt(other) : '');
      if ('refusal' in taken) return ofOther(taken);
      return {
        events: [{ ...said, part: 'surviving', other: absorbed.id }],
        record: { ownReceivedAt: ownReceipt(at.file) },
        others: [taken.change],
      };
    },
  }),
  move('referralsUnmerged', {
    fields: { absorbed: otherCase, reason: words() },
    paper: 'reasons',
    files: ({ absorbed }) => [{ id: absorbed.id }],
    happen: ({ absorbed }, at) => {
      const [other] = at.others;
      if (!other?.exists || caseRecordOf(other).known.merger?.other !== at.file.id)
        return refused('notNow', { code: 'notMerged', possible: [] });
      const own = ownReceipt(other);
      const parted = inOther(
        other,
        { type: 'referralsUnmerged', part: 'absorbed', other: at.file.id, firstReceivedAt: own },
        at,
        own,
      );
      if ('refusal' in parted) return ofOther(parted);
      return {
        events: [{ type: 'referralsUnmerged', part: 'surviving', other: absorbed.id, firstReceivedAt: ownReceipt(at.file) }],
        others: [parted.change],
      };
    },
  }),
];

/** The other referral's refusal, told as such: what its state would hear is of no use to who asks about this one. */
const ofOther = ({ refusal }: Refused): Refused =>
  refusal.because === 'notNow' ? refused('notNow', { code: 'otherReferralHasGoneOn', possible: [] }) : { refusal };
