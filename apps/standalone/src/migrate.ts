// What `npm run -s teg -- migrate` runs: roles, schema, migrations and the queue's schema, on the database that MIGRATION_DATABASE_URL names.
import { randomBytes } from 'node:crypto';
import { environmentOf } from '#config';
import { migrate } from '#ledger';
import { prepareQueue } from '#worker';

const passwords = (): { app: string; bell: string; eraser: string } => ({
  app: randomBytes(24).toString('base64url'),
  bell: randomBytes(24).toString('base64url'),
  eraser: randomBytes(24).toString('base64url'),
});

try {
  const url = environmentOf('migrate').MIGRATION_DATABASE_URL ?? '';
  // Only with --passwords: a migration of a running service must not lock its processes out.
  const logins = process.argv.includes('--passwords') ? passwords() : null;
  await migrate(url, logins ?? { app: null, bell: null, eraser: null });
  await prepareQueue(url);
  process.stdout.write('The schema and the queue are up to date.\n');
  const addresses = { DATABASE_URL: ['teg_app', logins?.app], BELL_DATABASE_URL: ['teg_bell', logins?.bell], ERASER_DATABASE_URL: ['teg_eraser', logins?.eraser] } as const;
  for (const [variable, [role, password]] of Object.entries(addresses)) {
    if (!password) continue;
    const address = new URL(url);
    address.username = role;
    address.password = password;
    process.stdout.write(`export ${variable}='${address.href}'\n`);
  }
  if (!logins) process.stdout.write('Passwords stay as they are; with --passwords new ones are made and printed.\n');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
