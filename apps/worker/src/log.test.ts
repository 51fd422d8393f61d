import { failureOf, type LogLine, seldom } from './log.js';

describe('what the log says of a failure', () => {
  it('is its kind, its code and the file it arose in; never its message, never a path of this machine', () => {
    const error = Object.assign(new Error('Key (email)=(rhys@example.test) already exists.'), { code: '23505' });
    const line = failureOf(error);
    expect(line).toMatchObject({ failure: 'Error', sqlState: '23505' });
    expect(line.where).toMatch(/log\.test\.ts:\d+/);
    expect(JSON.stringify(line)).not.toMatch(/rhys|\/apps\//);
  });

  it('is what it can be for what is no error', () => {
    expect(failureOf('away')).toEqual({ failure: 'string', sqlState: null, where: null });
    expect(failureOf(undefined)).toEqual({ failure: 'undefined', sqlState: null, where: null });
  });

  it('is not repeated while it is the same', () => {
    const said: LogLine[] = [];
    const log = seldom((line) => void said.push(line));
    const line = { code: 'workerError', queue: 'alerts', failure: 'Error', sqlState: null };
    for (let times = 0; times < 1_000; times += 1) log(line);
    log({ ...line, queue: 'outbox' });
    expect(said).toEqual([line, { ...line, queue: 'outbox' }]);
  });
});
