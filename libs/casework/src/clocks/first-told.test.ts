import { deadlines } from '#law';
import { type Effect, type Pathway, pathways, type State } from '#pathway';
import { turnOf } from '../moves/turn-notices.js';

/** The clocks that every way out of a state stops. */
function clocksOf({ table }: Pathway, state: State) {
  const leaving = Object.values(table[state])
    .flat()
    .filter(({ next }) => next !== state);
  const stopped = ({ effects }: { readonly effects: readonly Effect[] }) =>
    effects.flatMap((effect) => (effect.type === 'stopClock' ? [effect.clock] : []));
  return (leaving[0] ? stopped(leaving[0]) : []).filter((clock) => leaving.every((branch) => stopped(branch).includes(clock)));
}

/** The police ask the prosecutor again, and the assessment is the practitioner's also while the victim is heard. */
const othersAreTold = ['awaitingCpsDecision cpsDecision', 'awaitingVictimNeeds assessment'];

describe.each(pathways())('$name', (pathway) => {
  it('warns whoever does the step first, by the clock that waits with it', () => {
    const waiting = pathway.states.flatMap((state) =>
      clocksOf(pathway, state)
        .filter((clock) => !othersAreTold.includes(`${state} ${clock}`))
        .map((clock) => ({ state, clock, told: deadlines[clock].alerts[0].tell as string })),
    );
    expect(waiting.length).toBeGreaterThan(6);
    expect(waiting).toEqual(waiting.map(({ state, clock }) => ({ state, clock, told: turnOf(state, {}) })));
  });
});
