import { compile } from './compile.js';
import { type Pathway } from './pathway.js';
import { valeOocdPlan } from './vale-oocd-plan.js';
import { valeOocd } from './vale-oocd.machine.js';

/** Every pathway that a case may be on. Another one is another machine and another line here. */
const all: readonly Pathway[] = [compile('vale-oocd', 1, valeOocd, valeOocdPlan)];

export const pathways = (): readonly Pathway[] => all;

/** The pathway by name and version. Throws where there is none: a row names what once existed. */
export function pathwayOf(name: string, version: number): Pathway {
  const found = all.find((pathway) => pathway.name === name && pathway.version === version);
  if (found === undefined) throw new Error(`No pathway ${name} version ${version}`);
  return found;
}
