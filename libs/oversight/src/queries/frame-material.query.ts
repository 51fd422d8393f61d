import { type Query } from '#ledger';
import { composeFrame, type ComposedFrame, type FrameRow, type ReadList, stragglers } from '../draws/compose-frame.js';
import { readDeliveredList } from '../draws/delivered-list.js';
import { type DrawRecord, type DrawWindow, type ListRef } from '../draws/draw-record.js';
import { drivingOffences } from '../draws/draw-themes.js';

/** What a freeze needs of the record: the version of the draw it was read for, the frame, and services of which there is no list. */
export type FrameMaterial = {
  readonly version: number;
  readonly missing: readonly string[];
  readonly frame: ComposedFrame | null;
};

/**
 * Reads what a frame is made of, as the scrutiny lead may see it; null where the draw is not theirs. The cases themselves stay behind
 * their own rooms: only references and codes come through `teg.draw_frame`.
 */
export async function frameMaterial(query: Query, reference: string): Promise<FrameMaterial | null> {
  const [draw] = await query<{ id: string; version: number; state: string; facts: DrawRecord; isLead: boolean }>(
    `select id, version, state, facts, 'scrutinyLead' = any (teg.my_roles()) as "isLead" from teg.stream where kind = 'draw' and reference = $1`,
    [reference],
  );
  if (!draw) return null;
  const { id, version, state, facts: record } = draw;
  if (state !== 'committed' || !draw.isLead) return { version, missing: [], frame: null };
  const services = record.services.map(({ service }) => service);
  const lists = record.lists.filter(({ service }) => services.includes(service));
  const known = await query<{ code: string }>("select code from teg.organisation where kind = 'yjs' and code = any ($1)", [
    services,
  ]);
  const missing = services.filter(
    (service) => ![...known.map(({ code }) => code), ...lists.map((one) => one.service)].includes(service),
  );
  if (missing.length > 0) return { version, missing, frame: null };
  const rows = [...(await frameRows(query, services, record.window, record.theme)), ...(await late(query, record))];
  const delivered: ReadList[] = [];
  for (const list of lists) delivered.push(await deliveredList(query, id, list));
  return { version, missing, frame: composeFrame(services, unique(rows), delivered) };
}

const frameRows = (
  query: Query,
  services: readonly string[],
  { first, last }: DrawWindow,
  theme: string | null,
): Promise<FrameRow[]> =>
  query<FrameRow>('select service, reference, reason from teg.draw_frame($1, $2, $3, $4, $5)', [
    services,
    first,
    last,
    theme ?? 'none',
    drivingOffences,
  ]);

/** A case that was transferred between two frames may be read for two windows; the first that names it counts. */
function unique(rows: readonly FrameRow[]): readonly FrameRow[] {
  const seen = new Set<string>();
  return rows.filter(({ reference }) => !seen.has(reference) && seen.add(reference));
}

async function deliveredList(query: Query, stream: string, { service, hash, document, version }: ListRef): Promise<ReadList> {
  const [row] = await query<{ file: Buffer }>('select file from teg.document where stream = $1 and id = $2 and version = $3', [
    stream,
    document,
    version,
  ]);
  const read = readDeliveredList(row?.file ?? Buffer.alloc(0));
  if (!row || !read.ok) throw new Error('A list on record cannot be read.');
  return { service, hash, cases: read.cases };
}

/** Cases of the last window before this one that were decided after its frame was frozen. */
async function late(query: Query, { oversight, theme, services, window }: DrawRecord): Promise<readonly FrameRow[]> {
  const earlier = await query<{ facts: DrawRecord; frame: Buffer }>(
    `select s.facts, (select d.file from teg.document d where d.stream = s.id and d.kind = 'drawFrame' order by d.seq desc limit 1) as frame
     from teg.stream s
     where s.kind = 'draw' and s.state in ('frozen', 'textGiven', 'revealed', 'published') and s.facts ->> 'oversight' = $1
       and s.facts ->> 'theme' is not distinct from $2 and s.facts #>> '{window,last}' < $3
     order by s.facts #>> '{window,last}' desc`,
    [oversight, theme, window.first],
  );
  const rows: FrameRow[] = [];
  const open = new Set(services.map(({ service }) => service));
  for (const { facts, frame } of earlier) {
    const its = facts.services.map(({ service }) => service).filter((service) => open.delete(service));
    if (its.length > 0) rows.push(...stragglers(await frameRows(query, its, facts.window, theme), frame.toString('utf8')));
  }
  return rows;
}
