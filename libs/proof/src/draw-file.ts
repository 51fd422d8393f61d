import { sha256hex } from './digest.js';
import { readFrame } from './draw-frame.js';
import { commitmentOf, isDrawSecret, readPlan } from './draw-plan.js';
import { drawFrom, type DrawnService, seedOf } from './draw-rank.js';
import { leadText } from './draw-text.js';

/** A reserve took the place of a pick that fell out. `reason` is a code. */
export type Replacement = { readonly service: string; readonly out: string; readonly in: string; readonly reason: string };

export type DrawLogEntry = { readonly step: string; readonly at: string; readonly hash: string };

/**
 * The published file of a draw, `teg-draw-file/1`. `plan` and `frame` are the exact documents. `picks` and `reserves` are those of the
 * ranking; `taken` says in order which reserve took the place of which pick since. `log`: one entry for each step, `plan`, `commitment`,
 * `frame`, `seed` (the text was given), `rank` (the draw was made), `taken` for each replacement, and the `seal`, with the hash of what
 * that step fixed.
 */
export type DrawFile = {
  readonly format: 'teg-draw-file/1';
  readonly plan: string;
  readonly commitment: string;
  readonly frame: string;
  readonly text: string;
  readonly secret: string;
  readonly picks: { readonly [service: string]: readonly string[] };
  readonly reserves: { readonly [service: string]: readonly string[] };
  readonly taken: readonly Replacement[];
  readonly log: readonly DrawLogEntry[];
};

/** The steps of the arithmetic that have a value of their own in the log. */
export const valueSteps = ['plan', 'commitment', 'frame', 'seed', 'rank'] as const;
export type ValueStep = (typeof valueSteps)[number];

/** The hash of a ranking: `teg-rank/1`, then `service TAB reference` in rank order, the services in the plan's order, each line with LF. */
export const rankHash = (drawn: readonly DrawnService[]): string =>
  sha256hex(
    `teg-rank/1\n${drawn.flatMap(({ service, picks, reserves }) => [...picks, ...reserves].map((one) => `${service}\t${one}\n`)).join('')}`,
  );

export const takenHash = (one: Replacement): string =>
  sha256hex(`teg-taken/1\n${one.service}\t${one.out}\t${one.in}\t${one.reason}\n`);

/** Over the whole log and the seal's own time: without it a changed time would fit no hash and be found by none. */
export const sealHash = (entries: readonly DrawLogEntry[], at: string): string =>
  sha256hex(`teg-draw-log/1\n${entries.map((one) => `${one.step}\t${one.at}\t${one.hash}\n`).join('')}seal\t${at}\n`);

/** What each step fixes: the hash of the document, the commitment, the seed, the hash of the ranking. */
export const valuesOf = (
  file: Pick<DrawFile, 'plan' | 'commitment' | 'frame' | 'text' | 'secret'>,
  drawn: readonly DrawnService[],
): { readonly [step in ValueStep]: string } => ({
  plan: sha256hex(file.plan),
  commitment: file.commitment,
  frame: sha256hex(file.frame),
  seed: seedOf(file.secret, file.frame, file.text),
  rank: rankHash(drawn),
});

/**
 * Makes the file from the documents, the secret, the text, the replacements so far and when each step was taken (instants). After each
 * later replacement it is made again. A RangeError where a document, the text or the secret is not valid: then nothing may be published;
 * whether the replacements were the next in order, `verifyDraw` says.
 */
export function drawFile(
  given: Pick<DrawFile, 'plan' | 'frame' | 'text' | 'secret'> & {
    readonly at: { readonly [step in ValueStep]: string };
    readonly taken?: readonly (Replacement & { readonly at: string })[];
  },
): DrawFile {
  const [plan, frame] = [readPlan(given.plan), readFrame(given.frame)];
  if (plan === null || frame === null || leadText(given.text) !== given.text || !isDrawSecret(given.secret)) {
    throw new RangeError('the plan, frame, text or secret of the draw is not valid');
  }
  const commitment = commitmentOf(given.secret, given.plan);
  const drawn = drawFrom(plan, frame, seedOf(given.secret, given.frame, given.text));
  const documents = { plan: given.plan, commitment, frame: given.frame, text: given.text, secret: given.secret };
  const values = valuesOf(documents, drawn);
  const taken = (given.taken ?? []).map(({ service, out, in: into, reason }) => ({ service, out, in: into, reason }));
  const entries = [
    ...valueSteps.map((step) => ({ step, at: given.at[step], hash: values[step] })),
    ...taken.map((one, index) => ({ step: 'taken', at: given.taken?.[index]?.at ?? '', hash: takenHash(one) })),
  ];
  const at = entries.at(-1)?.at ?? '';
  return {
    format: 'teg-draw-file/1',
    ...documents,
    picks: Object.fromEntries(drawn.map(({ service, picks }) => [service, picks])),
    reserves: Object.fromEntries(drawn.map(({ service, reserves }) => [service, reserves])),
    taken,
    log: [...entries, { step: 'seal', at, hash: sealHash(entries, at) }],
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const hasOnly = (value: unknown, names: readonly string[]): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && Object.keys(value).sort().join() === [...names].sort().join();
const isListOf = (value: unknown, names: readonly string[]) =>
  Array.isArray(value) && value.every((one) => hasOnly(one, names) && Object.values(one).every(isText));
const isByService = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((list) => Array.isArray(list) && list.every(isText));

/** Reads the JSON text of a draw file; null where it is no such file (its members and their kinds; what they say is not judged here). */
export function readDrawFile(text: string): DrawFile | null {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return null;
  }
  const texts = ['plan', 'commitment', 'frame', 'text', 'secret'];
  if (!hasOnly(file, ['format', ...texts, 'picks', 'reserves', 'taken', 'log'])) return null;
  const { format, picks, reserves, taken, log } = file;
  const isFile =
    format === 'teg-draw-file/1' &&
    texts.every((name) => isText(file[name])) &&
    isByService(picks) &&
    isByService(reserves) &&
    isListOf(taken, ['service', 'out', 'in', 'reason']) &&
    isListOf(log, ['step', 'at', 'hash']);
  return isFile ? (file as unknown as DrawFile) : null;
}
