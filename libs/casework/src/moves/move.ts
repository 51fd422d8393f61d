import { type CalendarDay } from '#calendar';
import { type Asker, type Change, type Context, type OpenClock, type Refused, type StreamFile, type StreamRef } from '#ledger';
import { causeCodes, type CauseOfLateness, type RuleId } from '#law';
import { type CaseEvent, type CaseEventType, type CaseFacts } from '#pathway';
import { type CaseRecord } from '../cases/case-record.js';
import { type Fields, oneOf, optional, type Said, words } from './field.js';
import { type PaperKind } from './paper-kinds.js';

/** Where a move is decided: the case as this person sees it, who asks and when, and the other files that the move asked for. */
export type MoveAt = {
  readonly file: StreamFile;
  readonly record: CaseRecord;
  readonly known: CaseFacts;
  readonly context: Context;
  readonly others: readonly StreamFile[];
  /** The documents of the case that the body names, each with the day on which its latest version was put on record. */
  readonly named: ReadonlyMap<string, CalendarDay>;
  /** Id of the document that keeps the words of this move. */
  readonly paper: string;
};

/** What may stand in somebody's way before anything is said: of the case as it stands, and of who asks. */
export type Stand = {
  readonly known: CaseFacts;
  readonly area: string | null;
  readonly clocks: readonly Pick<OpenClock, 'kind' | 'dueOn'>[];
  readonly asker: Pick<Asker, 'id' | 'roles' | 'rooms'>;
  readonly today: CalendarDay;
};

/** Everything of a case's file that is not state, facts or clocks. */
export type Beside = Omit<Partial<Change>, 'file' | 'events' | 'state' | 'facts' | 'startClocks' | 'isEnding'>;

/** What a body means: one event of the pathway, or a second one of the same act; and what else the act does. */
export type Happened = {
  readonly events: readonly [CaseEvent] | readonly [CaseEvent, CaseEvent];
  readonly record?: Partial<CaseRecord>;
  readonly beside?: Beside;
  /** Other files that the same act changes. */
  readonly others?: readonly Change[];
};

/** What already follows from who asks: with it the law can be asked before anybody has said anything. */
export type Foreseen = { readonly rules: readonly RuleId[]; readonly facts: (stand: Stand) => CaseFacts };

/** A row of the table of moves. */
export type Move = {
  readonly event: CaseEventType;
  readonly fields: Fields;
  /** The document in which the words of the body are kept; null where a body has none. */
  readonly paper: PaperKind | null;
  /** Other files to open, in the order in which `happen` finds them. */
  readonly files: (said: object) => readonly StreamRef[];
  /** Why this person may not, although the role may: it stands in the file. A code of the refusals. */
  readonly inTheWay: (stand: Stand) => Refused | null;
  readonly foreseen: Foreseen | null;
  readonly happen: (said: object, at: MoveAt) => Happened | Refused;
};

/** How a case stands for whoever asks. */
export const standOf = ({ file, known, context: { asker, today } }: Pick<MoveAt, 'file' | 'known' | 'context'>): Stand => ({
  known,
  area: file.homeArea,
  clocks: file.clocks,
  asker,
  today,
});

export type MoveParts<F extends Fields> = {
  readonly fields?: F;
  readonly paper?: PaperKind;
  readonly files?: (said: Said<F>) => readonly StreamRef[];
  readonly inTheWay?: Move['inTheWay'];
  readonly foreseen?: Foreseen;
  readonly happen: (said: Said<F>, at: MoveAt) => Happened | Refused;
};

/** What every body may say: why what it ends ends late. Left out it is refused nowhere, and shows as a finding in the case. */
const ofLateness = { causeOfLateness: optional(oneOf(causeCodes)) };
export type SaidOfLateness = { readonly causeOfLateness: CauseOfLateness | null };

/** One row. `happen` is pure and is only ever asked with a body that was read by these very fields. */
export function move<F extends Fields = Record<never, never>>(event: CaseEventType, parts: MoveParts<F>): Move {
  const { fields = {}, paper = null, files = () => [], inTheWay = () => null, foreseen = null, happen } = parts;
  return {
    event,
    fields: { ...fields, ...ofLateness },
    paper,
    files: (said) => files(said as Said<F>),
    inTheWay,
    foreseen,
    happen: (said, at) => happen(said as Said<F>, at),
  };
}

/** A move whose body has nothing in it. */
export const plainMove = (event: CaseEvent, more: Pick<MoveParts<Fields>, 'inTheWay' | 'foreseen'> = {}): Move =>
  move(event.type, { ...more, happen: () => ({ events: [event] }) });

/** A move that says nothing but why; contract and event say which of the two words the field is called by. */
export const reasonedMove = (
  event: CaseEvent & { readonly reasonsRecorded: true },
  field: 'reason' | 'reasons' = 'reason',
  paper: PaperKind = 'reasons',
): Move => move(event.type, { fields: { [field]: words() }, paper, happen: () => ({ events: [event] }) });
