import { type Json, Ledger, type Outcome, refused } from '#ledger';
import { may } from '#people';
import { sha256hex } from '#proof';
import { Injectable } from '@nestjs/common';
import { type Fields, person, type Said, shapeOfFields } from '../../moves/field.js';
import { faultsOfBody, nothingFound, readBody, toLookUp } from '../../moves/read-body.js';
import { ColleagueCases } from '../../queries/colleague-cases.query.js';
import { MoveLookup } from '../../queries/move-lookup.query.js';
import { type HandedOver, handedOver } from './handed-over.js';

const fields = { from: person, to: person } as const satisfies Fields;

/** The body, for the description of the API. */
export const handOverShape = shapeOfFields(fields);

export type HandOver = { readonly cases: readonly HandedOver[] };
type Given = { readonly key?: string | undefined };

/**
 * A colleague's open cases go to another practitioner of the same service, each in an act of its own: what one case refuses does not
 * hold up the others, and a repeat with the same key goes on where it stopped. `body` is what was sent, unread.
 */
@Injectable()
export class HandOverCases {
  constructor(
    private readonly ledger: Ledger,
    private readonly lookup: MoveLookup,
    private readonly cases: ColleagueCases,
  ) {}

  async run(asker: string, body: Json, { key }: Given = {}): Promise<Outcome<HandOver>> {
    const faults = faultsOfBody(fields, body);
    const found = faults.length > 0 ? nothingFound : await this.lookup.find(asker, '', toLookUp(fields, body));
    const who = await this.cases.asker(asker);
    if (who === null || !may(who, 'handOverCases')) return { ok: false, refusal: { because: 'notYours' } };
    if (faults.length > 0) return { ok: false, refusal: { because: 'invalid', faults } };
    const read = readBody(fields, body, found);
    if (!read.ok) return { ok: false, refusal: { because: 'invalid', faults: read.faults } };
    const said = read.said as Said<typeof fields>;

    const keys = key === undefined ? null : `${sha256hex(key).slice(0, 24)}:`;
    const done: HandedOver[] = [];
    for (const reference of await this.cases.of(asker, { practitioner: said.from.id, area: who.organisation, keys })) {
      const outcome = await this.ledger.write<HandedOver>(
        asker,
        { of: [{ reference }], request: body, ...(keys !== null && { key: keys + reference }) },
        ([file], context) => (file === undefined ? refused('notFound') : handedOver(file, said, context)),
      );
      if (outcome.ok) done.push(outcome.value);
      // Closed or given to somebody else in between: it is no longer the colleague's, and everything else goes on.
      else if (outcome.refusal.because !== 'notNow' && outcome.refusal.because !== 'notFound') return outcome;
    }
    return { ok: true, value: { cases: done }, events: [], isReplay: false };
  }
}
