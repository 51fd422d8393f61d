import { type Facts, type Disposal } from '#law';
import { type Change, type Context, type StreamFile } from '#ledger';
import { type CaseEvent } from '#pathway';
import { advance } from '../../cases/advance.js';
import { caseRecordOf } from '../../cases/case-record.js';
import { turnNotices } from '../../moves/turn-notices.js';

/** As which earlier outcome a disposal of this service may stand in another case. */
const kindsOf: { readonly [disposal in Disposal]: readonly string[] } = {
  nfa: ['NFA', 'OUTCOME_20', 'OUTCOME_21'],
  o22: ['OUTCOME_22', 'OUTCOME_22_DEFERRED'],
  yrd: ['YRD', 'COMMUNITY_RESOLUTION'],
  o23: ['DEFERRED_PROSECUTION'],
  yc: ['YOUTH_CAUTION'],
  ycc: ['YOUTH_CONDITIONAL_CAUTION'],
  court: ['CHARGE'],
};

type Earlier = NonNullable<Facts['previousOutcomes']>[number];

/** What another case says of the outcome that is set aside, corrected; nothing where it does not name it. */
export function countsNoMore(file: StreamFile, moved: Change, context: Context): readonly Change[] {
  if (!file.exists || file.pathway === null) return [];
  const { given, givenOn } = caseRecordOf(moved.file).known;
  const { previousOutcomes = [] } = caseRecordOf(file).known;
  const isIt = ({ on, type, isSetAside }: Earlier): boolean =>
    given !== undefined && on === givenOn && kindsOf[given].includes(type) && isSetAside !== true;
  if (!previousOutcomes.some(isIt)) return [];
  const value = previousOutcomes.map((one) => (isIt(one) ? { ...one, isSetAside: true } : one));
  const event: CaseEvent = { type: 'factCorrected', fact: 'previousOutcomes', value };
  const corrected = advance(file, event, context);
  if ('refusal' in corrected) return [];
  const { change, state, known } = corrected;
  const row = { name: 'previousOutcomes', value, saidOn: context.today, document: null, supersedes: true };
  return [{ ...change, factRows: [row], inbox: turnNotices(file, change, event, state, known) }];
}
