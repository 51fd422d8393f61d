/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

function textOf(value: string): string {
  // A lone surrogate has no UTF-8, so two different texts would get one digest.
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('a text with half a surrogate pair has no canonical form');
  return JSON.stringify(value);
}

/**
 * The one JSON text of a value, after RFC 8785: no white space; the members of an object in ascending order of their names by UTF-16
 * code units; texts and numbers as ECMAScript's JSON.stringify writes them (-0 is 0); nothing is normalised, so two Unicode forms of a
 * word differ. Throws a TypeError for what is not JSON (undefined, NaN, a date, any other class), instead of leaving it out: what is
 * left out would be protected by no digest.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return textOf(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonical).join(',')}]`;
  if (typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value))) {
    const members = Object.entries(value as { readonly [key: string]: Json }).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${textOf(name)}:${canonical(member)}`).join(',')}}`;
  }
  throw new TypeError(`no JSON: ${typeof value}`);
}
