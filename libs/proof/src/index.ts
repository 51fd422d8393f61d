// What anybody can check without us: canonical text, the hash chain of a stream, signed checkpoints, an exported ledger, a draw.
// It must never touch a database, a clock or a die: secrets, salts and times are handed in. Its formats are promises to other bodies.
// Start with event-chain.ts and checkpoint.ts for the ledger, with verify-draw.ts for the draw.
export { canonical, type Json } from './canonical.js';
export { isSha256, payloadDigest, sha256hex } from './digest.js';
export {
  type ChainedEvent,
  type ChainEvent,
  type ChainResult,
  eventHash,
  eventLine,
  genesis,
  verifyChain,
} from './event-chain.js';
export { type Head, headLine, type MerkleTree, merkleTree, rootOf } from './merkle-tree.js';
export { isVerifierKey, type NoteSigner, noteSigner, type OpenedNote, openNote } from './signed-note.js';
export {
  type Checkpoint,
  checkpointText,
  issueCheckpoint,
  type IssuedCheckpoint,
  type KeptCheckpoint,
  readCheckpoint,
  readKeptCheckpoint,
} from './checkpoint.js';
export { type ExportHeader, headerLine } from './export-header.js';
export {
  type ExportOptions,
  type ExportResult,
  type ExportVerifier,
  exportVerifier,
  type WhyAltered,
} from './export-verifier.js';
export { verifyExport, verifyExportBytes } from './verify-export.js';
export { type ExampleExport, exampleExport, exampleSigner, exampleStream, exportOf } from './example-export.js';
export { isDrawCode, leadText } from './draw-text.js';
export { commitmentOf, type DrawPlan, isDrawSecret, planDocument, readPlan } from './draw-plan.js';
export { type DrawFrame, frameDocument, readFrame } from './draw-frame.js';
export { drawFrom, type DrawnService, firstOfRank, rankOf, scoreOf, seedOf } from './draw-rank.js';
export { type DrawFile, drawFile, type DrawLogEntry, type Replacement } from './draw-file.js';
export { type DrawResult, type DrawStep, verifyDraw } from './verify-draw.js';
