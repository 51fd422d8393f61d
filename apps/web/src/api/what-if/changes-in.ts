import { type CalendarDay, type Instant, parseDay, parseInstant } from '#calendar';
import { type Changes } from '#casework';
import { type Fault } from '#ledger';
import { refuse } from '../../shell/refused-request.js';

type Asked = {
  readonly received?: string;
  readonly holiday?: string;
  readonly 'no-holiday'?: string;
  readonly 'panel-limit'?: number;
};
type Read<T> = { readonly value: T } | { readonly fault: Fault };

/** The changes that a query asks for; `receivedOn` where it names a day and no time. Refuses what is no day or instant. */
export function changesIn(query: Asked): { readonly changes: Changes; readonly receivedOn: CalendarDay | undefined } {
  const received = receivedIn(query.received);
  const holidays = daysIn(query.holiday, '/holiday');
  const noHolidays = daysIn(query['no-holiday'], '/no-holiday');
  const faults = [received, holidays, noHolidays].flatMap((read) => ('fault' in read ? [read.fault] : []));
  if ('fault' in received || 'fault' in holidays || 'fault' in noHolidays) throw refuse('invalid', { faults });
  const { at, on } = received.value;
  const panelLimit = query['panel-limit'];
  return {
    changes: {
      holidays: holidays.value,
      noHolidays: noHolidays.value,
      ...(at !== undefined && { received: at }),
      ...(panelLimit !== undefined && { panelLimit }),
    },
    receivedOn: on,
  };
}

function receivedIn(text: string | undefined): Read<{ readonly at?: Instant; readonly on?: CalendarDay }> {
  if (text === undefined) return { value: {} };
  const on = parseDay(text);
  if (on !== null) return { value: { on } };
  // A plus sign in an address is read as a space.
  const at = parseInstant(text.replace(' ', '+'));
  return at === null ? { fault: { pointer: '/received', code: 'moment' } } : { value: { at } };
}

function daysIn(text: string | undefined, pointer: string): Read<readonly CalendarDay[]> {
  const days = text === undefined ? [] : text.split(',').map((part) => parseDay(part.trim()));
  const known = days.filter((day) => day !== null);
  return known.length === days.length ? { value: known } : { fault: { pointer, code: 'day' } };
}
