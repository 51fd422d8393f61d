import { londonDay } from '#calendar';
import { type Asker, type EventReceipt, Reader } from '#ledger';
import { PersonDirectory } from '#people';
import { Injectable } from '@nestjs/common';
import { type NamedCase } from '../moves/field.js';
import { endOfTime, lateEndsOf } from './late-ends.js';
import { type LookedUp, nothingFound, type ToLookUp } from '../moves/read-body.js';

/**
 * What a body names and a decision cannot look up, because it is pure: people of the directory, documents that are only ever added,
 * other cases, services. Asked through the policies, so that what the person may not see is not there.
 */
@Injectable()
export class MoveLookup {
  constructor(
    private readonly reader: Reader,
    private readonly directory: PersonDirectory,
  ) {}

  async find(person: string, reference: string, { people, papers, cases, areas, hasLateEnd }: ToLookUp): Promise<LookedUp> {
    if (people.length + papers.length + cases.length + areas.length === 0 && !hasLateEnd) return nothingFound;
    const found = await this.reader.aside(person, async (query) => ({
      papers: papers.length === 0 ? [] : await query<{ id: string; at: Date }>(ofPapers, [reference, papers]),
      cases: cases.length === 0 ? [] : await query<NamedCase>(ofCases, [cases]),
      areas: areas.length === 0 ? [] : await query<{ code: string }>(ofAreas, [areas]),
      lateEnds: hasLateEnd ? await lateEndsOf(query, reference, endOfTime) : [],
    }));
    return {
      people: await this.named(people),
      papers: new Map(found.papers.map(({ id, at }) => [id, londonDay(at.toISOString())])),
      cases: new Map(found.cases.map((one) => [one.reference, one])),
      areas: new Set(found.areas.map(({ code }) => code)),
      lateEnds: found.lateEnds,
    };
  }

  /** Files that a case's own file names: its child, its incident, its victims by number. Null where the case is not theirs to see. */
  async linked(person: string, reference: string): Promise<LinkedFiles | null> {
    const rows = await this.reader.aside(person, (query) => query<LinkedFiles>(ofLinks, [reference]));
    return rows[0] ?? null;
  }

  /** The receipt of an event of the person's own, also where its file has left their sight. */
  async receipt(person: string, stream: string, seq: number): Promise<EventReceipt | null> {
    const rows = await this.reader.aside(person, (query) => query<EventReceipt & { at: Date | string }>(ofEvent, [stream, seq]));
    const [row] = rows;
    return row === undefined ? null : { ...row, at: new Date(row.at).toISOString() };
  }

  private async named(addresses: readonly string[]): Promise<ReadonlyMap<string, Asker>> {
    const found = new Map<string, Asker>();
    for (const address of addresses) {
      const person = await this.directory.byEmail(address);
      if (person !== null) found.set(address, person);
    }
    return found;
  }
}

export type LinkedFiles = {
  readonly id: string;
  readonly child: string;
  readonly incident: string;
  readonly victims: { readonly [ref: string]: string };
};

const ofPapers =
  'select d.id, max(e.at) as at from teg.document d join teg.stream s on s.id = d.stream join teg.event e on e.stream = d.stream and e.seq = d.seq where s.reference = $1 and d.id = any ($2::uuid[]) group by d.id';
const ofCases =
  "select id, reference, facts ->> 'child' as child from teg.stream where kind = 'case' and reference = any ($1::text[])";
const ofAreas = "select code from teg.organisation where kind = 'yjs' and code = any ($1::text[])";
const ofLinks =
  "select id, facts ->> 'child' as child, facts ->> 'incident' as incident, facts -> 'victims' as victims from teg.stream where kind = 'case' and reference = $1";
const ofEvent = 'select stream, seq, type, at, hash from teg.my_receipt($1, $2)';
