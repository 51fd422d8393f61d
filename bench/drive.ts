import { performance } from 'node:perf_hooks';

export type Driven = { readonly perSecond: number; readonly p50: number; readonly p95: number; readonly p99: number };

/** Does `work` for each item with so many callers at once; times in milliseconds. */
export async function drive<T>(items: readonly T[], callers: number, work: (item: T) => Promise<void>): Promise<Driven> {
  const took = new Float64Array(items.length);
  let next = 0;
  const caller = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const begun = performance.now();
      await work(items[index] as T);
      took[index] = performance.now() - begun;
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: callers }, caller));
  const seconds = (performance.now() - begun) / 1000;
  took.sort();
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { perSecond: items.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
