import { type RuleSource } from './rule.js';

/** What a mark may be about, beside a rule. */
export const markKinds = ['clock', 'effect', 'cause', 'charging', 'limit', 'number', 'gravity', 'penalty', 'street', 'guard'] as const;
export type MarkKind = (typeof markKinds)[number];

/**
 * What carries a mark of its own beside the rules: a deadline, a legal effect, a row of another table. `version` says what exactly was read and confirmed; a
 * row that a release changes has another one, and is confirmed anew.
 */
export type Mark = {
  readonly name: string;
  readonly kind: MarkKind;
  readonly source: RuleSource;
  readonly status: 'verified' | 'toBeConfirmed';
  readonly version: string;
};
