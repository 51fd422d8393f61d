// The one door to the record: two calls, `decide` between them, and everything or nothing is written; reads that are noted.
// It must never decide anything about a case, and nothing else may write to the record (the database's grants say so too).
// Start with ledger.ts; migrations/0002-the-door.sql is its other half.
export * from './stream-file.js';
export * from './change.js';
export * from './outcome.js';
export { Ledger, type Order } from './ledger.js';
export { Reader, type Purpose, type Query } from './reader.js';
export { documentHash } from './seal.js';
export { checkpointSigner, writeCheckpoint, type WrittenCheckpoint } from './checkpoint.js';
export { type Logins, migrate } from './migrate.js';
export { poolOf, recordSource } from './data-source.js';
export { refuseBypassingRole, RoleBypassesSecurity } from './refuse-bypassing-role.js';
/** The person as whom jobs act; it sees only the files that a job names. */
export const machine = '00000000-0000-4000-8000-000000000001';
