import { type PoolClient } from 'pg';
import { type ToldEvent } from '../notices.js';

/**
 * What Teg owes once an event has happened, beside telling it. It runs in the transaction (as teg_bell) that takes the event out of the
 * outbox, before it is told: at least once, and again where the telling failed, so it must not mind.
 */
export type Sequel = (event: ToldEvent, bell: PoolClient) => Promise<void>;

/** By the event's type; most events have none. */
export type Sequels = ReadonlyMap<string, Sequel>;
