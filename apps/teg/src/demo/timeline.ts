import { type Instant } from '#calendar';

/** Waits until case time has come there. */
export type Until = (instant: Instant) => Promise<void>;

type Waiting = { readonly at: Instant; readonly order: number; readonly goOn: () => void };

/**
 * Plays several stories on one clock that only moves forward. Each is an ordinary async function that waits by `until`; only one of them
 * runs at a time, always the one whose moment comes first, so that the same folder is always played in the same order.
 */
export async function playTogether(startsAt: Instant, moveTo: (instant: Instant) => Promise<void>, stories: readonly ((until: Until) => Promise<void>)[]): Promise<void> {
  const waiting: Waiting[] = [];
  let now = startsAt;
  let order = 0;
  let failure: { readonly error: unknown } | null = null;
  let pause = (): void => undefined;

  const until: Until = (at) =>
    new Promise((goOn) => {
      order += 1;
      waiting.push({ at, order, goOn });
      pause();
    });
  /** Lets a story run until it waits again or has ended. */
  const run = async (begin: () => void): Promise<void> => {
    const paused = new Promise<void>((done) => (pause = done));
    begin();
    await paused;
    if (failure) throw failure.error;
  };

  for (const story of stories) {
    await run(() => {
      void story(until).then(
        () => pause(),
        (error: unknown) => {
          failure = { error };
          pause();
        },
      );
    });
  }
  while (waiting.length > 0) {
    waiting.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.order - b.order));
    const next = waiting.shift();
    if (next === undefined) break;
    if (next.at > now) {
      await moveTo(next.at);
      now = next.at;
    }
    await run(next.goOn);
  }
}
