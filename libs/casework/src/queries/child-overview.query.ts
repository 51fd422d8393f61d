import { type CalendarDay } from '#calendar';
import { type Query } from '#ledger';
import { Injectable } from '@nestjs/common';
import { type ChildRecord } from '../children/child-record.js';
import { type Likeness, likenessOf } from '../children/child-keys.js';
import { groupOf } from './group-of.query.js';

/** Another file that may be about the same child, and what in them is alike. A question, never an answer. */
export type PossibleMatch = {
  readonly reference: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly bornOn: CalendarDay | null;
  readonly alike: readonly Likeness[];
};

export type ChildOverviewView = {
  readonly reference: string;
  readonly version: number;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly bornOn: CalendarDay | null;
  readonly identity: ChildRecord['identity'];
  /** Every case and notice of this child, of all files that persons have said are one, as far as the reader sees them. */
  readonly cases: readonly { readonly reference: string; readonly state: string; readonly isStreetNotice: boolean }[];
  readonly sameAs: readonly string[];
  readonly possibleMatches: readonly PossibleMatch[];
};

type Row = { readonly id: string; readonly reference: string; readonly version: number; readonly facts: ChildRecord };

/** A child as one reader may see it. Null: not there, or not theirs. */
@Injectable()
export class ChildOverview {
  async of(query: Query, reference: string): Promise<ChildOverviewView | null> {
    const group = await groupOf(query, reference);
    const rows = await query<Row>('select id, reference, version, facts from teg.stream where id = any ($1)', [
      group.map(({ id }) => id),
    ]);
    const own = rows.find((row) => row.reference === reference);
    if (!own) return null;
    const ids = rows.flatMap(({ facts }) => facts.cases.map((one) => one.case));
    const cases = await query<{ reference: string; state: string; isStreetNotice: boolean }>(
      `select reference, state, pathway is null as "isStreetNotice" from teg.stream where id = any ($1) and kind = 'case' order by reference`,
      [ids],
    );
    const { givenName, familyName, bornOn, identity } = own.facts;
    return {
      reference,
      version: own.version,
      givenName,
      familyName,
      bornOn,
      identity,
      cases,
      sameAs: rows
        .filter((row) => row !== own)
        .map((row) => row.reference)
        .sort(),
      possibleMatches: await this.matches(
        query,
        own.id,
        group.map(({ id }) => id),
      ),
    };
  }

  private async matches(query: Query, id: string, group: readonly string[]): Promise<readonly PossibleMatch[]> {
    const rows = await query<Omit<PossibleMatch, 'alike'> & { keys: string[] }>(
      `select s.reference, s.facts ->> 'givenName' as "givenName", s.facts ->> 'familyName' as "familyName", s.facts ->> 'bornOn' as "bornOn", array_agg(o.key) as keys
         from teg.stream_key k join teg.stream_key o on o.key = k.key join teg.stream s on s.id = o.stream and s.kind = 'child'
        where k.stream = $1 and not o.stream = any ($2)
        group by s.id order by count(*) desc, s.reference limit 50`,
      [id, group],
    );
    return rows.map(({ keys, ...row }) => ({
      ...row,
      alike: keys
        .map(likenessOf)
        .filter((one) => one !== null)
        .sort(),
    }));
  }
}
