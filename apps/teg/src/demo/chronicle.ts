import { type Instant } from '#calendar';
import { type SeenNotice, type SeenRule } from '../player/case-answers.js';
import { type Problem } from '../player/reply.js';

/** One thing that happened in a story, as the service answered it. */
export type Entry = {
  readonly at: Instant;
  readonly kind: 'did' | 'refused' | 'law' | 'alert';
  readonly who: string;
  readonly says: string;
};

/** What is told of a story, in the order in which it happened. */
export type Chronicle = {
  readonly entries: readonly Entry[];
  readonly add: (entry: Entry) => void;
};

export function chronicle(): Chronicle {
  const entries: Entry[] = [];
  return { entries, add: (entry) => void entries.push(entry) };
}

/** `referring-supervisor-2@vale.test` as a person reads it. */
export const roleInWords = (email: string): string => (email.split('@')[0] ?? email).replaceAll('-', ' ').replace(/ \d+$/, '');

/** `awaitingPoliceDecision` as a person reads it. */
export const codeInWords = (code: string): string => code.replace(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase();

const helps: { readonly [help in SeenRule['help']]: string } = {
  record: 'what helps: to record it',
  obtain: 'what helps: somebody’s authority or presence',
  wait: 'what helps: to wait for it',
  none: '',
};

/** Why the service said no: each rule in its own words, or each fault, or what is possible instead. */
export function whyNot({ because, detail, rules = [], faults = [], possible = [] }: Problem): string {
  if (rules.length > 0) return (rules as readonly SeenRule[]).map(({ says, help }) => (helps[help] === '' ? says : `${says} (${helps[help]})`)).join(' ');
  if (faults.length > 0) return faults.map(({ pointer, says, code }) => `${pointer} ${says ?? code ?? ''}`).join('; ');
  const instead = possible.length > 0 ? ` Possible now: ${possible.slice(0, 6).map(codeInWords).join(', ')}.` : '';
  return `${detail ?? because}${instead}`;
}

/** A notice that warns; a notice of whose turn it is does not. */
export const isAlert = ({ clock, code }: SeenNotice): boolean =>
  clock !== null || ['chargingLimitBeforePanel', 'eighteenBeforeDelivery', 'limitWasMissed', 'streetNoticePattern', 'childMissing'].includes(code);

export const alertEntry = ({ at, role, says }: SeenNotice): Entry => ({ at, kind: 'alert', who: 'alert', says: `${says} (${codeInWords(role)})` });
