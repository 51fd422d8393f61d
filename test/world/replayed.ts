import { bankHolidays, londonDay } from '#calendar';
import { type CaseEvent, type CaseFacts, decide, isCaseEventType, isState, type State } from '#pathway';
import { type CaseWorld } from './case-world.js';

type Kept = {
  readonly type: string;
  readonly at: Date;
  readonly body: { readonly state?: string; readonly event?: { readonly learned?: CaseFacts } };
};
type Row = { readonly id: string; readonly state: string; readonly facts: { readonly known: CaseFacts } };

/**
 * A case as its events alone say it stands, each decided again by the pathway, beside the row. The birth date stands in no event and is
 * taken from the row; what is no event of the pathway (a paper, an alert, clocks counted again) moves nothing.
 */
export async function replayed(
  world: CaseWorld,
  reference: string,
): Promise<{ readonly fromEvents: object; readonly fromRow: object }> {
  const [row] = await world.sql<Row>('select id, state, facts from teg.stream where reference = $1', [reference]);
  if (row === undefined) throw new Error(`There is no case ${reference}.`);
  const events = await world.sql<Kept>(
    'select e.type, e.at, y.body from teg.event e join teg.payload y on y.stream = e.stream and y.seq = e.seq where e.stream = $1 order by e.seq',
    [row.id],
  );
  const { bornOn } = row.facts.known;
  const born = bornOn === undefined ? {} : { bornOn };
  let state: State = 'awaitingAllocation';
  let known: CaseFacts = {};
  for (const { type, at, body } of events) {
    if (type === 'referralReceived') known = { ...body.event?.learned, ...born };
    if (!isCaseEventType(type) || body.state === undefined || !isState(body.state)) continue;
    const event = { ...body.event, type } as CaseEvent;
    const verdict = decide({ pathway: 'vale-oocd', version: 1, state }, known, event, {
      on: londonDay(at.toISOString()),
      calendar: bankHolidays,
    });
    if (!verdict.ok) throw new Error(`${type} is refused when it is replayed: ${JSON.stringify(verdict)}`);
    state = verdict.state;
    known = { ...verdict.facts, ...born };
  }
  return { fromEvents: { state, known }, fromRow: { state: row.state, known: row.facts.known } };
}
