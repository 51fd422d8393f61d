import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

export type Plantation = {
  readonly cases: number;
  /** Services among which the cases are spread evenly. */
  readonly areas: number;
  /** Share of the cases that are open; the rest are closed. */
  readonly openShare: number;
};

/** How many people of `area-0` work at once. */
export const people = 16;

/** The id of one of them. */
export const personOf = (number: number): string =>
  `00000000-0000-4000-8000-0000000be${String(number % people).padStart(3, '0')}`;

/** Fills an empty database by plain SQL as its owner: through the door it would take the time that is to be measured. */
export async function plantCases(adminUrl: string, { cases, areas, openShare }: Plantation): Promise<void> {
  const sql = readFileSync(join(import.meta.dirname, 'plant-cases.sql'), 'utf8');
  const values: { readonly [name: string]: string } = {
    $COUNT: String(cases),
    $AREAS: String(areas),
    $OPEN_SHARE: String(openShare),
    $PERSON: personOf(0),
  };
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(
      "insert into teg.organisation (code, kind, name_en, name_cy) values ('area-0', 'yjs', 'Area 0', 'Ardal 0')",
    );
    for (let number = 0; number < people; number += 1) {
      await client.query(
        `insert into teg.person (id, subject, email, organisation, roles, rooms, views, is_active, is_machine)
         values ($1, $2, $3, 'area-0', '{dutyManager,practitioner}', '{yjs:area-0}', '{youthJustice}', true, false)`,
        [personOf(number), `bench-${number}`, `duty-manager-${number}@bench.test`],
      );
    }
    await client.query("set maintenance_work_mem = '512MB'");
    const indexes = await dropIndexes(client);
    await client.query(sql.replace(/\$[A-Z_]+/g, (name) => values[name] ?? name));
    for (const definition of indexes) await client.query(definition);
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

/** Drops what is quicker to build when the rows are there, and returns how to build it. Keys stay. */
async function dropIndexes(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid in ('teg.stream'::regclass, 'teg.event'::regclass, 'teg.payload'::regclass, 'teg.clock'::regclass)
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}
