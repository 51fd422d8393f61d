import { type Heard } from './acknowledged.js';
import { type ComputerClock } from './computer-clock.js';
import { type Settled } from './judge-alerts.js';
import { type RunningService } from './running-teg.js';
import { type Dice } from './seeded.js';
import { type SmallDisk } from './small-disk.js';

/** Where a run of faults takes place: the service that is hurt, what it stands on, and what was heard of it. */
export type Scene = {
  readonly service: RunningService;
  /** The Redis of its queue; null where the queue lives in PostgreSQL. */
  readonly redisUrl: string | null;
  readonly dice: Dice;
  readonly heard: Heard;
  /** When the case clock was moved and the service had handled all that fell due, in that order. */
  readonly settled: Settled[];
  /** The clock of the computer, where it can be moved. */
  readonly computer: ComputerClock | null;
  /** The disk of its data folder, where it can be filled. */
  readonly disk: SmallDisk | null;
};
