import { type CalendarDay } from '#calendar';
import { type CaseFactName, type CaseFacts } from '../case-facts.js';
import { type CaseEventType, type EventOf } from '../events/case-event.js';

/** What one event teaches. `brings` names every fact that `fold` may set; `clears` is forgotten before anything is judged. */
export type Lesson<T extends CaseEventType> = {
  readonly brings: readonly CaseFactName[];
  readonly clears?: readonly CaseFactName[];
  /** A method, so that a table of lessons can be asked with any event of its union. */
  fold(event: EventOf<T>, facts: CaseFacts, on: CalendarDay): CaseFacts;
};

export type Lessons = { readonly [T in CaseEventType]?: Lesson<T> };
