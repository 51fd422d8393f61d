import { type Change, type Context, type JsonObject, type NewEvent, type Refused, refused, type StreamFile } from '#ledger';
import { type Action, isIn, may, rooms } from '#people';
import { drawClock, drawClockKind } from './draw-clock.js';
import { type DrawRecord, drawFacts } from './draw-record.js';
import { type DrawEventType, type DrawPlace, isDrawState, unplanned } from './draw-states.js';
import { drawPathway, drawTable } from './draw-table.js';

/** A step with what the ledger keeps of it: codes, hashes, days. */
export type DrawStep = { readonly type: DrawEventType; readonly data: JsonObject };

/** What Teg itself does. Everything else is the scrutiny lead's. */
const ofMachine: ReadonlySet<DrawEventType> = new Set([
  'drawPrepared',
  'drawReminded',
  'drawLapsed',
  'commitmentPublished',
  'secretRevealed',
  'drawPublished',
]);
const actionOf = (type: DrawEventType): Action => (ofMachine.has(type) ? 'revealDraw' : 'drawSample');

/**
 * The single way in which a draw moves: may this person, is it the next step, and then the state, the facts and the clock as they are
 * afterwards. Pure. `record` is the draw as it is after the steps; several steps of one decision are taken in their order.
 */
export function moveDraw(
  file: StreamFile,
  steps: readonly [DrawStep, ...DrawStep[]],
  record: DrawRecord,
  context: Context,
): Change | Refused {
  const { asker } = context;
  if (!steps.every(({ type }) => may(asker, actionOf(type)))) return refused('notYours');
  // A body draws for itself alone, and the room is looked up by the database at every call.
  if (!asker.isMachine && !isIn(asker, rooms.oversight(record.oversight))) return refused('notYours');
  if (file.kind !== 'draw') return refused('notFound');
  let place = placeOf(file);
  const effects = new Set<string>();
  for (const { type } of steps) {
    const move = drawTable[place][type];
    if (move === undefined) return refused('notNow', { possible: possibleSteps(place, asker) });
    place = move.next;
    for (const effect of move.effects) effects.add(effect);
  }
  const events = steps.map(({ type, data }): NewEvent => ({ type, data: { ...data, attempt: record.attempt } }));
  return {
    file,
    events: events as [NewEvent, ...NewEvent[]],
    pathway: drawPathway,
    state: place,
    isEnding: place === 'published' || place === 'lapsed',
    rooms: [rooms.oversight(record.oversight)],
    facts: drawFacts(record),
    ...clockMoves(file, effects, place, record, context),
  };
}

function clockMoves(
  file: StreamFile,
  effects: ReadonlySet<string>,
  place: DrawPlace,
  record: DrawRecord,
  context: Context,
): Pick<Change, 'startClocks' | 'stopClocks'> {
  const open = file.clocks.find(({ kind }) => kind === drawClockKind);
  const how = place === 'lapsed' ? 'withdrawn' : open !== undefined && context.today <= open.dueOn ? 'met' : 'late';
  return {
    ...(effects.has('startClock') && { startClocks: [drawClock(record, context)] }),
    ...(effects.has('stopClock') && open && { stopClocks: [{ kind: drawClockKind, how }] }),
  };
}

const placeOf = ({ exists, state }: StreamFile): DrawPlace =>
  exists && state !== null && isDrawState(state) ? state : unplanned;

/** The steps that somebody may take next; what the roles do not include is not shown. */
export const possibleSteps = (place: DrawPlace, asker: { readonly roles: readonly string[] }): readonly DrawEventType[] =>
  (Object.keys(drawTable[place]) as DrawEventType[]).filter((type) => may(asker, actionOf(type)));
