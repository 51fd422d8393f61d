// What `npm run -s teg -- migrate` runs: roles, schema, migrations and the queue's schema, on the database that MIGRATION_DATABASE_URL names.
import { environmentOf } from '#config';
import { type Logins, migrate } from '#ledger';
import { prepareQueue } from '#worker';
import { passwordIn, printedPasswords } from './role-passwords.js';

async function main(): Promise<void> {
  const environment = environmentOf('migrate');
  const url = environment.MIGRATION_DATABASE_URL ?? '';
  // A role's password is the one in the address that the service will use; --passwords makes new ones and prints the addresses.
  const given: Logins = {
    app: passwordIn(environment.DATABASE_URL, 'teg_app'),
    bell: passwordIn(environment.BELL_DATABASE_URL, 'teg_bell'),
    eraser: passwordIn(environment.ERASER_DATABASE_URL, 'teg_eraser'),
  };
  const printed = process.argv.includes('--passwords') ? printedPasswords(url) : null;
  await migrate(url, printed?.logins ?? given);
  await prepareQueue(url);
  process.stdout.write('The schema and the queue are up to date.\n');
  if (printed) process.stdout.write(printed.lines);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
