import { type Fault, type Json } from '#ledger';

const maxDepth = 32;
// What JSON.parse has accepted consists of nothing but these; the order matters: a string may contain any of the others.
const tokens = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[{}[\],:]|true|false|null/g;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
const halfCharacter = /\p{Surrogate}/u;

type Level = { readonly keys: Set<string> | null; at: string | number };

export type ReadJson = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * JSON from bytes, refusing what JSON.parse would quietly accept: other encodings, a byte order mark, a name that stands twice (the
 * last would win), names that reach into prototypes, nesting beyond 32 levels, numbers that become infinite, and text that
 * PostgreSQL cannot store. Every fault is named with its JSON pointer.
 */
export function readJson(bytes: Uint8Array): ReadJson {
  const fault = (code: string): ReadJson => ({ ok: false, faults: [{ pointer: '', code }] });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fault('notUtf8');
  }
  if (text.startsWith('\uFEFF')) return fault('byteOrderMark');
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return fault('notJson');
  }
  const faults = faultsOf(text);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value };
}

function faultsOf(text: string): readonly Fault[] {
  const faults: Fault[] = [];
  const levels: Level[] = [];
  const pointer = () => levels.map((level) => `/${String(level.at).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  const found = (code: string, values?: { max: number }) => faults.push({ pointer: pointer(), code, ...(values && { values }) });
  let isName = false;
  for (const [token] of text.matchAll(tokens)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      if (levels.length === maxDepth) return [...faults, { pointer: pointer(), code: 'tooDeep', values: { max: maxDepth } }];
      levels.push(token === '{' ? { keys: new Set(), at: '' } : { keys: null, at: 0 });
      isName = token === '{';
    } else if (token === '}' || token === ']') {
      levels.pop();
    } else if (token === ',') {
      if (level?.keys) isName = true;
      else if (level) level.at = Number(level.at) + 1;
    } else if (token.startsWith('"')) {
      const string = JSON.parse(token) as string;
      if (isName && level?.keys) {
        level.at = string;
        if (level.keys.has(string)) found('repeatedKey');
        if (forbidden.has(string)) found('forbiddenKey');
        level.keys.add(string);
        isName = false;
      }
      if (halfCharacter.test(string) || string.includes('\0')) found('textNotStorable');
    } else if (/^-?\d/.test(token) && !Number.isFinite(Number(token))) {
      found('numberTooLarge');
    }
  }
  return faults;
}
