import { type CalendarDay } from '#calendar';
import { type CaseFactName, type CaseFacts } from '../case-facts.js';
import { type CaseEvent, type CaseEventType } from '../events/case-event.js';
import { carryingOutLessons } from './carrying-out-lessons.js';
import { decidingLessons } from './deciding-lessons.js';
import { endingLessons } from './ending-lessons.js';
import { factLessons } from './fact-lessons.js';
import { type Lesson, type Lessons } from './lesson.js';

const lessons: Lessons = { ...decidingLessons, ...carryingOutLessons, ...endingLessons, ...factLessons };
// A lesson is only ever asked with the event it is filed under.
const lessonOf = (type: CaseEventType) => lessons[type] as Lesson<CaseEventType> | undefined;

export const without = (facts: CaseFacts, names: readonly CaseFactName[]): CaseFacts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name as CaseFactName))) as CaseFacts;

/** The facts that an event of this kind says anew; before it happens nobody can know them. */
export const broughtBy = (type: CaseEventType): readonly CaseFactName[] => lessonOf(type)?.brings ?? [];

/** The facts as they would be with the event: guards and rules are asked on these. Pure; `on` is the day of the event. */
export function learn(facts: CaseFacts, event: CaseEvent, on: CalendarDay): CaseFacts {
  const lesson = lessonOf(event.type);
  return lesson === undefined ? facts : { ...without(facts, lesson.clears ?? []), ...lesson.fold(event, facts, on) };
}
