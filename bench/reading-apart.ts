// The other process of the part `seen`: reads, as a person and through the policies, what it is told to look at.
import { poolOf, Reader, recordSource } from '#ledger';

export type Look = { readonly reference: string; readonly person: string };
export type Seen = { readonly reference: string; readonly version: number; readonly state: string | null };

const source = recordSource(process.argv[2] ?? '', 16);
const ready = source.initialize();

process.on('message', (look: Look) => {
  void read(look).then((seen) => process.send?.(seen));
});
process.on('disconnect', () => void source.destroy());

async function read({ reference, person }: Look): Promise<Seen> {
  await ready;
  const reader = new Reader(poolOf(source));
  const [row] = await reader.aside(person, (query) =>
    query<{ version: number; state: string }>('select version, state from teg.stream where reference = $1', [reference]),
  );
  return { reference, version: row?.version ?? 0, state: row?.state ?? null };
}
