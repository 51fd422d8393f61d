import { type Context, type NewDocument, type StreamFile } from '#ledger';
import { commitmentOf, sha256hex } from '#proof';
import { type GivenList, planOf } from './draw-order.js';
import { drawPaper, listPaper } from './draw-paper.js';
import { type DrawRecord, type ListRef } from './draw-record.js';
import { type DrawStep } from './draw-move.js';

/** A plan as it is fixed: the draw with it, what the event says, and the papers; the secret is sealed in the same statement. */
export type FixedPlan = { readonly record: DrawRecord; readonly step: DrawStep; readonly documents: readonly NewDocument[] };

/** Fixes the plan of an attempt and seals its secret. From here on the commitment binds both. */
export function fixPlan(
  file: StreamFile,
  wanted: DrawRecord,
  lists: readonly GivenList[],
  secret: string,
  { at }: Context,
): FixedPlan {
  const { document, hash } = planOf(wanted);
  const commitment = commitmentOf(secret, document);
  const delivered = lists.map((list) => deliver(file, wanted.lists, list));
  const replaced = new Set(lists.map(({ service }) => service));
  const record: DrawRecord = {
    ...wanted,
    planHash: hash,
    commitment,
    lists: [...wanted.lists.filter(({ service }) => !replaced.has(service)), ...delivered.map(({ ref }) => ref)],
    frame: null,
    at: { plan: at },
    taken: [],
    fileVersion: 0,
  };
  const { oversight, window, theme, services } = record;
  const data = {
    plan: hash,
    commitment,
    oversight,
    window,
    theme,
    services,
    lists: record.lists.map((one) => ({ service: one.service, hash: one.hash })),
  };
  return {
    record,
    step: { type: 'drawPlanned', data },
    documents: [
      drawPaper(file.id, wanted.attempt, 'drawPlan', document),
      drawPaper(file.id, wanted.attempt, 'drawSecret', secret),
      ...delivered.map(({ paper }) => paper),
    ],
  };
}

/** A list as it comes into the dossier: a later one of a service is a new version, and the record keeps both. */
export function deliver(
  file: StreamFile,
  known: readonly ListRef[],
  { service, bytes }: GivenList,
): { readonly ref: ListRef; readonly paper: NewDocument } {
  const version = (known.find((one) => one.service === service)?.version ?? 0) + 1;
  const paper = listPaper(file.id, service, version, bytes);
  return { ref: { service, hash: sha256hex(bytes), document: paper.id, version }, paper };
}
