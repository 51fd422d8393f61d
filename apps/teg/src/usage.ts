import { words } from './words.js';

const headings = {
  offline: 'Offline: no service, no database',
  client: 'Of the running service: TEG_URL, else http://127.0.0.1:$PORT (3000)',
  own: 'With a service of its own, which is removed afterwards',
  operator: 'For the operator',
} as const;

/** The page that `teg` and `teg --help` print. */
export function usage(): string {
  const parts = (['offline', 'client', 'own', 'operator'] as const).map((kind) => {
    const lines = Object.values(words).filter((word) => word.kind === kind).map((word) => `  teg ${word.form}\n      ${word.says}\n`);
    return `${headings[kind]}\n${lines.join('')}`;
  });
  return `Teg: a decision engine for youth out-of-court disposals in England and Wales\n\n${parts.join('\n')}\nExit codes: 0 done; 1 the answer is no (refused, altered, does not hold); 2 it could not be asked.\n`;
}
