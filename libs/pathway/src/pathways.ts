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

const all: readonly Pathway[] = rows.map(({ name, version, machine, plan }) => compile(name, version, machine, plan));

export const pathways = (): readonly Pathway[] => all;

function found<T extends { readonly name: string; readonly version: number }>(
  among: readonly T[],
  name: string,
  version: number,
): T {
  const one = among.find((row) => row.name === name && row.version === version);
  if (one === undefined) throw new Error(`No pathway ${name} version ${version}`);
  return one;
}

/** The pathway by name and version. Throws where there is none: a row names what once existed. */
export const pathwayOf = (name: string, version: number): Pathway => found(all, name, version);

/** The machine that a pathway was compiled from; only checks and generators ask for it. */
export const machineOf = ({ name, version }: Pick<Pathway, 'name' | 'version'>): AnyStateMachine =>
  found(rows, name, version).machine;
