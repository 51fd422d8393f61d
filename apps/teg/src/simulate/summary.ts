import { type Player } from '../player/player.js';
import { bodyOf } from '../running-teg.js';
import { people } from './people.js';

type HistoryEvent = {
  readonly type: string;
  readonly state: string | null;
  readonly event: { readonly outcome?: string };
  readonly clocks: { readonly stopped: readonly { readonly kind: string; readonly how: string }[] };
};
type History = { readonly items: readonly HistoryEvent[]; readonly total: number };
type SeenCase = {
  readonly state: string;
  readonly facts: { readonly outcome?: string; readonly given?: string; readonly departure?: string };
  readonly clocks: readonly { readonly kind: string; readonly status: string; readonly isOverdue: boolean }[];
};

/** What the record says of a simulated time, counted from what the API answers about every case. */
export type Summary = {
  readonly referrals: number;
  /** Of the cases with a decision on record, in the fixed order of the seven; `none` while there is none. */
  readonly outcomes: { readonly [outcome: string]: number };
  readonly closed: number;
  /** First panel decisions within their 15 working days, and after them. */
  readonly panel: { readonly inTime: number; readonly late: number };
  /** Disposals given within five working days of the decision, and after them. */
  readonly giving: { readonly inTime: number; readonly late: number };
  readonly assessment: { readonly inTime: number; readonly late: number };
  /** Open cases with a clock that is overdue. */
  readonly overdue: number;
  readonly escalations: number;
  readonly departures: number;
  readonly freshDecisions: number;
  readonly alerts: number;
};

const order = ['nfa', 'o22', 'yrd', 'o23', 'yc', 'ycc', 'court', 'none'];
const page = 100;

export async function summaryOf(player: Player, references: readonly string[], tell: (share: number) => void = () => undefined): Promise<Summary> {
  const cases: Told[] = [];
  for (const reference of references) {
    cases.push(await toldOf(player, reference));
    tell(cases.length / references.length);
  }
  const all = cases.flatMap(({ events }) => events);
  const of = (...types: readonly string[]) => all.filter(({ type }) => types.includes(type)).length;
  const outcomes = cases.map(({ seen }) => seen.facts.departure ?? seen.facts.outcome ?? 'none');
  return {
    referrals: references.length,
    outcomes: Object.fromEntries(order.map((one) => [one, outcomes.filter((outcome) => outcome === one).length])),
    closed: cases.filter(({ seen }) => seen.state === 'closed').length,
    panel: inTime(cases, 'panel'),
    giving: inTime(cases.filter(({ events }) => events.some(({ type }) => type === 'disposalGiven')), 'delivery'),
    assessment: inTime(cases, 'assessment'),
    overdue: cases.filter(({ seen }) => seen.state !== 'closed' && seen.clocks.some(({ status, isOverdue }) => status === 'running' && isOverdue)).length,
    escalations: of('consensusNotReached', 'departureChallenged'),
    departures: of('policeDecisionDeparted'),
    freshDecisions: of('decisionTakenAfresh'),
    alerts: of('alertRaised'),
  };
}

type Told = { readonly seen: SeenCase; readonly events: readonly HistoryEvent[] };

async function toldOf(player: Player, reference: string): Promise<Told> {
  const path = `/api/cases/${reference}`;
  const seen = bodyOf(await player.get<SeenCase>(people.dutyManager, path));
  const events: HistoryEvent[] = [];
  for (let number = 1; ; number += 1) {
    const { items, total } = bodyOf(await player.get<History>(people.dutyManager, `${path}/events?page=${number}&size=${page}`));
    events.push(...items);
    if (events.length >= total || items.length === 0) return { seen, events };
  }
}

/** How a clock stopped when it stopped for the first time. A clock that was superseded or withdrawn was neither in time nor late. */
function inTime(cases: readonly Told[], clock: string): { readonly inTime: number; readonly late: number } {
  const first = cases.map(({ events }) =>
    events.flatMap(({ clocks }) => clocks.stopped).find(({ kind, how }) => kind === clock && (how === 'met' || how === 'late')),
  );
  return { inTime: first.filter((one) => one?.how === 'met').length, late: first.filter((one) => one?.how === 'late').length };
}
