import { type CalendarDay, type Instant } from '#calendar';
import { type DisposalAnswer, disposalsOn } from '#law';
import { Ledger, type Query } from '#ledger';
import { Injectable } from '@nestjs/common';
import { readCase } from './case-reading.query.js';

export type DisposalsView = {
  readonly reference: string;
  readonly version: number;
  /** The day it would be given: ages and versions of the law are taken then. */
  readonly on: CalendarDay;
  /** The moment whose record, calendar and law are looked at. */
  readonly asAt: Instant;
  readonly disposals: readonly DisposalAnswer[];
};
export type DisposalsQuestion = {
  readonly reference: string;
  readonly on: CalendarDay | undefined;
  readonly at: Instant;
  readonly isPast: boolean;
};

/** All seven answers, from least to most intrusive, now or as they were. Null: not there (then), or not theirs. */
@Injectable()
export class DisposalsOfCase {
  constructor(private readonly ledger: Ledger) {}

  async of(query: Query, { reference, on, at, isPast }: DisposalsQuestion): Promise<DisposalsView | null> {
    const found = await readCase(query, this.ledger, reference, at, isPast);
    if (found === null) return null;
    const day = on ?? found.today;
    const { standings } = found.law;
    const disposals = disposalsOn(found.known, day, found.calendar, { standings });
    return { reference, version: found.version, on: day, asAt: at, disposals };
  }
}
