import { transition } from 'xstate';
import { drawMachine } from './draw.machine.js';
import { drawEvents, drawStates } from './draw-states.js';
import { drawPlaces, drawTable, placeOf, valueOf } from './draw-table.js';
import { possibleSteps } from './draw-move.js';

describe('the machine of a draw', () => {
  it('is a table that says what XState says, for every place and every step', () => {
    let compared = 0;
    for (const place of drawPlaces) {
      const before = drawMachine.resolveState({ value: valueOf(drawMachine, place), context: {} });
      for (const type of drawEvents) {
        const [after, actions] = transition(drawMachine, before, { type });
        const move = drawTable[place][type];
        const isHeard = before.can({ type });
        expect([place, type, move !== undefined]).toEqual([place, type, isHeard]);
        if (move)
          expect([placeOf(after.value), actions.map((action) => action.type).filter((name) => name !== 'record')]).toEqual([
            move.next,
            move.effects,
          ]);
        compared += 1;
      }
    }
    expect(compared).toBe((drawStates.length + 1) * drawEvents.length);
  });

  it('is this table, and no step was added or lost by accident', () => {
    const rows = Object.entries(drawTable).map(
      ([place, row]) =>
        `${place}: ${Object.entries(row)
          .map(([type, move]) => `${type} > ${move.next}${move.effects.map((one) => ` ${one}`).join('')}`)
          .join(', ')}`,
    );
    expect(rows).toEqual([
      'unplanned: drawPrepared > prepared startClock, drawPlanned > planned startClock',
      'prepared: drawPlanned > planned, drawReminded > prepared, drawLapsed > lapsed stopClock',
      'planned: commitmentPublished > committed',
      'committed: listDelivered > committed, drawReminded > committed, frameFrozen > frozen, redrawOrdered > prepared',
      'frozen: textGiven > textGiven, redrawOrdered > prepared',
      'textGiven: secretRevealed > revealed',
      'revealed: drawPublished > published stopClock',
      'published: reserveTaken > published, redrawOrdered > prepared startClock',
      'lapsed: ',
    ]);
  });

  it('has one way from the plan to the publication: whoever leaves out a step gets nowhere', () => {
    const order = ['drawPlanned', 'commitmentPublished', 'frameFrozen', 'textGiven', 'secretRevealed', 'drawPublished'] as const;
    const walk = (steps: readonly (typeof order)[number][]) => {
      let place: (typeof drawPlaces)[number] = 'unplanned';
      for (const step of steps) {
        const move: { readonly next: (typeof drawPlaces)[number] } | undefined = drawTable[place][step];
        if (!move) return null;
        place = move.next;
      }
      return place;
    };
    expect(walk(order)).toBe('published');
    for (let left = 0; left < order.length - 1; left += 1) {
      expect(walk(order.filter((_, index) => index !== left))).toBeNull();
      const swapped = order.map(
        (_, index) => order[index === left ? left + 1 : index === left + 1 ? left : index] ?? 'drawPlanned',
      );
      expect(walk(swapped)).toBeNull();
    }
  });

  it('offers the lead the lead’s steps and the machine the machine’s', () => {
    const lead = { roles: ['scrutinyLead'] };
    expect(possibleSteps('committed', lead)).toEqual(['listDelivered', 'frameFrozen', 'redrawOrdered']);
    expect(possibleSteps('textGiven', lead)).toEqual([]);
    expect(possibleSteps('textGiven', { roles: ['machine'] })).toEqual(['secretRevealed']);
    expect(possibleSteps('frozen', { roles: ['headOfService'] })).toEqual([]);
  });
});
