import { commitmentOf, drawFile, type DrawFile, sha256hex, verifyDraw } from '#proof';
import { type OpenedDraw } from '../queries/opened-draw.query.js';
import { type DrawRecord } from './draw-record.js';

/**
 * The file of a draw as it is published, made from the papers on record and checked before anybody sees it. Throws where the papers are
 * not those whose hashes were published, or the file does not verify: then nothing may be published.
 */
export function publishedFile(record: DrawRecord, { plan, frame, text, secret }: OpenedDraw): DrawFile {
  const isAsPublished =
    sha256hex(plan) === record.planHash &&
    sha256hex(frame) === record.frame?.hash &&
    commitmentOf(secret, plan) === record.commitment;
  const { plan: planned, commitment, frame: frozen, seed, rank } = record.at;
  if (
    !isAsPublished ||
    planned === undefined ||
    commitment === undefined ||
    frozen === undefined ||
    seed === undefined ||
    rank === undefined
  )
    throw new Error('The papers of the draw are not those whose hashes were published.');
  const file = drawFile({
    plan,
    frame,
    text,
    secret,
    at: { plan: planned, commitment, frame: frozen, seed, rank },
    taken: record.taken,
  });
  if (!verifyDraw(JSON.stringify(file)).ok) throw new Error('The file of the draw does not verify.');
  return file;
}
