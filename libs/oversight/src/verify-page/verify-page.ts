import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import cy from './verify-page.cy.json' with { type: 'json' };
import en from './verify-page.en.json' with { type: 'json' };

const texts = { en, cy } satisfies Record<'en' | 'cy', typeof en>;

/**
 * The page that checks a draw without a network, whole in one file. Its arithmetic is written a second time, from docs/draw-format.md and
 * not from libs/proof, so that two programs must agree; a test holds them against each other.
 */
export function verifyPage(): string {
  const template = readFileSync(join(import.meta.dirname, 'verify-page.html'), 'utf8');
  const [before, after, ...more] = template.split('/*texts*/{}');
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('The page has not one place for its texts.');
  // A "<" within a script could end it.
  return `${before}${JSON.stringify(texts, null, 2).replaceAll('<', '\\u003c')}${after}`;
}
