import { type CalendarDay, type Instant } from '#calendar';
import { type JsonObject, type StreamFile } from '#ledger';

export type DrawWindow = { readonly first: CalendarDay; readonly last: CalendarDay };
/** How many cases of which service are to be drawn. */
export type ServiceSize = { readonly service: string; readonly n: number };
/** A list that a service delivered as a file: the SHA-256 of its bytes, and where it lies. */
export type ListRef = { readonly service: string; readonly hash: string; readonly document: string; readonly version: number };
export type FrameSummary = {
  readonly hash: string;
  readonly services: readonly { readonly service: string; readonly cases: number; readonly excluded: number }[];
};
export type TakenReserve = {
  readonly service: string;
  readonly out: string;
  readonly in: string;
  readonly reason: string;
  readonly at: Instant;
};
/** An order to draw again: which attempt it ended, the reason as it is published, and the plan that it replaced. */
export type Redraw = { readonly attempt: number; readonly reason: string; readonly replaced: string; readonly at: Instant };

/**
 * What the file of a draw keeps as its facts. The secret is not among them: it lies in the dossier under the sealed view. `at`: when
 * each step of this attempt was taken. Null: not yet.
 */
export type DrawRecord = {
  /** Organisation that draws. */
  readonly oversight: string;
  readonly window: DrawWindow;
  readonly theme: string | null;
  readonly services: readonly ServiceSize[];
  readonly attempt: number;
  readonly planHash: string | null;
  readonly commitment: string | null;
  readonly lists: readonly ListRef[];
  readonly frame: FrameSummary | null;
  readonly at: { readonly [step in 'plan' | 'commitment' | 'frame' | 'seed' | 'rank']?: Instant };
  readonly taken: readonly TakenReserve[];
  /** Version of this attempt's published file; 0 while there is none. */
  readonly fileVersion: number;
  readonly redraws: readonly Redraw[];
  readonly isReminded: boolean;
};

export const drawRecordOf = (file: Pick<StreamFile, 'facts'>): DrawRecord => file.facts as unknown as DrawRecord;
export const drawFacts = (record: DrawRecord): JsonObject => record as unknown as JsonObject;

/** A draw of which nothing is fixed yet but what it is to be about. */
export const newDraw = (of: Pick<DrawRecord, 'oversight' | 'window' | 'theme' | 'services'>): DrawRecord => ({
  ...of,
  attempt: 1,
  planHash: null,
  commitment: null,
  lists: [],
  frame: null,
  at: {},
  taken: [],
  fileVersion: 0,
  redraws: [],
  isReminded: false,
});
