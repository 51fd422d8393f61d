import { type AnyStateMachine } from 'xstate';
import { compile } from './compile.js';
import { divert } from './divert.machine.js';
import { type Pathway, type Plan } from './pathway.js';
import { divertPlan } from './plans/divert-plan.js';
import { valeOocdPlan } from './plans/vale-oocd-plan.js';
import { youthBureauPlan } from './plans/youth-bureau-plan.js';
import { valeOocd } from './vale-oocd.machine.js';
import { youthBureau } from './youth-bureau.machine.js';

type Row = { readonly name: string; readonly version: number; readonly machine: AnyStateMachine; readonly plan: Plan };

/** Every pathway that a case may be on. Another one is another machine and another row here; one that was used is never taken out. */
const rows: readonly Row[] = [
  { name: 'vale-oocd', version: 1, machine: valeOocd, plan: valeOocdPlan },
  { name: 'youth-bureau', version: 1, machine: youthBureau, plan: youthBureauPlan },
  { name: 'divert', version: 1, machine: divert, plan: divertPlan },
];

const compiled = new Map<Row, Pathway>();

/** Compiled when it is first asked for: that takes a third of a second, and most programs and tests need one pathway or none. */
function pathwayIn(row: Row): Pathway {
  const known = compiled.get(row);
  if (known) return known;
  const pathway = compile(row.name, row.version, row.machine, row.plan);
  compiled.set(row, pathway);
  return pathway;
}

export const pathways = (): readonly Pathway[] => rows.map(pathwayIn);

function found(name: string, version: number): Row {
  const one = rows.find((row) => row.name === name && row.version === version);
  if (one === undefined) throw new Error(`No pathway ${name} version ${version}`);
  return one;
}

/** The pathway by name and version. Throws where there is none: a row names what once existed. */
export const pathwayOf = (name: string, version: number): Pathway => pathwayIn(found(name, version));

/** The machine that a pathway was compiled from; only checks and generators ask for it. */
export const machineOf = ({ name, version }: Pick<Pathway, 'name' | 'version'>): AnyStateMachine => found(name, version).machine;
