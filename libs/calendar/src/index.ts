// Days, instants and working days in England and Wales: what every deadline is counted with.
// It must never look at a wall clock, at the computer's time zone or at a database; the time is always handed in.
// Start with working-days.ts; explain-due.ts says the same thing day by day.
export { addDays, addMonths, ageOn, birthday, type CalendarDay, dayName, daysBetween, parseDay, type Weekday } from './day.js';
export { type Clock, type Instant, instantOfLondon, isTimeOfDay, londonDay, londonTime, parseInstant } from './instant.js';
export { bankHolidays, type Calendar, CalendarNotCovered, type Holiday, holidayOn, isWorkingDay } from './calendar.js';
export { addWorkingDays, deemedReceipt, nextWorkingDay, workingDaysBetween } from './working-days.js';
export { type DueExplanation, type DueQuestion, type ExplainedDay, explainDue, type WhyDay } from './explain-due.js';
