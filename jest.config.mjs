import { swcOptions } from './tools/swc-options.mjs';

// Packages that ship as ES modules only: Jest runs in CommonJS mode, so swc turns them as well.
const esm = ['@nestjs/', 'openid-client', 'oauth4webapi', 'oidc-provider', 'jose', 'koa', 'file-type', 'load-esm', 'strtok3',
  'token-types', 'uint8array-extras', '@tokenizer/', '@borewit/', 'es-toolkit', 'ansis', 'eta', 'quick-lru', '@koa/', 'nanoid'];

export default {
  testEnvironment: 'node',
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/migrations', '<rootDir>/test', '<rootDir>/bench'],
  testRegex: '\\.test\\.ts$',
  globalSetup: '<rootDir>/test/world/global-setup.mjs',
  globalTeardown: '<rootDir>/test/world/global-teardown.mjs',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: {
    '^#(web|worker)$': '<rootDir>/apps/$1/src/compose.ts',
    '^#([a-z]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.(ts|m?js)$': ['@swc/jest', swcOptions('commonjs')] },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')}))`],
  testTimeout: 30_000,
  maxWorkers: 2,
  // A handle that somebody forgot must not hold up the counts.
  forceExit: true,
};
