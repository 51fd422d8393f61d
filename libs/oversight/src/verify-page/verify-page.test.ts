import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type DrawFile, drawFile, frameDocument, planDocument, sha256hex, verifyDraw } from '#proof';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { openBrowser } from '../../../../test/world/browser.js';
import cy from './verify-page.cy.json' with { type: 'json' };
import en from './verify-page.en.json' with { type: 'json' };
import { verifyPage } from './verify-page.js';

const checkedIn = join(import.meta.dirname, '../../../../docs/verify-draw.html');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const plan = planDocument({
  oversight: 'south-wales-commissioner',
  window: { first: '2026-09-01', last: '2026-10-31' },
  theme: null,
  attempt: 2,
  services: [
    { service: 'vale', n: 3 },
    { service: 'gwent', n: 5 },
  ],
  facts: [
    ['reason', 'The list of Gwent was not whole.'],
    ['replaces', sha256hex('the plan before')],
  ],
});
const frame = frameDocument({
  cases: [
    ...Array.from({ length: 8 }, (_, n) => ({ service: 'vale', reference: `VG-26-7KQ4M${n}` })),
    ...Array.from({ length: 2 }, (_, n) => ({ service: 'gwent', reference: `GW-26-${n}` })),
  ],
  excluded: [{ service: 'vale', reference: 'VG-26-9XC7RT', reason: 'sentToCourt' }],
  lists: [{ service: 'gwent', hash: sha256hex('a file') }],
});
const secret = '0123456789abcdef'.repeat(4);
const at = {
  plan: '2026-11-02T09:00:00.000Z',
  commitment: '2026-11-02T09:00:00.000Z',
  frame: '2026-11-09T09:00:00.000Z',
  seed: '2026-11-10T14:30:00.000Z',
  rank: '2026-11-10T14:30:01.000Z',
};
const documents = { plan, frame, text: 'Calon Lân “🎲” <b>', secret, at };
const first = drawFile(documents);
const [out = '', kept = ''] = first.picks['vale'] ?? [];
const [into = ''] = first.reserves['vale'] ?? [];
const file = drawFile({
  ...documents,
  taken: [{ service: 'vale', out, in: into, reason: 'memberRecused', at: '2026-11-12T08:00:00.000Z' }],
});
const whole = JSON.stringify(file, null, 2);
const with_ = (change: Partial<DrawFile>): string => JSON.stringify({ ...file, ...change });

const tampered: readonly [string, string][] = [
  ['plan', with_({ plan: plan.replace('vale\t3', 'vale\t4') + ' ' })],
  ['commitment', with_({ secret: secret.replace('0', '1') })],
  ['frame', with_({ frame: frame.replace('VG-26-7KQ4M1', 'VG-26-7KQ4N1') })],
  ['seed', with_({ text: 'Calon Lan “🎲” <b>' })],
  ['rank', with_({ log: file.log.map((entry) => (entry.step === 'rank' ? { ...entry, hash: sha256hex('another') } : entry)) })],
  ['picks', with_({ picks: { ...file.picks, vale: [...(file.picks['vale'] ?? [])].reverse() } })],
  ['reserves', with_({ taken: [] })],
  ['unreadable', whole.slice(0, -3)],
];

/** Every kind of alteration, spread over the whole file. */
function* alterations(): Generator<string> {
  const compact = JSON.stringify(file);
  for (let place = 0; place < compact.length; place += 1)
    for (const other of ['x', '0', '"', '\\t', '', '\uFEFF', '\u00e9']) {
      if (place % 3 === other.length % 3 || compact[place] === other) continue;
      yield compact.slice(0, place) + other + compact.slice(place + 1);
    }
}

jest.setTimeout(180_000);

describe('the page that checks a draw', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let folder: string;
  let asked: string[];
  let said: string[];
  beforeAll(async () => {
    browser = await openBrowser();
    folder = mkdtempSync(join(tmpdir(), 'teg-verify-'));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    // axe is put into the page, whose own policy lets nothing in.
    context = await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    page = await context.newPage();
    [asked, said] = [[], []];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('console', (message) => said.push(message.text()));
    await page.goto(pathToFileURL(checkedIn).href);
  });
  afterEach(async () => {
    expect(said).toEqual([]);
    await context.close();
  });

  async function check(text: string, name = 'draw.json'): Promise<string> {
    const path = join(folder, name);
    writeFileSync(path, text);
    await page.setInputFiles('#file', path);
    await page.press('button.go', 'Enter');
    await page.waitForFunction("document.activeElement.id === 'verdict'");
    return (await page.textContent('#answer')) ?? '';
  }
  const seriousOf = async () => {
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string; nodes: { html: string }[] }[] };
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };

  it('is the one that is checked in as docs/verify-draw.html (npm run docs writes it)', () => {
    expect(readFileSync(checkedIn, 'utf8')).toBe(verifyPage());
  });

  it('is whole in one file and asks for nothing: from file://, with its own policy against the network', async () => {
    await check(whole);
    expect(asked).toEqual([pathToFileURL(checkedIn).href]);
    const html = verifyPage();
    expect(html).not.toMatch(/https?:|\bsrc=|<link|@import|url\(|fetch\(|XMLHttpRequest|innerHTML/);
    expect(html).toContain("default-src 'none'");
    const held = await browser.newContext({ offline: true });
    const strict = await held.newPage();
    await strict.goto(pathToFileURL(checkedIn).href);
    expect(await strict.evaluate("fetch('http://127.0.0.1:1/').then(() => 'sent', (error) => error.name)")).toBe('TypeError');
    await strict.setInputFiles('#file', { name: 'draw.json', mimeType: 'application/json', buffer: Buffer.from(whole) });
    await strict.click('button.go');
    await strict.waitForSelector('#answer');
    expect(await strict.textContent('#answer')).toBe('ok');
    await held.close();
  });

  it('says ok and shows what was drawn, what was replaced and why, what was left out, and that all were taken', async () => {
    expect(await check(whole)).toBe('ok');
    const text = (await page.innerText('#result')).replace(/\s+/g, ' ');
    for (const one of [
      en.isOk,
      `${out} fell out (memberRecused). ${into} took its place.`,
      'vale: 3 of 8',
      'gwent: 2 of 2',
      en.allTaken,
      kept,
      documents.text,
      'The list of Gwent was not whole.',
      '2026-09-01 – 2026-10-31',
    ])
      expect(text).toContain(one);
    expect(await page.textContent('#result')).toContain('vale VG-26-9XC7RT: sentToCourt');
    expect(text).not.toContain(en.early);
  });

  it.each(tampered)('names the failing step %s as verify-draw does, and says what that means', async (step, text) => {
    const result = verifyDraw(text);
    expect(result).toEqual({ ok: false, step });
    expect(await check(text)).toBe(step);
    const says = step === 'unreadable' ? en.unreadableSays : en[`${step}Fails` as keyof typeof en];
    expect(await page.innerText('#result')).toContain(says);
  });

  it('agrees with verify-draw on every alteration of a file, wherever and whatever', async () => {
    const files = [...alterations()];
    const expected = files.map((text) => {
      const result = verifyDraw(text);
      return result.ok ? 'ok' : result.step;
    });
    const found: string[] = [];
    for (let begin = 0; begin < files.length; begin += 500)
      found.push(
        ...((await page.evaluate(
          (batch) =>
            batch.map(
              (text) =>
                (globalThis as never as { verifyDraw(text: string): { step: string | null } }).verifyDraw(text).step ?? 'ok',
            ),
          files.slice(begin, begin + 500),
        )) as string[]),
      );
    expect(files.length).toBeGreaterThan(8000);
    const differing = files.flatMap((text, index) =>
      found[index] === expected[index] ? [] : [`${found[index]} / ${expected[index]}: ${text}`],
    );
    expect(differing.slice(0, 3)).toEqual([]);
    expect(new Set(expected).size).toBe(8);
  });

  it('finds a draw that was swapped as a whole, where somebody noted what was published before', async () => {
    const other = JSON.stringify(drawFile({ ...documents, secret: 'fedcba9876543210'.repeat(4) }));
    expect(verifyDraw(other)).toMatchObject({ ok: true });
    expect(await check(other)).toBe('ok');
    await page.fill('#commitment', ` ${file.commitment.toUpperCase()} `);
    expect(await check(whole)).toBe('ok');
    expect(await check(other)).toBe('commitment');
    expect(await page.innerText('#result')).toContain(en.commitmentOther);
    await page.fill('#commitment', '');
    await page.fill('#frame', sha256hex('another list'));
    expect(await check(whole)).toBe('frame');
    expect(await page.innerText('#result')).toContain(en.frameOther);
  });

  it('says that a list was frozen before its window was over', async () => {
    const early = drawFile({
      ...documents,
      at: { ...at, plan: '2026-10-20T09:00:00.000Z', commitment: '2026-10-20T09:00:00.000Z', frame: '2026-10-31T09:00:00.000Z' },
    });
    expect(await check(JSON.stringify(early))).toBe('ok');
    expect(await page.innerText('#result')).toContain(en.early);
  });

  it('shows what a file says as text, never as part of the page', async () => {
    const hostile = '<img/src=x/onerror=alert(1)>';
    const odd = drawFile({
      ...documents,
      frame: frameDocument({ cases: [{ service: 'vale', reference: hostile }], excluded: [], lists: [] }),
    });
    expect(await check(JSON.stringify(odd))).toBe('ok');
    expect(await page.innerText('#result')).toContain(hostile);
    expect(await page.locator('#result img, #result b').count()).toBe(0);
  });

  it('is used by keyboard alone, and says so when no file was chosen', async () => {
    await page.focus('#file');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('go');
    await page.keyboard.press('Enter');
    expect(await page.innerText('#file-error')).toBe(en.fileMissing);
    expect(await page.evaluate('document.activeElement.id')).toBe('file');
    expect(await check(whole)).toBe('ok');
    expect(await page.isHidden('#file-error')).toBe(true);
  });

  it('speaks Welsh when it is asked to, from the beginning or in the middle', async () => {
    expect(await check(whole)).toBe('ok');
    await page.click('button[lang=cy]');
    expect(await page.getAttribute('html', 'lang')).toBe('cy');
    expect([await page.title(), await page.innerText('h1'), await page.innerText('#verdict')]).toEqual([
      cy.title,
      cy.title,
      cy.isOk,
    ]);
    const welsh = await page.innerText('body');
    for (const one of [en.isOk, en.check, en.stepsTitle, en.allTaken]) expect(welsh).not.toContain(one);
    await page.goto('about:blank');
    await page.goto(`${pathToFileURL(checkedIn).href}#cy`);
    expect(await page.innerText('h1')).toBe(cy.title);
    const own = await browser.newContext({ locale: 'cy-GB' });
    const other = await own.newPage();
    await other.goto(pathToFileURL(checkedIn).href);
    expect(await other.innerText('h1')).toBe(cy.title);
    await own.close();
  });

  it.each([
    ['en', 320],
    ['en', 1280],
    ['cy', 320],
    ['cy', 1280],
  ])('is accessible in %s at %i pixels, before, ok and broken, and never wider than the screen', async (language, width) => {
    await page.setViewportSize({ width, height: 800 });
    await page.click(`button[lang=${language}]`);
    const look = async () => {
      await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await seriousOf()).toEqual([]);
    };
    await look();
    await check(whole);
    await look();
    await check(tampered[2]?.[1] ?? '');
    await look();
  });
});
