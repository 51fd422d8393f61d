import { parseDay } from '#calendar';
import { type FactRow, factRows } from './fact-rows.js';
import { ruleOf } from './judge.js';
import { type RuleId, ruleIds } from './rule-id.js';

export type FactFault = 'factUnknown' | 'factComesOtherwise' | 'factNotYours' | 'factValueWrong';

/** A local rule that is not there to protect the child: the only kind that a sergeant may lift. */
export const isLiftable = (rule: RuleId): boolean => {
  const [version] = ruleOf(rule);
  return version.reach === 'local' && !version.protective;
};

const isLiftableRule = (value: unknown): boolean => ruleIds.some((rule) => rule === value && isLiftable(rule));

function isValueOf(row: FactRow, value: unknown): boolean {
  if (row.value === 'boolean') return typeof value === 'boolean';
  if (row.value === 'day') return typeof value === 'string' && parseDay(value) !== null;
  if (row.value === 'rules') return Array.isArray(value) && value.every(isLiftableRule);
  if (row.value === 'person') return typeof value === 'string' && value !== '';
  if (row.value === 'code') return typeof value === 'string' && (row.codes ?? []).includes(value);
  return false;
}

/**
 * Why nobody, or nobody of these roles, may record that value as that fact by itself; null where it may be recorded. What comes with
 * an event or a paper of its own (an admission, a consent, a police file) is never recorded here.
 */
export function factFault(fact: string, value: unknown, roles: readonly string[]): FactFault | null {
  const row = (factRows as { readonly [fact: string]: FactRow | undefined })[fact];
  if (row === undefined) return 'factUnknown';
  if (row.by.length === 0) return 'factComesOtherwise';
  if (!roles.some((role) => row.by.includes(role))) return 'factNotYours';
  return isValueOf(row, value) ? null : 'factValueWrong';
}
