import { type Calls } from './record-calls.js';

/** A script for `clients` clients of pgbench, each to be run once, and the rows of the table `bench.call` that it reads. */
export type MoveScript = {
  readonly script: string;
  readonly rows: readonly { readonly client: number; readonly n: number; readonly open: string; readonly write: string }[];
  readonly moves: number;
};

/** The number of the advisory lock at which every client waits until all have their parameters. */
export const startingLine = 77;

/**
 * Pgbench has no text variables that change from one run of a script to the next, and a set of parameters is good for one use. So every
 * client first fetches its own parameters into variables, waits at the starting line (only then is time measured), and sends the two
 * statements once for each. `execute` runs the same prepared statements that node-pg runs.
 */
export function moveScript(calls: readonly Calls[], clients: number): MoveScript {
  const each = Math.floor(calls.length / clients);
  const numbers = Array.from({ length: each }, (_, index) => index);
  const rows = calls.slice(0, each * clients).map(({ open, write }, index) => ({
    client: index % clients,
    n: Math.floor(index / clients),
    open: open.map(literal).join(', '),
    write: write.map(literal).join(', '),
  }));
  const fetched = Array.from({ length: Math.ceil(each / wide) }, (_, index) =>
    fetch(numbers.slice(index * wide, (index + 1) * wide)),
  );
  const sent = numbers.map((n) => `execute ledger_open(:open${n});\nexecute ledger_write(:write${n});\n`);
  return {
    script: [prepare, ...fetched, `select pg_advisory_lock_shared(${startingLine});\n`, ...sent].join(''),
    rows,
    moves: each * clients,
  };
}

/** Few and wide: pgbench 15 overruns its own memory after 128 `\gset` in one script. A row has at most 1,664 columns. */
const wide = 500;

const fetch = (numbers: readonly number[]): string =>
  `select ${numbers.flatMap((n) => ['open', 'write'].map((part) => `(select ${part} from bench.call where client = :client_id and n = ${n}) as ${part}${n}`)).join(', ')} \\gset\n`;

const prepare = `prepare ledger_open(uuid, text, jsonb) as select teg.ledger_open($1, $2, $3);
prepare ledger_write(uuid, text, text, timestamptz, jsonb) as select teg.ledger_write($1, $2, $3, $4, $5);
`;

const literal = (value: unknown): string => (value === null ? 'null' : `'${String(value).replaceAll("'", "''")}'`);
