import { type Change, type Context, type StreamFile } from '#ledger';
import { caseRecordOf } from '../cases/case-record.js';
import { countsNoMore } from './counts-no-more.js';
import { historyChanges } from './earlier-outcomes.js';

/** What becomes of a case's outcome in the child's other cases: of the case as it is afterwards, and of those others that are seen. */
export type InOthers = (file: StreamFile, others: readonly StreamFile[], context: Context) => readonly Change[];

/** Given, an outcome is an earlier one in the other open cases; set aside, it counts no more wherever it stands as one. */
export const outcomeInOthers = {
  disposalGiven: (file, others, context) =>
    historyChanges([file, ...others], context, 'unseenStays').filter((change) => change.file.id !== file.id),
  outcomeSetAside: (file, others, context) => {
    const { setAside } = caseRecordOf(file).known;
    return setAside === undefined ? [] : others.flatMap((other) => countsNoMore(other, setAside, context));
  },
} as const satisfies { readonly [event: string]: InOthers };
