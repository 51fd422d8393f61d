import { setup } from 'xstate';
import { type Allowed } from './allowed.js';
import { type Duty, type WaitingClock, type WatchedDate } from './clock-kinds.js';
import { type CaseEvent } from './events/case-event.js';

/** An effect is a name with what it is about; its body is empty, so only the one door to the record can perform it. */
const named =
  <P>() =>
  (_: unknown, params: P): void =>
    void params;

/** What every pathway is made with: one guard type, effects by name, events of a case. */
export const kit = setup({
  types: {} as { events: CaseEvent },
  // The machine opens no guarded branch by itself: the table is compiled by asking it about one branch at a time.
  guards: { allowed: (_, params: Allowed) => Object.keys(params).length === 0 },
  actions: {
    startClock: named<{ clock: WaitingClock }>(),
    stopClock: named<{ clock: WaitingClock }>(),
    startDuty: named<{ duty: Duty | WatchedDate }>(),
    endDuty: named<{ duty: Duty | WatchedDate }>(),
    record: named<unknown>(),
  },
});
