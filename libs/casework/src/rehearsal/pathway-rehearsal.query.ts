import { type CalendarDay, type Instant, londonDay } from '#calendar';
import { Ledger, type Query } from '#ledger';
import { type CaseChange, type CaseFacts, type OpenCase, type Pathway, pathwayOf, pathways, rehearse } from '#pathway';
import { Injectable } from '@nestjs/common';
import { calendarAt, lawAt } from '../queries/case-reading.query.js';

type Named = { readonly name: string; readonly version: number };

/** One open case: what the other pathway would change for it, and on which it stands. */
export type RehearsedCase = CaseChange & { readonly from: Named };

/** `ok` is false where a case would be stuck: the version must not be used. */
export type PathwayRehearsalView = {
  readonly on: CalendarDay;
  readonly ok: boolean;
  readonly stranded: readonly string[];
  /** For how many cases anything at all would be otherwise. */
  readonly changed: number;
  /** Those due first at the top. */
  readonly cases: readonly RehearsedCase[];
};

type Row = {
  readonly reference: string;
  readonly pathway: string;
  readonly pathwayVersion: number;
  readonly state: string;
  readonly known: CaseFacts;
};

/**
 * A version of a pathway, tried on every open case of the asker's own service. It reads and moves nothing, and what it answers are
 * references and codes: an administrator, who sees no case, learns nothing of one.
 */
@Injectable()
export class PathwayRehearsal {
  constructor(private readonly ledger: Ledger) {}

  /** Null: there is no such pathway. */
  async of(query: Query, { name, version }: Named, at: Instant): Promise<PathwayRehearsalView | null> {
    const to = pathways().find((one) => one.name === name && one.version === version);
    if (to === undefined) return null;
    const rows = await query<Row>(
      'select reference, pathway, pathway_version as "pathwayVersion", state, known from teg.open_cases_to_rehearse()',
    );
    const calendar = await calendarAt(query, this.ledger, at);
    const { standings } = await lawAt(query, this.ledger, at);
    const now = { on: londonDay(at), calendar, standings };
    const found = new Map<string, RehearsedCase>();
    for (const [from, cases] of byPathway(rows))
      for (const one of rehearse(from, to, cases, now).cases)
        found.set(one.reference, { ...one, from: { name: from.name, version: from.version } });
    const cases = rows.flatMap(({ reference }) => found.get(reference) ?? []);
    const stranded = cases.flatMap(({ reference, strands }) => (strands === null ? [] : [reference]));
    return { on: now.on, ok: stranded.length === 0, stranded, changed: cases.filter(isChanged).length, cases };
  }
}

function byPathway(rows: readonly Row[]): ReadonlyMap<Pathway, readonly OpenCase[]> {
  const groups = new Map<Pathway, OpenCase[]>();
  for (const { reference, pathway, pathwayVersion, state, known } of rows) {
    const from = pathwayOf(pathway, pathwayVersion);
    groups.set(from, [...(groups.get(from) ?? []), { reference, state, facts: known }]);
  }
  return groups;
}

const isChanged = ({ opens, closes, leadsElsewhere, startsClocks, stopsClocks, strands }: CaseChange): boolean =>
  strands !== null || [opens, closes, leadsElsewhere, startsClocks, stopsClocks].some(({ length }) => length > 0);
