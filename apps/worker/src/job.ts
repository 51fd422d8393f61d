import { type JobName, jobNames, type JobPayloads } from './job-table.js';

/** The one handler of a job. The answer counts what it found to do. */
export type Job<Name extends JobName = JobName> = { readonly name: Name; run(payload: JobPayloads[Name]): Promise<number> };

export type AnyJob = { [Name in JobName]: Job<Name> }[JobName];

/** A job without a handler, or with two: the worker does not start. */
export class JobsNotCovered extends Error {}

/** The handlers by name; throws JobsNotCovered unless each job of the table has exactly one. */
export function oneHandlerEach(jobs: readonly AnyJob[]): ReadonlyMap<string, AnyJob> {
  const faults = jobNames
    .map((name) => ({ name, handlers: jobs.filter((job) => job.name === name).length }))
    .filter(({ handlers }) => handlers !== 1)
    .map(({ name, handlers }) => `${name} has ${handlers}`);
  if (faults.length > 0) throw new JobsNotCovered(`Each job needs exactly one handler: ${faults.join(', ')}.`);
  return new Map(jobs.map((job) => [job.name, job]));
}
