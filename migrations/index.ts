// The schema, forward only: one file a change, never edited once it has run anywhere. The ledger runs them; nobody else.
// Start with 0001-the-record.sql for the tables and 0002-the-door.sql for who may do what.
export { TheRecord1764000000001 } from './0001-the-record.js';
export { TheDoor1764000000002 } from './0002-the-door.js';
export { TheMachineAndTheCalendar1764000000003 } from './0003-the-machine-and-the-calendar.js';
export { ViewsAndNotices1764000000004 } from './0004-views-and-notices.js';
export { TheDraw1764000000005 } from './0005-the-draw.js';
export { OutOfSight1764000000006 } from './0006-out-of-sight.js';
export { WhatIsConfirmed1764000000007 } from './0007-what-is-confirmed.js';
export { WhatFollows1764000000008 } from './0008-what-follows.js';
export { DaysThatCome1764000000009 } from './0009-days-that-come.js';
