import { setup } from 'xstate';
import { type DrawEventType } from './draw-states.js';

/** An effect is a name with what it is about; its body is empty, so only the one door to the record can perform it. */
const named =
  <P>() =>
  (_: unknown, params: P): void =>
    void params;

const kit = setup({
  types: {} as { events: { readonly type: DrawEventType } },
  actions: { startClock: named<{ clock: 'draw' }>(), stopClock: named<{ clock: 'draw' }>(), record: named<unknown>() },
});

const stays = { actions: { type: 'record', params: {} } } as const;
const redraw = { redrawOrdered: { target: '#prepared' } } as const;

/**
 * A verifiable draw, version 1. There is one way through and no way round: plan, theme and sizes before the commitment, the commitment
 * before the frame, the frame before the text, the text before the secret. Only an order to draw again, with its reason, leads back, and
 * never from between the text and the publication.
 */
export const drawMachine = kit.createMachine({
  id: 'draw',
  initial: 'unplanned',
  states: {
    unplanned: { on: { drawPrepared: { target: '#prepared' }, drawPlanned: { target: '#planned' } } },
    underWay: {
      entry: { type: 'startClock', params: { clock: 'draw' } },
      exit: { type: 'stopClock', params: { clock: 'draw' } },
      initial: 'prepared',
      states: {
        prepared: {
          id: 'prepared',
          on: { drawPlanned: { target: '#planned' }, drawReminded: stays, drawLapsed: { target: '#lapsed' } },
        },
        planned: { id: 'planned', on: { commitmentPublished: { target: '#committed' } } },
        committed: {
          id: 'committed',
          on: { listDelivered: stays, drawReminded: stays, frameFrozen: { target: '#frozen' }, ...redraw },
        },
        frozen: { id: 'frozen', on: { textGiven: { target: '#textGiven' }, ...redraw } },
        textGiven: { id: 'textGiven', on: { secretRevealed: { target: '#revealed' } } },
        revealed: { id: 'revealed', on: { drawPublished: { target: '#published' } } },
      },
    },
    published: { id: 'published', on: { reserveTaken: stays, ...redraw } },
    lapsed: { id: 'lapsed' },
  },
});
