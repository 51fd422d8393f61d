import { type DrawFile, readDrawFile, valuesOf } from './draw-file.js';
import { readFrame } from './draw-frame.js';
import { logFits, stepFits } from './draw-log.js';
import { commitmentOf, isDrawSecret, readPlan } from './draw-plan.js';
import { isDrawCode, leadText } from './draw-text.js';
import { drawFrom, type DrawnService } from './draw-rank.js';

/**
 * The steps in which a draw is checked, in this order. `plan`, `frame`: the document is exact and the log has its hash; `commitment`: it
 * is that of secret and plan; `seed`: the lead's text is valid and the log has the seed; `rank`: the log has the ranking; `picks`: of each
 * service of the plan the first n, all where there are no more; `reserves`: the rest in order, the replacements taken from it in order,
 * and the log that closes the file.
 */
export type DrawStep = 'plan' | 'commitment' | 'frame' | 'seed' | 'rank' | 'picks' | 'reserves';

/** By service: `picks` as drawn, `standing` after the replacements, `complete` the services of which every case was taken. */
export type DrawResult =
  | {
      readonly ok: true;
      readonly picks: { readonly [service: string]: readonly string[] };
      readonly standing: { readonly [service: string]: readonly string[] };
      readonly complete: readonly string[];
    }
  | { readonly ok: false; readonly step: DrawStep | 'unreadable' };

type ByService = { readonly [service: string]: readonly string[] };

function sameLists(given: ByService, drawn: readonly DrawnService[], list: 'picks' | 'reserves'): boolean {
  const lists = new Map(Object.entries(given));
  return (
    lists.size === drawn.length &&
    drawn.every((one) => {
      const found = lists.get(one.service);
      return found?.length === one[list].length && one[list].every((reference, index) => found[index] === reference);
    })
  );
}

/** The picks after the replacements; null where one took the place of no pick, was not the next reserve, or gives no reason. */
function replaced(file: DrawFile, drawn: readonly DrawnService[]): Map<string, string[]> | null {
  const standing = new Map(drawn.map(({ service, picks }) => [service, [...picks]]));
  const waiting = new Map(drawn.map(({ service, reserves }) => [service, [...reserves].reverse()]));
  for (const one of file.taken) {
    const picks = standing.get(one.service);
    const place = picks?.indexOf(one.out) ?? -1;
    if (!picks || place < 0 || !isDrawCode(one.reason) || waiting.get(one.service)?.pop() !== one.in) return null;
    picks[place] = one.in;
  }
  return standing;
}

/** Replays a draw from its published file (JSON text of `teg-draw-file/1`) and names the first step that fails. */
export function verifyDraw(text: string): DrawResult {
  const file = readDrawFile(text);
  if (file === null) return { ok: false, step: 'unreadable' };
  const fails = (step: DrawStep): DrawResult => ({ ok: false, step });

  const plan = readPlan(file.plan);
  const frame = readFrame(file.frame);
  const drawn = plan && frame ? drawFrom(plan, frame, valuesOf(file, []).seed) : [];
  const values = valuesOf(file, drawn);

  if (plan === null || !stepFits(file.log, 'plan', values.plan)) return fails('plan');
  const isCommitted = isDrawSecret(file.secret) && file.commitment === commitmentOf(file.secret, file.plan);
  if (!isCommitted || !stepFits(file.log, 'commitment', values.commitment)) return fails('commitment');
  const services = plan.services.map((one) => one.service);
  const isOfPlan = frame && [...frame.cases, ...frame.excluded, ...frame.lists].every((one) => services.includes(one.service));
  if (!isOfPlan || !stepFits(file.log, 'frame', values.frame)) return fails('frame');
  if (leadText(file.text) !== file.text || !stepFits(file.log, 'seed', values.seed)) return fails('seed');
  if (!stepFits(file.log, 'rank', values.rank)) return fails('rank');
  if (!sameLists(file.picks, drawn, 'picks')) return fails('picks');
  const standing = replaced(file, drawn);
  if (!sameLists(file.reserves, drawn, 'reserves') || standing === null || !logFits(file, values)) return fails('reserves');

  return {
    ok: true,
    picks: file.picks,
    standing: Object.fromEntries(standing),
    complete: drawn.filter((one) => one.reserves.length === 0).map((one) => one.service),
  };
}
