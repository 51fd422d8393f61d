import { type Fault, type Json, type JsonObject } from '#ledger';
import { noticeShape } from './notice.shape.js';
import { hasPath, step } from './shape.js';

/** Answers without which nothing can be begun. The child's name and birth date are looked at by check-notice.ts. */
const mustBeAnswered =
  /^(force|source|child|offences|offences\.\d+|offences\.\d+\.(cjs_code|offence_date)|admission|admission\.overall|not_yet_known.*)$/;

/** The value at a dotted path; undefined where a list has no such entry, null where nothing was sent. */
function valueAt(sent: Json, path: string): Json | undefined {
  let at: Json | undefined = sent;
  for (const name of path.split('.')) {
    if (at === null || at === undefined) return at;
    if (Array.isArray(at)) at = (at as readonly Json[])[Number(name)];
    else at = (at as JsonObject)[name] ?? null;
  }
  return at;
}

/** "Not yet known" is an answer: a null whose path stands in the list. Anything else in the list contradicts itself. */
export function faultsOfNotYetKnown(notice: Json, paths: readonly (string | null)[]): readonly Fault[] {
  return paths.flatMap((path, index): Fault[] => {
    const pointer = step('/notice/not_yet_known', index);
    const value = path !== null && hasPath(noticeShape, path) ? valueAt(notice, path) : undefined;
    if (path === null || value === undefined) return [{ pointer, code: 'noSuchPath' }];
    if (mustBeAnswered.test(path)) return [{ pointer, code: 'mustBeAnswered' }];
    return value === null ? [] : [{ pointer, code: 'alreadyAnswered' }];
  });
}
