import { addDays } from '#calendar';
import { type StreamKey } from '#ledger';
import { canonical, sha256hex } from '#proof';
import { type DrawRecord, type DrawWindow } from './draw-record.js';

/**
 * Each day of a service belongs to one draw of a body and theme: so a case belongs to one window, and a plan that is sent again, or
 * with a window shifted by a day, is a duplicate and no second throw. Drawing again is ordered on the draw itself, with a reason.
 */
export const dayKeys = ({ oversight, theme, services, window }: DrawRecord): readonly StreamKey[] =>
  services.flatMap(({ service }) =>
    daysOf(window).map((day) => ({ key: `drawDay:${sha256hex(canonical([oversight, theme, service, day]))}`, isUnique: true })),
  );

export function daysOf({ first, last }: DrawWindow): readonly string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Under which a prepared draw waits for its plan: whoever plans that very window takes it up. */
export const preparedKey = (oversight: string, { first, last }: DrawWindow): string =>
  `drawPrepared:${oversight}:${first}:${last}`;
