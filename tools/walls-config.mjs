// Who may import whom. An arrow that is not here is forbidden; docs/decisions/0001-walls.md says why.
const mayImport = {
  calendar: [],
  law: ['calendar'],
  pathway: ['law', 'calendar'],
  proof: [],
  wording: ['law'],
  config: ['calendar'],
  ledger: ['calendar', 'proof'],
  people: ['ledger', 'calendar', 'proof'],
  victims: ['ledger', 'people', 'calendar', 'proof'],
  casework: ['pathway', 'law', 'victims', 'ledger', 'people', 'calendar', 'proof'],
  oversight: ['law', 'ledger', 'people', 'calendar', 'proof'],
};
const libraries = Object.keys(mayImport);
const pure = ['calendar', 'law', 'pathway', 'proof'];

const directions = libraries.map((name) => ({
  name: `${name}-imports-only-${mayImport[name].join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^libs/${name}/` },
  to: { path: '^(libs|apps|test|bench)/', pathNot: [name, ...mayImport[name]].map((allowed) => `^libs/${allowed}/`) },
}));

export const walls = [
  ...directions,
  {
    name: 'enter-by-the-index',
    severity: 'error',
    from: { path: '^(?:libs/([^/]+)|apps/[^/]+)/' },
    to: { path: '^libs/[^/]+/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
  },
  {
    name: 'apps-do-not-import-each-other',
    severity: 'error',
    from: { path: '^apps/(web|worker|teg)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'standalone-composes-by-the-front-door',
    severity: 'error',
    from: { path: '^apps/standalone/' },
    to: { path: '^apps/(web|worker|teg)/', pathNot: '^apps/(web|worker)/src/compose\\.ts$' },
  },
  {
    name: 'the-command-line-opens-no-connection',
    severity: 'error',
    from: { path: '^apps/teg/' },
    to: { path: '^(libs/(ledger|people|victims|casework|oversight|pathway)/|.*node_modules/(pg|typeorm|bullmq|ioredis)/)' },
  },
  {
    name: 'commands-do-not-import-commands',
    severity: 'error',
    from: { path: '^libs/[^/]+/src/commands/([^/]+)/' },
    to: { path: '^libs/[^/]+/src/commands/', pathNot: '^libs/[^/]+/src/commands/$1/' },
  },
  {
    name: 'endpoints-do-not-import-neighbours',
    severity: 'error',
    from: { path: '^apps/web/src/api/([^/]+)/' },
    to: { path: '^apps/web/src/api/', pathNot: '^apps/web/src/api/$1/' },
  },
  {
    name: 'pure-libraries-import-no-framework-and-no-node',
    severity: 'error',
    from: { path: `^libs/(${pure.join('|')})/` },
    to: { path: '(^|/)node_modules/', pathNot: '(^|/)node_modules/xstate/' },
  },
  {
    name: 'pure-libraries-use-no-built-ins',
    severity: 'error',
    from: { path: '^libs/(calendar|law|pathway)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'proof-uses-crypto-only',
    severity: 'error',
    from: { path: '^libs/proof/' },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
  },
  {
    name: 'xstate-in-pathway-only',
    severity: 'error',
    from: { pathNot: '^libs/(pathway/|oversight/src/draws/draw(\\.machine|-table)\\.ts$)' },
    to: { path: '(^|/)node_modules/xstate/' },
  },
  {
    name: 'bullmq-in-the-worker-only',
    severity: 'error',
    from: { pathNot: '^apps/worker/' },
    to: { path: '(^|/)node_modules/(bullmq|ioredis)/' },
  },
  {
    name: 'typeorm-behind-the-door',
    severity: 'error',
    from: {
      path: '^(apps|libs)/',
      pathNot: [
        '^libs/ledger/',
        '\\.(entity|store|query)\\.ts$',
        '^apps/(web|worker)/src/(compose|main|web\\.module)\\.ts$',
        '^apps/standalone/',
      ],
    },
    to: { path: '(^|/)node_modules/typeorm/' },
  },
  {
    name: 'config-in-main-only',
    severity: 'error',
    from: { path: '^apps/', pathNot: ['/main\\.ts$', '/migrate\\.ts$', '^apps/teg/src/'] },
    to: { path: '^libs/config/' },
  },
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
];
