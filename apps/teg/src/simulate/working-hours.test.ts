import { deskAfter, nextDesk, panelAfter, sentAt } from './working-hours.js';

describe('when the service works', () => {
  it('is four in the afternoon of London, in summer and winter, never on a bank holiday', () => {
    expect(nextDesk('2026-07-01T10:00:00.000Z')).toBe('2026-07-01T15:00:00.000Z');
    expect(nextDesk('2026-12-24T16:30:00.000Z')).toBe('2026-12-29T16:00:00.000Z');
    expect(deskAfter('2026-12-24T16:00:00.000Z', 1)).toBe('2026-12-29T16:00:00.000Z');
    expect(sentAt('2026-12-25T20:00:00.000Z')).toBe('2026-12-26T16:00:00.000Z');
  });

  it('puts a panel on the first Wednesday that leaves two working days', () => {
    expect(panelAfter('2026-11-20T16:00:00.000Z')).toBe('2026-11-25T16:00:00.000Z');
    expect(panelAfter('2026-11-24T16:00:00.000Z')).toBe('2026-12-02T16:00:00.000Z');
  });
});
