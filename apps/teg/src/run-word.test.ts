import { said } from './said.js';
import { words } from './words.js';

describe('the command line', () => {
  it('prints a page that names every word where none is given, and on --help', async () => {
    const page = await said();
    expect(page.code).toBe(0);
    expect(await said('--help')).toEqual(page);
    for (const { form, says } of Object.values(words)) {
      expect(page.out).toContain(form);
      expect(page.out).toContain(says);
    }
  });

  it('tells how one word is used', async () => {
    const { code, out } = await said('due-date', '--help');
    expect(code).toBe(0);
    expect(out).toContain('--received INSTANT');
  });

  it('refuses a word that there is not, also one that every object has', async () => {
    for (const word of ['due-dates', 'toString', '--json']) {
      const { code, out, err } = await said(word);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('The words are: due-date, verify-ledger');
    }
  });

  it.each(Object.keys(words))('%s refuses an option that it does not know, before it does anything', async (word) => {
    const { code, out, err } = await said(word, '--no-such-option');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain("Unknown option '--no-such-option'");
    expect(err).toContain(`Use: teg ${word}`);
  });
});
