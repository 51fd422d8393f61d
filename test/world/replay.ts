import { type Ledger, type Reader } from '#ledger';
import { readCase } from '#casework';

/**
 * How a case stands by its row, and how it stands by its events alone, folded from the first: the two must be one. Asked as a person
 * who sees the case and its child.
 */
export async function standingTwice(
  record: { readonly ledger: Ledger; readonly reader: Reader },
  person: string,
  reference: string,
): Promise<readonly [object, object]> {
  return record.reader.aside(person, async (query, at) => {
    const [row, told] = [
      await readCase(query, record.ledger, reference, at, false),
      await readCase(query, record.ledger, reference, at, true),
    ];
    if (!row || !told) throw new Error(`${reference} is not there for this person.`);
    const essence = ({ state, version, known, clocks }: typeof row) => ({
      state,
      version,
      known,
      clocks: [...clocks].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
    });
    return [essence(row), essence(told)];
  });
}
