import { type StreamFile } from '#ledger';
import { childRecordOf } from './child-record.js';

type Links = ReadonlyMap<string, readonly string[]>;

/** The files of children that are one child by these links, this one among them. */
function childOf(id: string, links: Links): ReadonlySet<string> {
  const found = new Set([id]);
  for (const one of found) for (const other of links.get(one) ?? []) if (links.has(other)) found.add(other);
  return found;
}

/** The cases of each child among these files, the links of some being other ones now. */
export function casesOfEachChild(
  children: readonly StreamFile[],
  cases: readonly StreamFile[],
  changed: Links,
): readonly (readonly StreamFile[])[] {
  const links = new Map(children.map((child) => [child.id, changed.get(child.id) ?? childRecordOf(child).sameAs]));
  const groups = new Set(children.map(({ id }) => [...childOf(id, links)].sort().join(' ')));
  return [...groups].map((group) => {
    const named = new Set(
      children
        .filter(({ id }) => group.split(' ').includes(id))
        .flatMap((child) => childRecordOf(child).cases.map((one) => one.case)),
    );
    return cases.filter(({ id }) => named.has(id));
  });
}
