import { type Pool } from 'pg';
import { Ledger } from '#ledger';
import { allocate, type Move } from './allocate.js';

/** The parameters of the two statements of one move, as node-pg would have sent them. */
export type Calls = { readonly open: readonly unknown[]; readonly write: readonly unknown[] };

/**
 * The calls that the ledger would make for these cases: the first is really asked, the second is caught before it is sent, so that the
 * cases stay unmoved and each set of parameters is good for exactly one use.
 */
export async function recordCalls(pool: Pool, moves: readonly Move[]): Promise<readonly Calls[]> {
  const all: Calls[] = [];
  for (const move of moves) {
    let open: readonly unknown[] = [];
    let write: readonly unknown[] = [];
    const catching = new Proxy(pool, {
      get: (target, property) =>
        property !== 'query'
          ? Reflect.get(target, property)
          : async (query: { name?: string; values?: readonly unknown[] }) => {
              if (query.name === 'ledger_write') write = query.values ?? [];
              if (query.name === 'ledger_write') return { rows: [] };
              if (query.name === 'ledger_open') open = query.values ?? [];
              return target.query(query as Parameters<Pool['query']>[0]);
            },
    });
    const outcome = await allocate(new Ledger(catching), move);
    if (!outcome.ok) throw new Error(`${move.reference} cannot be moved: ${outcome.refusal.because}`);
    all.push({ open, write });
  }
  return all;
}
