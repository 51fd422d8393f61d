// `npm run walls`: the directions of dependency (docs/decisions/0001) by dependency-cruiser, and that it did look at the modules.
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { resolve } from 'node:path';
import { walls } from './walls-config.mjs';

/** Cruises `folder` (the repository, or a planted tree in a test); returns violations as lines and how many modules were seen. */
export async function cruiseWalls(folder) {
  const tsConfig = resolve(folder, 'tsconfig.json');
  const { output } = await cruise(
    ['apps', 'libs', 'migrations'],
    {
      baseDir: folder,
      ruleSet: { forbidden: walls },
      validate: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '\\.test\\.ts$' },
      tsPreCompilationDeps: true,
      tsConfig: { fileName: tsConfig },
    },
    { extensions: ['.ts', '.js', '.mjs', '.json'] },
    { tsConfig: extractTSConfig(tsConfig) },
  );
  const lines = output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
  return {
    lines: [...new Set(lines)].sort(),
    modules: output.modules.filter(({ source }) => /^(apps|libs|migrations)\//.test(source)).length,
  };
}

// A planted tree of a test is small; the house is not.
const fewest = process.argv[2] ? 1 : 150;

if (import.meta.filename === process.argv[1]) {
  const folder = resolve(process.argv[2] ?? resolve(import.meta.dirname, '..'));
  const { lines, modules } = await cruiseWalls(folder);
  for (const line of lines) console.error(line);
  console.log(`${modules} modules, ${lines.length} walls broken`);
  // With a TypeScript it cannot use, the tool cruises nothing and is content.
  if (modules < fewest) console.error('Too few modules were seen: the check itself is broken.');
  process.exit(lines.length > 0 || modules < fewest ? 1 : 0);
}
