import { type DrawFrame, frameDocument, readFrame, sha256hex } from '#proof';
import { type ListedCase } from './delivered-list.js';
import { type FrameSummary } from './draw-record.js';

/** A case of the record that belongs to the window: it qualifies, or the code says why not. */
export type FrameRow = { readonly service: string; readonly reference: string; readonly reason: string | null };
export type ReadList = { readonly service: string; readonly hash: string; readonly cases: readonly ListedCase[] };

export type ComposedFrame =
  | { readonly ok: true; readonly document: string; readonly summary: FrameSummary }
  | { readonly ok: false; readonly twice: readonly string[] };

/**
 * The frame of a draw: the cases of the record and those of the delivered lists. A case that stands in both is one case, as the record
 * has it, so that a list can add to what Teg holds and take nothing away. One reference for two services makes no frame.
 */
export function composeFrame(services: readonly string[], rows: readonly FrameRow[], lists: readonly ReadList[]): ComposedFrame {
  const serviceOf = new Map(rows.map(({ service, reference }) => [reference, service]));
  const twice = new Set<string>();
  const all: FrameRow[] = [...rows];
  for (const { service, cases } of lists) {
    for (const { reference, reason } of cases) {
      const known = serviceOf.get(reference);
      if (known !== undefined && known !== service) twice.add(reference);
      if (known !== undefined) continue;
      serviceOf.set(reference, service);
      all.push({ service, reference, reason });
    }
  }
  if (twice.size > 0) return { ok: false, twice: [...twice].sort() };
  const frame: DrawFrame = {
    cases: all.filter(({ reason }) => reason === null).map(({ service, reference }) => ({ service, reference })),
    excluded: all.flatMap(({ service, reference, reason }) => (reason === null ? [] : [{ service, reference, reason }])),
    lists: lists.map(({ service, hash }) => ({ service, hash })),
  };
  const document = frameDocument(frame);
  const count = (of: readonly { readonly service: string }[], service: string) =>
    of.filter((one) => one.service === service).length;
  const summary = services.map((service) => ({
    service,
    cases: count(frame.cases, service),
    excluded: count(frame.excluded, service),
  }));
  return { ok: true, document, summary: { hash: sha256hex(document), services: summary } };
}

/**
 * Cases of an earlier window that its frame does not list, because it was frozen before they were decided: they come into the next frame,
 * so that none is lost and none stands in two.
 */
export function stragglers(rows: readonly FrameRow[], earlierFrame: string): readonly FrameRow[] {
  const frame = readFrame(earlierFrame);
  if (frame === null) throw new Error('An earlier frame on record has not the form of one.');
  const listed = new Set([...frame.cases, ...frame.excluded].map(({ reference }) => reference));
  return rows.filter(({ reference }) => !listed.has(reference));
}
