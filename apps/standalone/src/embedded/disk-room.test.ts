import { tmpdir } from 'node:os';
import { isDiskFull } from './disk-room.js';

describe('room for the database', () => {
  it('is missing where not a byte can be written, and there where tests work', () => {
    expect(isDiskFull('/proc')).toBe(true);
    expect(isDiskFull(tmpdir())).toBe(false);
  });
});
