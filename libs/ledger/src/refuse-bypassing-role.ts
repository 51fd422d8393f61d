import { type Pool } from 'pg';

/** The service was given a role that row-level security does not hold. `detail` says what to type. */
export class RoleBypassesSecurity extends Error {}

/** Throws RoleBypassesSecurity unless the role the pool logs in as is held by every policy of the record. */
export async function refuseBypassingRole(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ role: string; bypasses: boolean }>(
    `select r.rolname as role, r.rolsuper or r.rolbypassrls
        or coalesce((select pg_has_role(r.oid, o.oid, 'member') from pg_roles o where o.rolname = 'teg_owner'), false)
        or coalesce((select pg_has_role(r.oid, o.oid, 'member') from pg_roles o where o.rolname = 'teg_door'), false) as bypasses
     from pg_roles r where r.rolname = session_user`,
  );
  const role = rows[0];
  if (!role?.bypasses) return;
  throw new RoleBypassesSecurity(
    [
      `DATABASE_URL logs in as "${role.role}", a role that could bypass row-level security, so Teg does not start with it. Type:`,
      `  export MIGRATION_DATABASE_URL="$DATABASE_URL" && npm run -s teg -- migrate --passwords`,
      `  export DATABASE_URL=postgres://teg_app:<the password that migrate printed>@<host>/<database>`,
    ].join('\n'),
  );
}
