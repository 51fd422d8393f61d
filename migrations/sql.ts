import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The statements of a migration, which stand beside it as plain SQL. */
export const sqlOf = (name: string): string => readFileSync(join(import.meta.dirname, `${name}.sql`), 'utf8');
