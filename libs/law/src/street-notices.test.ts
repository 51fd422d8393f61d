import { isStreetNoticePattern } from './street-notices.js';
import table from './tables/street-notices.json' with { type: 'json' };

describe('resolutions given in the street', () => {
  it('local policy: the third within twelve months makes a pattern, a day later does not', () => {
    expect([table.count, table.months, table.status]).toEqual([3, 12, 'toBeConfirmed']);
    expect(isStreetNoticePattern(['2026-01-10', '2026-06-01', '2027-01-10'])).toBe(true);
    expect(isStreetNoticePattern(['2026-01-10', '2026-06-01', '2027-01-11'])).toBe(false);
  });

  it('local policy: two are none, in whatever order they became known three are', () => {
    expect(isStreetNoticePattern([])).toBe(false);
    expect(isStreetNoticePattern(['2026-01-10', '2026-01-11'])).toBe(false);
    expect(isStreetNoticePattern(['2026-11-14', '2026-01-10', '2026-06-01'])).toBe(true);
  });

  it('local policy: any three that lie near enough, also after others that do not', () => {
    expect(isStreetNoticePattern(['2024-01-01', '2026-01-10', '2026-06-01', '2026-09-01'])).toBe(true);
  });
});
