// `npm run docs`: writes what is generated for readers. `--check` only says whether it is up to date (exit 1 if not): the README's table of
// variables, docs/openapi.json and the page that checks a draw here; docs/law.md and docs/pathways by their own tools, which know both words.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import './build.mjs';

const root = resolve(import.meta.dirname, '..');
const isCheck = process.argv.includes('--check');
const node = (...words) => execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...words], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
let isStale = false;

/** Writes the text, or says that it would be another. */
function keep(file, text) {
  if (readFileSync(join(root, file), 'utf8') === text) return;
  if (!isCheck) return writeFileSync(join(root, file), text);
  console.error(`${file} is not up to date. Type: npm run docs`);
  isStale = true;
}

const { environmentTable } = await import('#config');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const [begin, end] = ['<!-- variables -->\n', '<!-- end of variables -->'];
const [before, rest = ''] = readme.split(begin);
keep('README.md', `${before}${begin}${environmentTable()}${end}${rest.split(end)[1] ?? ''}`);
keep('docs/openapi.json', node('dist/apps/web/src/print-api-description.js'));
keep('docs/verify-draw.html', node('dist/libs/oversight/src/verify-page/print-verify-page.js'));

for (const tool of ['tools/law-table.mjs', 'tools/pathways.mjs']) {
  const { status } = spawnSync(process.execPath, [tool, ...(isCheck ? ['--check'] : [])], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) isStale = true;
}
process.exitCode = isStale ? 1 : 0;
