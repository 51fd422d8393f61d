import { daysBetween, parseDay } from '#calendar';
import { type Fault } from '#ledger';
import { isDrawCode, type DrawPlan, planDocument, sha256hex } from '#proof';
import { readDeliveredList } from './delivered-list.js';
import { type DrawRecord, type DrawWindow, type ServiceSize } from './draw-record.js';
import { isDrawTheme } from './draw-themes.js';

/** A list with its bytes, as a service delivered it. */
export type GivenList = { readonly service: string; readonly bytes: Buffer };

/** What a draw is to be about, as it was asked for. */
export type DrawOrder = {
  readonly window: DrawWindow;
  readonly services: readonly ServiceSize[];
  readonly theme: string | null;
  readonly lists: readonly GivenList[];
};

/** A window holds at most a year: each of its days is a key of the record. */
const longestDays = 366;
const largest = 100_000;

/** Everything that is wrong with an order, at once, with where it stands in the body. */
export function orderFaults({ window, services, theme, lists }: DrawOrder): readonly Fault[] {
  const faults: Fault[] = [];
  const given = services.map(({ service }) => service);
  if (parseDay(window.first) === null || parseDay(window.last) === null) faults.push({ pointer: '/window', code: 'day' });
  else if (window.last < window.first) faults.push({ pointer: '/window', code: 'windowBackwards' });
  else if (daysBetween(window.first, window.last) >= longestDays) faults.push({ pointer: '/window', code: 'windowTooLong' });
  if (services.length === 0) faults.push({ pointer: '/services', code: 'missing' });
  services.forEach(({ service, n }, index) => {
    if (!isDrawCode(service)) faults.push({ pointer: `/services/${index}/service`, code: 'drawCode' });
    if (!Number.isInteger(n) || n < 1 || n > largest)
      faults.push({ pointer: `/services/${index}/n`, code: 'whole', values: { min: 1, max: largest } });
    if (given.indexOf(service) !== index) faults.push({ pointer: `/services/${index}/service`, code: 'serviceTwice' });
  });
  if (theme !== null && !isDrawTheme(theme)) faults.push({ pointer: '/theme', code: 'themeUnknown' });
  return [...faults, ...lists.flatMap((list, index) => listFaults(list, index, given, lists))];
}

function listFaults(
  { service, bytes }: GivenList,
  index: number,
  services: readonly string[],
  lists: readonly GivenList[],
): readonly Fault[] {
  const pointer = `/lists/${index}`;
  if (!services.includes(service)) return [{ pointer: `${pointer}/service`, code: 'serviceNotPlanned' }];
  if (lists.findIndex((one) => one.service === service) !== index)
    return [{ pointer: `${pointer}/service`, code: 'serviceTwice' }];
  const read = readDeliveredList(bytes);
  return read.ok ? [] : read.faults.map(({ line, code }) => ({ pointer, code, values: { line } }));
}

/**
 * The plan of a draw as the exact document. A plan that replaces another says so: which, and why, so that the published file shows what
 * the record shows.
 */
export function planOf(record: DrawRecord): { readonly document: string; readonly hash: string } {
  const last = record.redraws.at(-1);
  const plan: DrawPlan = {
    oversight: record.oversight,
    window: record.window,
    theme: record.theme,
    attempt: record.attempt,
    services: record.services,
    ...(last && {
      facts: [
        ['replaces', last.replaced],
        ['reason', last.reason],
      ] as const,
    }),
  };
  const document = planDocument(plan);
  return { document, hash: sha256hex(document) };
}
