import { type AnyJob, JobsNotCovered, oneHandlerEach } from './job.js';
import { jobNames, jobTable, queueNames } from './job-table.js';

const handlers = (names: readonly string[]) =>
  names.map((name) => ({ name, run: () => Promise.resolve(0) })) as unknown as readonly AnyJob[];

describe('the handlers of the jobs', () => {
  it('are found by name where each job has one', () => {
    expect([...oneHandlerEach(handlers(jobNames)).keys()]).toEqual([...jobNames]);
  });

  it('are refused where a job has none, and where it has two: the message names it', () => {
    expect(() => oneHandlerEach(handlers(jobNames.filter((name) => name !== 'sweep')))).toThrow(
      new JobsNotCovered('Each job needs exactly one handler: sweep has 0.'),
    );
    expect(() => oneHandlerEach(handlers([...jobNames, 'tell-event']))).toThrow(
      new JobsNotCovered('Each job needs exactly one handler: tell-event has 2.'),
    );
  });
});

describe('the table of jobs', () => {
  it('gives each a queue that a worker runs', () => {
    expect(new Set(Object.values(jobTable).map(({ queue }) => queue))).toEqual(new Set(queueNames));
  });
});
