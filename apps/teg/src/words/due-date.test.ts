import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { said } from '../said.js';

const christmasEve = ['due-date', '--received', '2026-12-24T16:55:00Z'];

describe('teg due-date', () => {
  it('a referral of Christmas Eve at 16:55 is due at panel on 19 January 2027, and every day says why', async () => {
    const { code, out, err } = await said(...christmasEve);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.split('\n');
    expect(lines[0]).toBe('Due 2027-01-19: Tuesday 19 January 2027');
    expect(lines[1]).toBe(
      'Received Thursday 24 December 2026 at 16:55 in London; cut-off 17:00; working days to count: 15; calendar ew-2026-02.',
    );
    expect(lines.slice(3, 9)).toEqual([
      '2026-12-24  Thu    0  day of receipt, not itself counted',
      '2026-12-25  Fri       bank holiday: Christmas Day',
      '2026-12-26  Sat       weekend',
      '2026-12-27  Sun       weekend',
      '2026-12-28  Mon       bank holiday: Boxing Day, on a substitute day',
      '2026-12-29  Tue    1  working day',
    ]);
    expect(lines.slice(-2)).toEqual(['2027-01-19  Tue   15  working day (due)', '']);
    expect(lines.slice(3, -1)).toHaveLength(27);
  });

  it('ten minutes later it is deemed received after Christmas and due a day later', async () => {
    const { out } = await said('due-date', '--received', '2026-12-24T17:05:00+00:00');
    expect(out).toContain('Due 2027-01-20: Wednesday 20 January 2027');
    expect(out).toContain('2026-12-24  Thu       received at or after 17:00: deemed received on the next working day');
    expect(out).toContain('2026-12-29  Tue    0  deemed day of receipt, not itself counted');
  });

  it('counts from the calendar day where the clock has no cut-off', async () => {
    const { out } = await said('due-date', '--received', '2026-11-22T23:50:00Z', '--cut-off', 'none', '--working-days', '1');
    expect(out.split('\n')).toEqual([
      'Due 2026-11-23: Monday 23 November 2026',
      'Received Sunday 22 November 2026 at 23:50 in London; no cut-off; working days to count: 1; calendar ew-2026-02.',
      '',
      '2026-11-22  Sun    0  day of receipt, not itself counted',
      '2026-11-23  Mon    1  working day (due)',
      '',
    ]);
  });

  it('speaks Welsh', async () => {
    const { out } = await said(...christmasEve, '--lang', 'cy');
    expect(out).toContain('Yn ddyledus 2027-01-19: Dydd Mawrth 19 Ionawr 2027');
    expect(out).toContain('gŵyl banc: Dydd Nadolig');
    expect(out).not.toMatch(/bank holiday|weekend|working|January|Christmas/);
  });

  it('gives the same as codes for programs', async () => {
    const { out } = await said(...christmasEve, '--json');
    const told = JSON.parse(out) as { days: unknown[] };
    expect(told).toMatchObject({
      receivedAt: '2026-12-24T16:55:00.000Z',
      cutOff: '17:00',
      workingDays: 15,
      dayZero: '2026-12-24',
      dueOn: '2027-01-19',
      calendar: 'ew-2026-02',
    });
    expect(told.days[1]).toEqual({
      on: '2026-12-25',
      weekday: 'friday',
      counts: null,
      why: 'bankHoliday',
      holiday: 'Christmas Day',
    });
  });

  it('counts with a calendar of one’s own', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'teg-calendar-')), 'calendar.json');
    writeFileSync(
      file,
      JSON.stringify({
        version: 'trial',
        covers: { from: '2026-12-01', to: '2027-01-31' },
        holidays: [{ date: '2026-12-29', title: 'Trial day' }],
      }),
    );
    const { out } = await said(...christmasEve, '--working-days', '3', '--calendar', file);
    expect(out).toContain('Due 2026-12-30: Wednesday 30 December 2026');
    expect(out).toContain('bank holiday: Trial day');
  });

  it.each([
    [['due-date'], 'Give --received'],
    [['due-date', '--received', '2026-12-24T16:55'], 'is no instant'],
    [[...christmasEve, '--working-days', '-1'], "Option '--working-days' argument is ambiguous"],
    [[...christmasEve, '--working-days', '1.5'], 'whole number'],
    [[...christmasEve, '--cut-off', '5pm'], '--cut-off is a time in London'],
    [[...christmasEve, '--lang', 'de'], '--lang is en or cy'],
    [[...christmasEve, '--calendar', '/nowhere/calendar.json'], 'neither the calendar ew-2026-02 nor a file'],
    [[...christmasEve, '--calendar', join(import.meta.dirname, 'due-date.en.json')], 'is no calendar'],
    [['due-date', '--received', '2028-12-24T16:55:00Z'], 'from 2019-01-01 to 2028-12-31 only'],
    [[...christmasEve, 'extra'], '"extra" is one argument too many'],
  ])('%j is refused and says what to do', async (line, advice) => {
    const { code, out, err } = await said(...line);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(advice);
  });
});
