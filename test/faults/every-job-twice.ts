// Loaded by `node --import` before the built service: whatever its worker puts into the queue is put in twice, schedules too. A second
// delivery has an id of its own, so the queue takes it for another job. Each that was handled is noted, killed or not.
import { appendFileSync } from 'node:fs';
import { Job, Queue } from 'bullmq';

const noteFile = process.env['FAULTS_SECOND_DELIVERIES'] ?? '';
if (noteFile === '') throw new Error('FAULTS_SECOND_DELIVERIES must name the file in which second deliveries are noted.');

const again = '-again';
const { addBulk, upsertJobScheduler } = Queue.prototype;
const { moveToCompleted } = Job.prototype;

Queue.prototype.addBulk = function (this: Queue, jobs) {
  const twice = jobs.flatMap((job) => [job, { ...job, opts: { ...job.opts, jobId: `${job.opts?.jobId ?? ''}${again}` } }]);
  return addBulk.call(this, twice) as never;
};
Queue.prototype.upsertJobScheduler = async function (this: Queue, id, repeat, template) {
  await upsertJobScheduler.call(this, `${id}${again}`, repeat, template);
  return upsertJobScheduler.call(this, id, repeat, template) as never;
};
Job.prototype.moveToCompleted = async function (this: Job, ...args) {
  const ended = await moveToCompleted.apply(this, args);
  if (this.id?.includes(again)) appendFileSync(noteFile, `${this.name}\n`);
  return ended;
};
