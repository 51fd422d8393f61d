import { type Instant } from '#calendar';

/** What is to be done with which case, and when. */
export type Due<T> = { readonly at: Instant; readonly number: number; readonly what: T };

/** What lies ahead of a service, in order of time; at one moment in the order of the cases. */
export type Diary<T> = {
  readonly add: (due: Due<T>) => void;
  /** Takes everything of the next moment out of it; empty when nothing lies ahead. */
  readonly next: () => readonly Due<T>[];
  readonly length: () => number;
};

export function diary<T>(): Diary<T> {
  const moments = new Map<Instant, Due<T>[]>();
  // Few moments lie ahead at any time, so a sorted list is as good as a heap.
  let ahead: Instant[] = [];
  let length = 0;
  return {
    add: (due) => {
      const there = moments.get(due.at);
      if (there) there.push(due);
      else {
        moments.set(due.at, [due]);
        const place = ahead.findIndex((at) => at > due.at);
        ahead = place < 0 ? [...ahead, due.at] : [...ahead.slice(0, place), due.at, ...ahead.slice(place)];
      }
      length += 1;
    },
    next: () => {
      const [at, ...rest] = ahead;
      if (at === undefined) return [];
      ahead = rest;
      const found = moments.get(at) ?? [];
      moments.delete(at);
      length -= found.length;
      return found.sort((one, other) => one.number - other.number);
    },
    length: () => length,
  };
}
