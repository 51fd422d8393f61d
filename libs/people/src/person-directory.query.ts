import { type Asker, type Reader } from '#ledger';

/** A member of staff as the directory shows them. Staff only: no child, parent or victim is a person of this table. */
export type Person = {
  readonly id: string;
  readonly email: string;
  readonly organisation: string;
  readonly roles: readonly string[];
};

const columns = `id, subject, email, organisation, roles, rooms, views, is_machine as "isMachine"`;

/** Who works with the record. Somebody who left is not found. */
export class PersonDirectory {
  constructor(private readonly reader: Reader) {}

  /** The person an identity provider vouches for, as the database knows them now; null when nobody of the record. */
  async bySubject(subject: string): Promise<Asker | null> {
    const rows = await this.reader.outside<Asker>(
      `select ${columns} from teg.person where subject = $1 and is_active and not is_machine`,
      [subject],
    );
    return rows[0] ?? null;
  }

  async byEmail(email: string): Promise<Asker | null> {
    const rows = await this.reader.outside<Asker>(
      `select ${columns} from teg.person where email = $1 and is_active and not is_machine`,
      [email.toLowerCase()],
    );
    return rows[0] ?? null;
  }

  /** Where somebody works, also after they left; null for an id of nobody. */
  async organisationOf(id: string): Promise<string | null> {
    const rows = await this.reader.outside<{ organisation: string }>(
      'select organisation from teg.person where id = $1 and not is_machine',
      [id],
    );
    return rows[0]?.organisation ?? null;
  }

  /** One page of the directory by address, and how many there are in all. */
  async list(of: {
    readonly role?: string | undefined;
    readonly organisation?: string | undefined;
    readonly page: number;
    readonly size: number;
  }): Promise<{
    readonly items: readonly Person[];
    readonly total: number;
  }> {
    const where = `is_active and not is_machine and ($1::text is null or $1 = any (roles)) and ($2::text is null or organisation = $2)`;
    const filter = [of.role ?? null, of.organisation ?? null];
    const items = await this.reader.outside<Person>(
      `select id, email, organisation, roles from teg.person where ${where} order by email limit $3 offset $4`,
      [...filter, of.size, (of.page - 1) * of.size],
    );
    const counted = await this.reader.outside<{ total: number }>(
      `select count(*)::int as total from teg.person where ${where}`,
      filter,
    );
    return { items, total: counted[0]?.total ?? 0 };
  }
}
