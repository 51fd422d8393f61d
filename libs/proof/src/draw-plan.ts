import { isSha256, sha256hex } from './digest.js';
import { documentOf, isDrawCode, readDocument } from './draw-text.js';

/**
 * What is fixed before anything else. `window`: first and last day, both included; `theme`: a code, or null for none; `attempt`: 1, a
 * redraw 2 and so on; `facts`: any others, a name with one or two values.
 */
export type DrawPlan = {
  readonly oversight: string;
  readonly window: { readonly first: string; readonly last: string };
  readonly theme: string | null;
  readonly attempt: number;
  readonly services: readonly { readonly service: string; readonly n: number }[];
  readonly facts?: readonly (readonly [name: string, ...values: string[]])[];
};

const header = 'teg-plan/1';
const named = ['oversight', 'window', 'theme', 'attempt', 'service'];

const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00.000Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};
const countOf = (text: string | undefined): number | null =>
  text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;

/** The plan document; a RangeError where the plan could not be read back as it is. */
export function planDocument(plan: DrawPlan): string {
  const text = documentOf(header, [
    `oversight\t${plan.oversight}`,
    `window\t${plan.window.first}\t${plan.window.last}`,
    `theme\t${plan.theme ?? 'none'}`,
    `attempt\t${plan.attempt}`,
    ...plan.services.map(({ service, n }) => `service\t${service}\t${n}`),
    ...(plan.facts ?? []).map((fact) => fact.join('\t')),
  ]);
  if (readPlan(text) === null || plan.theme === 'none') throw new RangeError('the plan of a draw has no such form');
  return text;
}

/** Reads a plan document; null unless it is exact and complete, with each service once. */
export function readPlan(text: string): DrawPlan | null {
  const rows = readDocument(text, header);
  if (rows === null || rows.some(([name = '', ...values]) => !isDrawCode(name) || values.length < 1 || values.length > 2))
    return null;
  const only = (name: string, values: number): string[] | null => {
    const found = rows.filter((row) => row[0] === name);
    return found.length === 1 && found[0]?.length === values + 1 ? found[0].slice(1) : null;
  };
  const [oversight] = only('oversight', 1) ?? [];
  const [first, last] = only('window', 2) ?? [];
  const [theme] = only('theme', 1) ?? [];
  const attempt = countOf(only('attempt', 1)?.[0]);
  const services = rows
    .filter((row) => row[0] === 'service')
    .map(([, service = '', n]) => ({ service, n: countOf(n) }))
    .filter((one): one is { service: string; n: number } => one.n !== null && isDrawCode(one.service));
  if (oversight === undefined || first === undefined || last === undefined || theme === undefined || attempt === null)
    return null;
  if (!isDay(first) || !isDay(last) || first > last || !isDrawCode(theme)) return null;
  if (services.length === 0 || services.length !== rows.filter((row) => row[0] === 'service').length) return null;
  if (new Set(services.map((one) => one.service)).size !== services.length) return null;
  const facts = rows
    .filter(([name = '']) => !named.includes(name))
    .map(([name = '', ...values]): readonly [string, ...string[]] => [name, ...values]);
  return {
    oversight,
    window: { first, last },
    theme: theme === 'none' ? null : theme,
    attempt,
    services,
    ...(facts.length > 0 ? { facts } : {}),
  };
}

/** Whether the text is a secret: 32 bytes as 64 lower-case hex digits. */
export const isDrawSecret = isSha256;

/** What is published with the plan, so that the secret cannot be chosen afterwards. */
export const commitmentOf = (secret: string, plan: string): string =>
  sha256hex(`teg-commitment/1\n${secret}\n${sha256hex(plan)}\n`);
