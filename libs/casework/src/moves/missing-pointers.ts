import { type Fault } from '#ledger';
import { noticeShape } from '../referral/notice.shape.js';
import { policeFileShape } from '../referral/police-file.shape.js';
import { hasPath } from '../referral/shape.js';

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

/** `/notice/child/date_of_birth` or `/police_file/evidence_test`; without the first step it is looked for in both parts. */
function names(pointer: string): boolean {
  if (!pointer.startsWith('/')) return false;
  const [first = '', ...rest] = pointer.slice(1).split('/').map(unescaped);
  if (first === 'notice') return rest.length === 0 || hasPath(noticeShape, rest.join('.'));
  if (first === 'police_file') return rest.length === 0 || hasPath(policeFileShape, rest.join('.'));
  return [noticeShape, policeFileShape].some((shape) => hasPath(shape, [first, ...rest].join('.')));
}

/** What is missing is said by pointers into the referral, so that the event can keep it: they can hold nothing else. */
export const faultsOfMissing = (missing: readonly string[]): readonly Fault[] =>
  missing.flatMap((pointer, index) => (names(pointer) ? [] : [{ pointer: `/missing/${index}`, code: 'pointerUnknown' }]));
