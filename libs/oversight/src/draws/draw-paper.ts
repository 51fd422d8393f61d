import { type NewDocument } from '#ledger';
import { uuidOf } from './uuid-of.js';

export type PaperKind = 'drawPlan' | 'drawSecret' | 'drawFrame' | 'drawText';

const ofText = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/**
 * A paper of one attempt as the exact bytes, so that the dossier's hash of it is the hash that is published. The secret alone is sealed:
 * nobody reads it before the text of its attempt is on record (`teg.opened_draw`).
 */
export const drawPaper = (stream: string, attempt: number, kind: PaperKind, text: string): NewDocument => ({
  id: uuidOf(`${stream} ${kind} ${attempt}`),
  version: 1,
  kind,
  view: kind === 'drawSecret' ? 'sealed' : 'everyone',
  file: ofText(text),
  mediaType: 'text/plain',
});

/** The published file of an attempt; each reserve that is taken makes another version. */
export const publishedPaper = (stream: string, attempt: number, version: number, file: object): NewDocument => ({
  id: uuidOf(`${stream} drawFile ${attempt}`),
  version,
  kind: `drawFile-${attempt}`,
  view: 'everyone',
  file: ofText(`${JSON.stringify(file, null, 2)}\n`),
  mediaType: 'application/json',
});

/** A delivered list as it came. A later one of the same service is another version of it. */
export const listPaper = (stream: string, service: string, version: number, bytes: Buffer): NewDocument => ({
  id: uuidOf(`${stream} list ${service}`),
  version,
  kind: 'drawList',
  view: 'everyone',
  file: bytes.toString('base64'),
  mediaType: 'text/plain',
});
