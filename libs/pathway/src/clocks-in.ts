import { type WaitingClock, waitingClocks } from './clock-kinds.js';
import { type Pathway } from './pathway.js';
import { type State } from './states.js';

/** The waiting clocks that run while a case waits in that state: whatever leads out of all its regions stops them all. */
export function clocksIn({ table }: Pathway, state: State): readonly WaitingClock[] {
  const stopped = new Set(
    Object.values(table[state]).flatMap((branches) =>
      branches
        .filter(({ next }) => next !== state)
        .flatMap(({ effects }) => effects.flatMap((effect) => (effect.type === 'stopClock' ? [effect.clock] : []))),
    ),
  );
  return waitingClocks.filter((clock) => stopped.has(clock));
}
