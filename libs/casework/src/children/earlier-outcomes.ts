import { type PreviousOutcome } from '#law';
import { type Change, type Context, type StreamFile } from '#ledger';
import { type CaseEvent, type CaseFacts } from '#pathway';
import { canonical } from '#proof';
import { advance } from '../cases/advance.js';
import { caseRecordOf } from '../cases/case-record.js';
import { uuidOf } from '../cases/uuid-of.js';
import { whomToTell } from '../commands/raise-alert/whom-to-tell.js';
import { eachOnce } from './each-once.js';
import { outcomeKinds } from './outcome-kinds.js';

type Earlier = readonly PreviousOutcome[];

const own = ({ previousOutcomes = [] }: CaseFacts): Earlier => previousOutcomes.filter(({ of }) => of === undefined);

/** What a case says of the child's past to the child's other cases: what was given in it, and what its own papers have. */
function toldBy(file: StreamFile): Earlier {
  const { known } = caseRecordOf(file);
  const { given, givenOn, crimeOutcomeNumber } = known;
  const ofThis: Earlier =
    given === undefined || givenOn === undefined
      ? []
      : [
          {
            on: givenOn,
            type: outcomeKinds[given][0],
            isConfirmed: true,
            ...(crimeOutcomeNumber !== undefined && { outcomeNumber: crimeOutcomeNumber }),
          },
        ];
  return [...ofThis, ...own(known)].map((one) => ({ ...one, of: file.id }));
}

/**
 * What a case knows from cases that are not among these: it stays where these are only those that somebody sees, and goes where
 * they are all the cases of the child.
 */
export type OfUnseen = 'unseenStays' | 'unseenGoes';

/**
 * The history of a case among the cases of one child: what its own papers have, and once each what the child's other cases say. Null where
 * that is what it has already. What comes from another case names it, so that it can be taken out again.
 */
function historyIn(file: StreamFile, cases: readonly StreamFile[], ofUnseen: OfUnseen): Earlier | null {
  const { known } = caseRecordOf(file);
  const isThis = ({ on, type }: PreviousOutcome): boolean =>
    known.given !== undefined && on === known.givenOn && outcomeKinds[known.given].includes(type);
  const others = cases.filter(({ id }) => id !== file.id).flatMap(toldBy);
  const before = known.previousOutcomes ?? [];
  const unseen = before.filter(({ of }) => of !== undefined && !cases.some(({ id }) => id === of));
  const told = [...(ofUnseen === 'unseenStays' ? unseen : []), ...others.filter((one) => !isThis(one))];
  const all = eachOnce([...own(known), ...told]);
  return isSame(all, before) ? null : all;
}

/** In whatever order: it depends on who sees which cases. */
const isSame = (one: Earlier, other: Earlier): boolean => textOf(one) === textOf(other);
const textOf = (all: Earlier): string => canonical(all.map((one) => canonical({ ...one })).sort());

/** The open cases of one child whose history is another one now, and who is told to read it again. */
export function historyChanges(cases: readonly StreamFile[], context: Context, ofUnseen: OfUnseen): readonly Change[] {
  return cases.flatMap((file): readonly Change[] => {
    const value = file.pathway === null ? null : historyIn(file, cases, ofUnseen);
    if (value === null) return [];
    const event: CaseEvent = { type: 'factRecorded', fact: 'previousOutcomes', value };
    const moved = advance(file, event, context);
    // A closed case hears no facts: it was decided on what was known then.
    if ('refusal' in moved) return [];
    const row = { name: 'previousOutcomes', value: [...value], saidOn: context.today, document: null, supersedes: true };
    return [{ ...moved.change, factRows: [row], inbox: notices(file) }];
  });
}

const notices = (file: StreamFile) =>
  ['dutyManager', 'policeDecisionMaker'].flatMap((role) =>
    whomToTell(role, file).map((to) => ({
      id: uuidOf(`${file.id} ${file.version} previousOutcomes ${to.room} ${to.role}`),
      ...to,
      code: 'factCorrected',
    })),
  );
