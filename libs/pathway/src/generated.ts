// What tools/pathways.mjs needs beside the library's own exports: never imported by anything that runs.
export { clocksIn } from './clocks-in.js';
export { exits } from './drawing/exits.js';
export { layout } from './drawing/layout.js';
export { caseEventTypes } from './events/case-event.js';
export { checkModel, isFaulty } from './model/check.js';
export { transitionsOf, withoutTransition } from './model/deletions.js';
export { machineOf, pathways } from './pathways.js';
export { isMissed } from './situations/situation.js';
export { situationsOf } from './situations/situations-of.js';
export { tableFile } from './table-file.js';
