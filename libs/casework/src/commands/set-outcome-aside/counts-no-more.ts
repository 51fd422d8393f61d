import { type Facts } from '#law';
import { type Change, type Context, type StreamFile } from '#ledger';
import { type CaseEvent } from '#pathway';
import { advance } from '../../cases/advance.js';
import { caseRecordOf } from '../../cases/case-record.js';
import { outcomeKinds } from '../../children/outcome-kinds.js';
import { turnNotices } from '../../moves/turn-notices.js';

type Earlier = NonNullable<Facts['previousOutcomes']>[number];

/** What another case says of the outcome that is set aside, corrected; nothing where it does not name it. */
export function countsNoMore(file: StreamFile, moved: Change, context: Context): readonly Change[] {
  if (!file.exists || file.pathway === null) return [];
  const { given, givenOn } = caseRecordOf(moved.file).known;
  const { previousOutcomes = [] } = caseRecordOf(file).known;
  const isIt = ({ on, type, isSetAside }: Earlier): boolean =>
    given !== undefined && on === givenOn && outcomeKinds[given].includes(type) && isSetAside !== true;
  if (!previousOutcomes.some(isIt)) return [];
  const value = previousOutcomes.map((one) => (isIt(one) ? { ...one, isSetAside: true } : one));
  const event: CaseEvent = { type: 'factCorrected', fact: 'previousOutcomes', value };
  const corrected = advance(file, event, context);
  if ('refusal' in corrected) return [];
  const { change, state, known } = corrected;
  const row = { name: 'previousOutcomes', value, saidOn: context.today, document: null, supersedes: true };
  return [{ ...change, factRows: [row], inbox: turnNotices(file, change, event, state, known) }];
}
