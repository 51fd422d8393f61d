import { type Instant } from '#calendar';
import { type Head, issueCheckpoint, type NoteSigner, noteSigner, openNote, readCheckpoint } from '#proof';
import { type Pool } from 'pg';

/** The signer of this house's checkpoints, from its secret key (64 hexadecimal digits). Other bodies verify with its `verifierKey`. */
export const checkpointSigner = (key: string): NoteSigner => noteSigner('teg', Buffer.from(key, 'hex'));

/** What the newest checkpoint covers. `isNew` is false where nothing had happened since the one before. `root` is base64. */
export type WrittenCheckpoint = {
  readonly streams: number;
  readonly events: number;
  readonly root: string;
  readonly isNew: boolean;
};

/**
 * Signs the heads of all streams and keeps the note with the list it signs, for another body to fetch. `bell` logs in as teg_bell:
 * it sees heads only, no content. Where neither the heads nor the key have changed, the checkpoint on record is still the newest
 * and no second one is written. `at` is case time.
 */
export async function writeCheckpoint(bell: Pool, at: Instant, signer: NoteSigner): Promise<WrittenCheckpoint> {
  // One statement, so the heads are those of one moment; ids come in the order of their bytes, as the list wants them.
  const { rows } = await bell.query<Head>('select id as stream, seq, head from teg.heads()');
  const issued = issueCheckpoint(rows, at, signer);
  const covers = { streams: issued.size, events: issued.events, root: issued.root };
  if ((await newestRoot(bell, signer)) === issued.root) return { ...covers, isNew: false };
  const list = issued.kept.slice(issued.note.length + 1);
  await bell.query('insert into teg.checkpoint (at, events, streams, note, heads) values ($1, $2, $3, $4, $5)', [
    at,
    issued.events,
    issued.size,
    issued.note,
    list,
  ]);
  return { ...covers, isNew: true };
}

/** The root of the newest checkpoint, if this very key signed it. */
async function newestRoot(bell: Pool, signer: NoteSigner): Promise<string | null> {
  const { rows } = await bell.query<{ note: string }>('select note from teg.checkpoint order by id desc limit 1');
  const opened = openNote(rows[0]?.note ?? '', [signer.verifierKey]);
  return opened.ok ? (readCheckpoint(opened.text)?.root ?? null) : null;
}
