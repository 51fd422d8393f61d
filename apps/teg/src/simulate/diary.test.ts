import { diary } from './diary.js';

describe('what lies ahead', () => {
  it('comes moment by moment, and at one moment in the order of the cases', () => {
    const ahead = diary<string>();
    const add = (at: string, number: number, what: string) => ahead.add({ at, number, what });
    add('2026-04-02T15:00:00.000Z', 2, 'b');
    add('2026-04-01T15:00:00.000Z', 3, 'c');
    add('2026-04-02T15:00:00.000Z', 1, 'a');
    expect(ahead.length()).toBe(3);
    expect(ahead.next().map(({ what }) => what)).toEqual(['c']);
    expect(ahead.next().map(({ what }) => what)).toEqual(['a', 'b']);
    expect([ahead.next(), ahead.length()]).toEqual([[], 0]);
  });
});
