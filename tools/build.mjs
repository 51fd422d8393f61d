// Transpiles every TypeScript file to dist/ with swc, the same transpiler that the tests use; types are checked by `npm run types`.
// Only what is newer than its output is done again, so that `npm start` may always call it.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { transform } from '@swc/core';
import { swcOptions } from './swc-options.mjs';

const root = resolve(import.meta.dirname, '..');
const folders = ['libs', 'apps', 'migrations', 'test', 'bench'];
const assets = /\.(json|sql|njk|html)$/;
const options = swcOptions('es6');
const newest = (...files) => Math.max(...files.map((file) => statSync(file).mtimeMs));
const recipe = newest(join(root, 'tools/build.mjs'), join(root, 'tools/swc-options.mjs'));

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

const wanted = new Set();
const work = [];
for (const folder of folders) {
  if (!existsSync(join(root, folder))) continue;
  for (const source of filesIn(join(root, folder))) {
    const isCode = source.endsWith('.ts') && !source.endsWith('.d.ts') && !source.endsWith('.test.ts');
    if (!isCode && !assets.test(source)) continue;
    const output = join(root, 'dist', relative(root, source)).replace(/\.ts$/, '.js');
    wanted.add(output);
    if (isCode) wanted.add(`${output}.map`);
    if (existsSync(output) && statSync(output).mtimeMs >= Math.max(newest(source), recipe)) continue;
    work.push(async () => {
      mkdirSync(dirname(output), { recursive: true });
      if (!isCode) {
        copyFileSync(source, `${output}.${process.pid}`);
        return renameSync(`${output}.${process.pid}`, output);
      }
      const result = await transform(readFileSync(source, 'utf8'), { ...options, filename: source, sourceFileName: source });
      writeFileSync(`${output}.map`, result.map);
      // Renamed when whole: somebody may be reading dist/ at this moment.
      writeFileSync(`${output}.${process.pid}`, `${result.code}\n//# sourceMappingURL=${output.split('/').pop()}.map\n`);
      renameSync(`${output}.${process.pid}`, output);
    });
  }
}
await Promise.all(work.map((one) => one()));

// A file that was deleted must not live on in dist/.
if (existsSync(join(root, 'dist'))) for (const output of filesIn(join(root, 'dist'))) if (!wanted.has(output)) rmSync(output, { force: true });
