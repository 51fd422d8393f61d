import { type Word } from './word.js';

/** `kind`: offline needs nothing, client asks the running service, own starts one for itself, operator works on the database of the service. */
export type WordEntry = {
  readonly kind: 'offline' | 'client' | 'own' | 'operator';
  readonly form: string;
  readonly says: string;
  readonly load: () => Promise<Word>;
};

/** Every word there is. Nothing of a word is loaded before it is asked for. */
export const words: { readonly [name: string]: WordEntry } = {
  'due-date': {
    kind: 'offline',
    form: 'due-date --received INSTANT [--working-days 15] [--cut-off 17:00|none] [--calendar NAME|FILE] [--lang en|cy] [--json]',
    says: 'when something received then is due, and why, day by day',
    load: async () => (await import('./words/due-date.js')).dueDate,
  },
  'verify-ledger': {
    kind: 'offline',
    form: 'verify-ledger FILE [--checkpoint FILE]',
    says: 'whether an exported ledger is as it was written; names the first altered row',
    load: async () => (await import('./words/verify-ledger.js')).verifyLedger,
  },
  'verify-draw': {
    kind: 'offline',
    form: 'verify-draw FILE',
    says: 'whether a published scrutiny draw was made as it was announced; prints its picks',
    load: async () => (await import('./words/verify-draw.js')).verifyDraw,
  },
  people: {
    kind: 'client',
    form: 'people',
    says: 'the people of the demonstration: e-mail, role, organisation',
    load: async () => (await import('./words/people.js')).people,
  },
  token: {
    kind: 'client',
    form: 'token --as EMAIL',
    says: 'signs in at the demonstration as that person and prints the token',
    load: async () => (await import('./words/token.js')).token,
  },
  clock: {
    kind: 'client',
    form: 'clock [--to INSTANT | --advance <n>d|<n>h]',
    says: 'the instant of the demonstration; moves it forward, never back, and waits until all that fell due is done',
    load: async () => (await import('./words/clock.js')).clock,
  },
  import: {
    kind: 'client',
    form: 'import FILE|FOLDER... [--as EMAIL]',
    says: 'sends referral files; prints for each what was answered',
    load: async () => (await import('./words/import.js')).importReferrals,
  },
  'what-if': {
    kind: 'client',
    form: 'what-if [REFERENCE] [--received DAY|INSTANT] [--holiday DAY]... [--no-holiday DAY]... [--panel-limit N] [--as EMAIL] [--json]',
    says: 'which dates would move and what would be overdue, of one case or of every open one; writes nothing',
    load: async () => (await import('./words/what-if.js')).whatIf,
  },
  rehearse: {
    kind: 'client',
    form: 'rehearse PATHWAY VERSION [--as EMAIL] [--json]',
    says: 'what a version of a pathway would change for every open case of the service, and which it would strand; moves nothing',
    load: async () => (await import('./words/rehearse.js')).rehearse,
  },
  'export-ledger': {
    kind: 'client',
    form: 'export-ledger --out FILE [--as EMAIL]',
    says: 'writes the ledger, checkpoint first, for verify-ledger',
    load: async () => (await import('./words/export-ledger.js')).exportLedger,
  },
  demo: {
    kind: 'own',
    form: 'demo [--referrals FOLDER] [--lang en|cy]',
    says: 'plays a folder of referrals (the fifteen of the repository) through whole journeys and tells each story; takes a minute or two',
    load: async () => (await import('./words/demo.js')).demo,
  },
  simulate: {
    kind: 'own',
    form: 'simulate [--years 1] [--seed TEXT] [--referrals N] [--from DAY] [--plan] [--proportions] [--json]',
    says: 'an invented service for a year or more, drawn from a seed in published proportions and played through the API; ends with its figures',
    load: async () => (await import('./words/simulate.js')).simulate,
  },
  migrate: {
    kind: 'operator',
    form: 'migrate [--passwords]',
    says: 'brings the database of MIGRATION_DATABASE_URL up to date; with --passwords makes new ones for its roles and prints the addresses',
    load: async () => (await import('./words/migrate.js')).migrate,
  },
};
