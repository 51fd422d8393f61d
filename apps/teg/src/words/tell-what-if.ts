import { type ExplainedDay } from '#calendar';

type Day = { readonly dayZero: string; readonly dueOn: string; readonly isOverdue: boolean };
export type WhatIfClock = {
  readonly kind: string;
  readonly of?: string;
  readonly status: 'running' | 'ahead';
  readonly is: Day;
  readonly wouldBe: Day & { readonly explanation: readonly ExplainedDay[] };
  readonly movesBy: number;
};
export type WhatIfCase = {
  readonly reference: string;
  readonly state: string;
  readonly calendar: string;
  readonly clocks: readonly WhatIfClock[];
  readonly wouldBreach: readonly string[];
  readonly wouldNotBreach: readonly string[];
  readonly runsInto: { readonly is: readonly string[]; readonly wouldBe: readonly string[] };
};

const nameOf = ({ kind, of }: WhatIfClock): string => (of === undefined ? kind : `${kind}:${of}`);
const byDays = (days: number): string => (days === 0 ? 'does not move' : `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days > 0 ? 'later' : 'earlier'}`);
const overdue = ({ isOverdue }: Day): string => (isOverdue ? ', overdue' : '');

const why: { readonly [why in ExplainedDay['why']]: string } = {
  dayZero: 'day 0, not itself counted',
  counted: 'working day',
  extension: 'extension',
  weekend: 'weekend',
  bankHoliday: 'bank holiday',
  afterCutOff: 'received after the cut-off: deemed received on the next working day',
};

const dayLine = ({ on, weekday, counts, why: code, holiday }: ExplainedDay): string =>
  `  ${on}  ${weekday.slice(0, 3)}  ${String(counts ?? '').padStart(3)}  ${why[code]}${holiday === undefined ? '' : `: ${holiday}`}\n`;

/** One case as a page of text: every clock, and day by day those that would move. */
export function tellWhatIf({ reference, state, calendar, clocks, wouldBreach, wouldNotBreach, runsInto }: WhatIfCase): string {
  const told = clocks.map((clock) => {
    const { is, wouldBe, status, movesBy } = clock;
    const ahead = status === 'ahead' ? ' (not running yet)' : '';
    const days = movesBy === 0 ? '' : wouldBe.explanation.map(dayLine).join('');
    return `${nameOf(clock)}${ahead}: due ${is.dueOn}${overdue(is)}; would be ${wouldBe.dueOn}${overdue(wouldBe)}; ${byDays(movesBy)}\n${days}`;
  });
  const list = (title: string, names: readonly string[]) => (names.length === 0 ? '' : `${title}: ${names.join(', ')}\n`);
  const tail = [
    list('Would be overdue today', wouldBreach),
    list('Would no longer be overdue', wouldNotBreach),
    list('Runs into', runsInto.is),
    list('Would run into', runsInto.wouldBe),
  ];
  return `${reference}, ${state}, counted with ${calendar}. Nothing was written.\n\n${told.join('')}\n${tail.join('')}`;
}

/** One case of many: a line for each clock that would move, `reference TAB clock TAB due TAB would be TAB days TAB what of it`. */
export function tellWhatIfLines({ reference, clocks, wouldBreach, wouldNotBreach }: WhatIfCase): string {
  const mark = (name: string) => (wouldBreach.includes(name) ? 'would be overdue' : wouldNotBreach.includes(name) ? 'would not be overdue' : '');
  return clocks.map((clock) => `${[reference, nameOf(clock), clock.is.dueOn, clock.wouldBe.dueOn, clock.movesBy, mark(nameOf(clock))].join('\t')}\n`).join('');
}
