import { randomUUID } from 'node:crypto';
import { type Calendar, type CalendarDay } from '#calendar';
import { type Context, type Json, Ledger, type Outcome, type Refused, refused, type StreamFile, type Written } from '#ledger';
import { may, rooms } from '#people';
import { Injectable } from '@nestjs/common';
import { day, type Fields, listOf, optional, part, type Said, shapeOfFields, words } from '../../moves/field.js';
import { faultsOfBody, nothingFound, readBody } from '../../moves/read-body.js';

const fields = {
  added: listOf(part({ date: day, title: words(100) }), 40),
  removed: optional(listOf(day, 40)),
} as const satisfies Fields;

/** The body, for the description of the API. */
export const learnOfHolidayShape = shapeOfFields(fields);

export type NewCalendar = { readonly version: string };
type Given = { readonly key?: string | undefined };

/** Every calendar of working days is a version of this one file. */
const calendarKey = 'calendar:england-and-wales';

/**
 * A bank holiday was proclaimed, or moved: a new version of the calendar, in force from now on. What was counted with the old one is
 * counted again by the worker, file by file, once it hears of it (`RecountClocks`). `body` is what was sent, unread.
 */
@Injectable()
export class LearnOfHoliday {
  constructor(private readonly ledger: Ledger) {}

  run(asker: string, body: Json, { key }: Given = {}): Promise<Outcome<NewCalendar>> {
    const of = [{ key: calendarKey, kind: 'calendar', newId: randomUUID() }] as const;
    return this.ledger.write<NewCalendar>(asker, { of, key, request: body }, ([file], context) =>
      file === undefined ? refused('notFound') : learned(file, body, context),
    );
  }
}

function learned(file: StreamFile, body: Json, context: Context): Written<NewCalendar> | Refused {
  if (!may(context.asker, 'changeCalendar')) return refused('notYours');
  const faults = faultsOfBody(fields, body);
  if (faults.length > 0) return refused('invalid', { faults });
  const read = readBody(fields, body, nothingFound);
  if (!read.ok) return refused('invalid', { faults: read.faults });
  const { added, removed } = read.said as Said<typeof fields>;
  const wrong = [...faultsOfAdded(added, context.calendar), ...faultsOfRemoved(removed ?? [], context.calendar)];
  if (added.length + (removed ?? []).length === 0) wrong.push({ pointer: '/added', code: 'missing' });
  if (wrong.length > 0) return refused('invalid', { faults: wrong });

  const version = `ew-${context.today}-${file.version + 1}`;
  const kept = context.calendar.holidays.filter(({ date }) => !(removed ?? []).includes(date));
  const holidays = [...kept.map(({ date, title }) => ({ date, title })), ...added].sort((a, b) => (a.date < b.date ? -1 : 1));
  const { from: coversFrom, to: coversTo } = context.calendar.covers;
  return {
    did: [
      {
        file,
        events: [
          {
            type: 'calendarChanged',
            data: {
              version,
              after: context.calendar.version,
              added: added.map(({ date }) => date),
              removed: [...(removed ?? [])],
            },
          },
        ],
        rooms: [rooms.administration],
        calendars: [{ version, coversFrom, coversTo, holidays }],
        ...(!file.exists && { keys: [{ key: calendarKey, isUnique: true }] }),
      },
    ],
    value: { version },
  };
}

const isCovered = (date: CalendarDay, { covers }: Calendar): boolean => covers.from <= date && date <= covers.to;
const isHoliday = (date: CalendarDay, { holidays }: Calendar): boolean => holidays.some((one) => one.date === date);

const faultsOfAdded = (added: readonly { readonly date: CalendarDay }[], calendar: Calendar) =>
  added.flatMap(({ date }, index) => {
    const isTwice = added.findIndex((one) => one.date === date) < index;
    if (isHoliday(date, calendar) || isTwice) return [{ pointer: `/added/${index}/date`, code: 'holidayKnown' }];
    return isCovered(date, calendar) ? [] : [{ pointer: `/added/${index}/date`, code: 'notCovered' }];
  });

const faultsOfRemoved = (removed: readonly CalendarDay[], calendar: Calendar) =>
  removed.flatMap((date, index) => (isHoliday(date, calendar) ? [] : [{ pointer: `/removed/${index}`, code: 'holidayUnknown' }]));
