// What may happen to a case next: statecharts of a procedure, asked as pure functions of state, facts, event and day.
// It must never do input or output, look at a clock, decide what is best or word a refusal: it answers in codes and effects.
// Start with vale-oocd.machine.ts, then decide.ts; pathways.ts names the others.
export { type CaseFactName, type CaseFacts, type Ending, type PathwayFacts } from './case-facts.js';
export {
  type ClockKind,
  duties,
  type Duty,
  type WaitingClock,
  waitingClocks,
  type WatchedDate,
  watchedDates,
} from './clock-kinds.js';
export { type CaseEvent, type CaseEventType, caseEventTypes, type EventOf, isCaseEventType } from './events/case-event.js';
export { type FactValue, type Merger } from './events/fact-events.js';
export { type CaseState, decide, decideOn, type Verdict } from './decide.js';
export { type DecideContext } from './judged.js';
export { learn } from './learn/learn.js';
export { leaveBehind } from './learn/stays-of-facts.js';
export { type Exit, exits } from './drawing/exits.js';
export { type Arrow, type Box, type Drawing, layout, type Region } from './drawing/layout.js';
export { momentOf } from './moments.js';
export { type Branch, type Effect, type Pathway, type Table } from './pathway.js';
export { pathwayOf, pathways } from './pathways.js';
export { possible, type PossibleEvent } from './possible.js';
export { type CaseChange, type OpenCase, rehearse, type Rehearsal, type Stranding } from './rehearsal/rehearse.js';
export { isState, openStates, type State, states } from './states.js';
