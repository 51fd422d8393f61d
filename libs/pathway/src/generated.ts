export { pathways } from './pathways.js';
export { tableFile } from './table-file.js';
