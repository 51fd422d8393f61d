import { randomBytes } from 'node:crypto';
import { type Logins } from '#ledger';

/** The password in an address, if the address is that role's; null leaves the role's password as it is. */
export function passwordIn(address: string | undefined, role: string): string | null {
  if (address === undefined) return null;
  const { username, password } = new URL(address);
  return username === role && password ? decodeURIComponent(password) : null;
}

/** New passwords for the three roles that log in, and the lines an operator types to use them. */
export function printedPasswords(migrationUrl: string): { readonly logins: Logins; readonly lines: string } {
  const made = (): string => randomBytes(24).toString('base64url');
  const logins = { app: made(), bell: made(), eraser: made() };
  const lines = (['app', 'bell', 'eraser'] as const).map((name) => {
    const address = new URL(migrationUrl);
    address.username = `teg_${name}`;
    address.password = logins[name];
    return `export ${{ app: 'DATABASE_URL', bell: 'BELL_DATABASE_URL', eraser: 'ERASER_DATABASE_URL' }[name]}='${address.href}'\n`;
  });
  return { logins, lines: lines.join('') };
}
