import { type CalendarDay, type Instant } from '#calendar';
import { Ledger, type Query } from '#ledger';
import { Injectable } from '@nestjs/common';
import { readCase } from '../queries/case-reading.query.js';
import { type ExplainedDisposal, explainedDisposals } from './explained-disposal.js';

/**
 * What a case means, for the child's solicitor: by its reference alone. No name, no document, no fact by its value, nothing of a victim:
 * what is not read here cannot leak.
 */
export type CaseExplanationView = {
  readonly reference: string;
  readonly version: number;
  readonly asAt: Instant;
  /** The day it would be given: ages and versions of the law are taken then. */
  readonly on: CalendarDay;
  /** The youth justice service to which somebody who wants to be heard turns. */
  readonly service: { readonly en: string; readonly cy: string } | null;
  /** The day by which the panel is due, while the case waits for it. */
  readonly panelDueOn: CalendarDay | null;
  readonly disposals: readonly ExplainedDisposal[];
};

export type ExplanationQuestion = {
  readonly reference: string;
  readonly on: CalendarDay | undefined;
  readonly at: Instant;
  readonly isPast: boolean;
};

/** The explanation of a case, now or as it was. Null: not there (then), or not theirs. */
@Injectable()
export class CaseExplanation {
  constructor(private readonly ledger: Ledger) {}

  async of(query: Query, { reference, on, at, isPast }: ExplanationQuestion): Promise<CaseExplanationView | null> {
    const found = await readCase(query, this.ledger, reference, at, isPast);
    if (found === null) return null;
    const day = on ?? found.today;
    return {
      reference,
      version: found.version,
      asAt: at,
      on: day,
      service: await serviceOf(query, found.area),
      panelDueOn: found.clocks.find(({ kind }) => kind === 'panel')?.dueOn ?? null,
      disposals: explainedDisposals(found.known, { on: day, calendar: found.calendar, standings: found.law.standings }),
    };
  }
}

/** The name of the service in both languages. */
async function serviceOf(query: Query, area: string): Promise<CaseExplanationView['service']> {
  const [row] = await query<{ en: string; cy: string }>(
    'select name_en as en, name_cy as cy from teg.organisation where code = $1',
    [area],
  );
  return row ?? null;
}
