import { type Calendar, parseDay } from '#calendar';

type Loose = {
  readonly version?: unknown;
  readonly covers?: { readonly from?: unknown; readonly to?: unknown };
  readonly holidays?: unknown;
};

/** The calendar that a file's text holds, or null. A version, the days it covers, and its bank holidays. */
export function calendarIn(text: string): Calendar | null {
  let loose: Loose | null;
  try {
    loose = JSON.parse(text) as Loose | null;
  } catch {
    return null;
  }
  const [version, from, to, holidays] = [loose?.version, loose?.covers?.from, loose?.covers?.to, loose?.holidays];
  if (typeof version !== 'string' || !isDay(from) || !isDay(to) || from > to || !Array.isArray(holidays)) return null;
  const listed = (holidays as readonly unknown[]).map(holidayIn);
  return listed.every((one) => one !== null) ? { version, covers: { from, to }, holidays: listed } : null;
}

const isDay = (value: unknown): value is string => typeof value === 'string' && parseDay(value) !== null;

function holidayIn(value: unknown): Calendar['holidays'][number] | null {
  const { date, title, isSubstitute } = (value ?? {}) as { date?: unknown; title?: unknown; isSubstitute?: unknown };
  if (!isDay(date) || typeof title !== 'string') return null;
  return { date, title, ...(isSubstitute === true ? { isSubstitute: true } : {}) };
}
