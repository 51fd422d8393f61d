import { readFileSync } from 'node:fs';
import {
  bankHolidays,
  type Calendar,
  CalendarNotCovered,
  type DueExplanation,
  explainDue,
  isTimeOfDay,
  parseInstant,
} from '#calendar';
import { readArguments } from '../read-arguments.js';
import { Halt, type Word } from '../word.js';
import { calendarIn } from './calendar-in.js';
import { tellDueDate } from './tell-due-date.js';

/** The day something is due that was received then, and why, day by day. Working days of England and Wales, days in London. */
export const dueDate: Word = async (args, print, form) => {
  const { values } = readArguments(form, args, {
    received: { type: 'string' },
    'working-days': { type: 'string', default: '15' },
    'cut-off': { type: 'string', default: '17:00' },
    calendar: { type: 'string' },
    lang: { type: 'string', default: 'en' },
    json: { type: 'boolean', default: false },
  });
  if (values.received === undefined)
    throw new Halt('When was it received? Give --received, for instance --received 2026-12-24T16:55:00Z.');
  const receivedAt = parseInstant(values.received);
  if (receivedAt === null)
    throw new Halt(
      `"${values.received}" is no instant. Write day, time and offset: 2026-12-24T16:55:00Z, or 2026-07-24T16:55:00+01:00.`,
    );
  const workingDays = Number(values['working-days']);
  if (!/^\d{1,4}$/.test(values['working-days']))
    throw new Halt(`--working-days is a whole number from 0 to 9999, not "${values['working-days']}".`);
  const cutOff = values['cut-off'] === 'none' ? null : values['cut-off'];
  if (cutOff !== null && !isTimeOfDay(cutOff))
    throw new Halt(`--cut-off is a time in London as 17:00, or none; not "${cutOff}".`);
  if (values.lang !== 'en' && values.lang !== 'cy') throw new Halt(`--lang is en or cy, not "${values.lang}".`);

  const question = { receivedAt, cutOff, workingDays };
  const told = explain(calendarNamed(values.calendar), question);
  print.out(values.json ? `${JSON.stringify({ ...question, ...told })}\n` : tellDueDate(values.lang, question, told));
  return 0;
};

function explain(
  calendar: Calendar,
  question: { receivedAt: string; cutOff: string | null; workingDays: number },
): DueExplanation {
  try {
    return explainDue(calendar, question);
  } catch (error) {
    if (!(error instanceof CalendarNotCovered)) throw error;
    const { from, to } = calendar.covers;
    throw new Halt(
      `The calendar ${calendar.version} knows the bank holidays from ${from} to ${to} only, and the answer needs ${error.day}. Give a calendar that covers it with --calendar FILE.`,
    );
  }
}

function calendarNamed(name: string | undefined): Calendar {
  if (name === undefined || name === bankHolidays.version) return bankHolidays;
  let text: string;
  try {
    text = readFileSync(name, 'utf8');
  } catch {
    throw new Halt(`"${name}" is neither the calendar ${bankHolidays.version} nor a file that can be read.`);
  }
  const calendar = calendarIn(text);
  if (!calendar)
    throw new Halt(
      `${name} is no calendar. One looks like {"version": "...", "covers": {"from": "2026-01-01", "to": "2028-12-31"}, "holidays": [{"date": "2026-12-25", "title": "Christmas Day"}]}.`,
    );
  return calendar;
}
