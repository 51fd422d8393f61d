import { randomUUID } from 'node:crypto';
import { addDays, type Instant, instantOfLondon, londonDay } from '#calendar';
import { type JsonObject, type Query, Reader } from '#ledger';
import { Injectable } from '@nestjs/common';
import lifetime from './draft-lifetime.json' with { type: 'json' };

/** A half-filled form. Personal data like all else: seen by its owner and the team that covers, and deleted when it expires. */
export type DraftEntry = {
  readonly draft: string;
  readonly kind: string;
  readonly version: number;
  readonly owner: string;
  readonly savedAt: Instant;
  readonly expiresAt: Instant;
};
export type Draft = DraftEntry & { readonly body: JsonObject };
export type Saved = Pick<DraftEntry, 'draft' | 'version' | 'savedAt' | 'expiresAt'>;

type Row = Omit<Draft, 'savedAt' | 'expiresAt'> & { readonly savedAt: Date; readonly expiresAt: Date };

const columns = `d.id as draft, d.kind, d.version, p.email as owner, d.saved_at as "savedAt", d.expires_at as "expiresAt"`;
const from = 'teg.draft d join teg.person p on p.id = d.owner';

/** Working papers, not the record: no events, no chain. The policy of the table holds everybody else out. */
@Injectable()
export class DraftStore {
  constructor(private readonly reader: Reader) {}

  /** Begins a draft in the room of a team. */
  begin(person: string, draft: { readonly room: string; readonly kind: string; readonly body: JsonObject }): Promise<Saved> {
    return this.reader.aside(person, async (query, at) => {
      const saved = { draft: randomUUID(), version: 1, savedAt: at, expiresAt: expiry(at) };
      await query(
        'insert into teg.draft (id, owner, room, kind, body, version, saved_at, expires_at) values ($1, $2, $3, $4, $5, 1, $6, $7)',
        [saved.draft, person, draft.room, draft.kind, JSON.stringify(draft.body), at, saved.expiresAt],
      );
      return saved;
    });
  }

  /** Saves over it and lets it live anew. `stale` where another version is there than the caller saw; null where there is none. */
  save(person: string, draft: string, body: JsonObject, expect: number | undefined): Promise<Saved | 'stale' | null> {
    return this.reader.aside(person, async (query, at) => {
      const expiresAt = expiry(at);
      const [row] = await query<{ version: number }>(
        `update teg.draft set body = $2, version = version + 1, saved_at = $3, expires_at = $4
          where id = $1 and expires_at > $3 and ($5::integer is null or version = $5) returning version`,
        [draft, JSON.stringify(body), at, expiresAt, expect ?? null],
      );
      if (row) return { draft, version: row.version, savedAt: at, expiresAt };
      return (await one(query, draft, at)) === null ? null : 'stale';
    });
  }

  /** The draft with its answers; null where there is none for this person, or no longer. Noted as a consultation. */
  read(person: string, draft: string): Promise<Draft | null> {
    return this.reader.ask(person, { what: 'seeDraft' }, (query, at) => one(query, draft, at));
  }

  /** The drafts of everybody this person covers for, last saved first. */
  list(
    person: string,
    { size, offset }: { readonly size: number; readonly offset: number },
  ): Promise<{ readonly items: readonly DraftEntry[]; readonly total: number }> {
    return this.reader.ask(person, { what: 'seeDrafts' }, async (query, at) => {
      const rows = await query<Row>(
        `select ${columns} from ${from} where d.expires_at > $1 order by d.saved_at desc, d.id limit $2 offset $3`,
        [at, size, offset],
      );
      const [counted] = await query<{ total: number }>('select count(*)::int as total from teg.draft where expires_at > $1', [
        at,
      ]);
      return { items: rows.map(entry), total: counted?.total ?? 0 };
    });
  }

  /** Removes it; false where there was none. */
  remove(person: string, draft: string): Promise<boolean> {
    return this.reader.aside(
      person,
      async (query) => (await query('delete from teg.draft where id = $1 returning id', [draft])).length > 0,
    );
  }
}

async function one(query: Query, draft: string, at: Instant): Promise<Draft | null> {
  const [row] = await query<Row>(`select ${columns}, d.body from ${from} where d.id = $1 and d.expires_at > $2`, [draft, at]);
  return row ? { ...entry(row), body: row.body } : null;
}

const entry = ({ draft, kind, version, owner, savedAt, expiresAt }: Row): DraftEntry => ({
  draft,
  kind,
  version,
  owner,
  savedAt: savedAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

/** Ends with the day in London, so that nobody loses a form in the middle of a shift. */
const expiry = (at: Instant): Instant => instantOfLondon(addDays(londonDay(at), lifetime.days + 1), '00:00');
