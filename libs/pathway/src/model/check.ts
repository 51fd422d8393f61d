import { type Pathway } from '../pathway.js';
import { states } from '../states.js';
import { unanswered } from './answers.js';
import { dutyFaults, waitingClockFaults } from './clock-checks.js';
import { type Graph, walk } from './graph.js';
import { deafness } from './heard.js';
import { everyValuation, ruleClasses, type Valuations, worstValuations } from './valuations.js';
import { lessIntrusiveLost, outlivedFacts, raisedByOthers, stranded } from './way-checks.js';

export type ModelReport = {
  readonly places: number;
  readonly edges: number;
  readonly states: number;
  readonly transitions: number;
  readonly ruleClasses: number;
  readonly valuations: number;
  readonly configurations: number;
  readonly faults: readonly string[];
};

const declaredOf = ({ table }: Pathway): ReadonlySet<string> =>
  new Set(
    Object.values(table).flatMap((row) => Object.values(row).flatMap((branches) => branches.map(({ declared }) => declared))),
  );

/** States that are never reached, and transitions that are never taken. */
function unused(pathway: Pathway, { nodes, edges }: Graph): readonly string[] {
  const reached = new Set(nodes.map(({ state }) => state));
  const taken = new Set(edges.map(({ branch }) => branch.declared));
  return [
    ...states.filter((state) => !reached.has(state)).map((state) => `${state} is never reached`),
    ...[...declaredOf(pathway)].filter((one) => !taken.has(one)).map((one) => `${one} is never taken`),
  ];
}

/** From the quickest to the slowest. */
const checks: readonly ((pathway: Pathway, graph: Graph, valuations: Valuations) => readonly string[])[] = [
  unused,
  (_, graph) => waitingClockFaults(graph),
  (_, graph) => deafness(graph),
  (_, graph) => unanswered(graph),
  (_, graph) => raisedByOthers(graph),
  (_, graph) => outlivedFacts(graph),
  (_, graph, valuations) => stranded(graph, valuations),
  (_, graph, valuations) => lessIntrusiveLost(graph, valuations),
  (pathway, graph) => dutyFaults(pathway, graph),
];

/** The exhaustive check of a pathway: every configuration under every valuation of the rules that its guards name. */
export function checkModel(pathway: Pathway): ModelReport {
  const graph = walk(pathway);
  const classes = ruleClasses(pathway.table);
  const valuations = everyValuation(classes);
  return {
    places: graph.nodes.length,
    edges: graph.edges.length,
    states: new Set(graph.nodes.map(({ state }) => state)).size,
    transitions: declaredOf(pathway).size,
    ruleClasses: classes.length,
    valuations: valuations.count,
    configurations: graph.nodes.length * valuations.count,
    faults: checks.flatMap((check) => check(pathway, graph, valuations)),
  };
}

/**
 * Whether any of the same checks complains, asked in the worst valuations only: the same answer (see `worstValuations`), quick enough
 * for each deletion.
 */
export function isFaulty(pathway: Pathway): boolean {
  const graph = walk(pathway);
  const valuations = worstValuations(ruleClasses(pathway.table));
  return checks.some((check) => check(pathway, graph, valuations).length > 0);
}
