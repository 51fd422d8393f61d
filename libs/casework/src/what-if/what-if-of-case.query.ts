import { type Instant, instantOfLondon, londonTime } from '#calendar';
import { type Fault, Ledger, type Query } from '#ledger';
import { Injectable } from '@nestjs/common';
import { readCase } from '../queries/case-reading.query.js';
import { type Changes, faultsOfChanges } from './changed-calendar.js';
import { standingOf } from './standing-of.js';
import { whatIf, type WhatIfLine } from './what-if.js';

export type WhatIfOfCaseView = WhatIfLine & { readonly version: number };
/** `receivedOn`: had it come on that day, at the same time of day in London. */
export type WhatIfQuestion = {
  readonly reference: string;
  readonly at: Instant;
  readonly changes: Changes;
  readonly receivedOn?: string | undefined;
};

/** One case, had something been otherwise. Reads only. Null: not there, or not theirs; faults where the change is none. */
@Injectable()
export class WhatIfOfCase {
  constructor(private readonly ledger: Ledger) {}

  async of(
    query: Query,
    { reference, at, changes, receivedOn }: WhatIfQuestion,
  ): Promise<WhatIfOfCaseView | { readonly faults: readonly Fault[] } | null> {
    const found = await readCase(query, this.ledger, reference, at, false);
    if (found === null) return null;
    const faults = faultsOfChanges(changes, found.calendar);
    if (faults.length > 0) return { faults };
    const { receivedAt } = found.known;
    const received =
      receivedOn === undefined || receivedAt === undefined
        ? changes.received
        : instantOfLondon(receivedOn, londonTime(receivedAt));
    const standing = await standingOf(found, (version) => this.ledger.calendar(version));
    const answer = whatIf(standing, received === undefined ? changes : { ...changes, received });
    return { reference, state: found.state, version: found.version, ...answer };
  }
}
