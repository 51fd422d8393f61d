import { type PreviousOutcome } from '#law';
import { type Change, type Context, type StreamFile } from '#ledger';
import { type CaseEvent, type CaseFacts } from '#pathway';
import { advance } from '../cases/advance.js';
import { caseRecordOf } from '../cases/case-record.js';
import { turnNotices } from '../moves/turn-notices.js';
import { outcomeKinds } from './outcome-kinds.js';

type SetAside = NonNullable<CaseFacts['setAside']>;

/** What another case says of the outcome that is set aside, corrected; nothing where it does not name it. */
export function countsNoMore(file: StreamFile, setAside: SetAside, context: Context): readonly Change[] {
  if (!file.exists || file.pathway === null) return [];
  const { previousOutcomes = [] } = caseRecordOf(file).known;
  const isIt = ({ on, type, isSetAside }: PreviousOutcome): boolean =>
    on === setAside.givenOn && outcomeKinds[setAside.outcome].includes(type) && isSetAside !== true;
  if (!previousOutcomes.some(isIt)) return [];
  const value = previousOutcomes.map((one) => (isIt(one) ? { ...one, isSetAside: true } : one));
  const event: CaseEvent = { type: 'factCorrected', fact: 'previousOutcomes', value };
  const corrected = advance(file, event, context);
  if ('refusal' in corrected) return [];
  const { change, state, known } = corrected;
  const row = { name: 'previousOutcomes', value, saidOn: context.today, document: null, supersedes: true };
  return [{ ...change, factRows: [row], inbox: turnNotices(file, change, event, state, known) }];
}
