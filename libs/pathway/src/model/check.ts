import { type Pathway } from '../pathway.js';
import { type Answers, unanswered } from './answers.js';
import { dutyFaults, waitingClockFaults } from './clock-checks.js';
import { unlawfulEnds } from './end-checks.js';
import { expectedAnswers } from './expected-answers.js';
import { type Graph, walk } from './graph.js';
import { deafness } from './heard.js';
import { type RuleClasses, ruleClasses } from './valuations.js';
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
const answersOf = ({ name }: Pathway): Answers =>
  (expectedAnswers as { readonly [name: string]: Answers })[name] ?? { states: {}, outcomes: {} };

/** States that are never reached, and transitions that are never taken. */
function unused(pathway: Pathway, { nodes, edges }: Graph): readonly string[] {
  const reached = new Set(nodes.map(({ state }) => state));
  const taken = new Set(edges.map(({ branch }) => branch.declared));
  return [
    ...pathway.states.filter((state) => !reached.has(state)).map((state) => `${state} is never reached`),
    ...[...declaredOf(pathway)].filter((one) => !taken.has(one)).map((one) => `${one} is never taken`),
  ];
}

/** From the quickest to the slowest. */
const checks: readonly ((pathway: Pathway, graph: Graph, classes: RuleClasses) => readonly string[])[] = [
  unused,
  (_, graph) => waitingClockFaults(graph),
  (_, graph) => deafness(graph),
  (pathway, graph) => unanswered(graph, answersOf(pathway)),
  (_, graph) => raisedByOthers(graph),
  (_, graph) => unlawfulEnds(graph),
  (_, graph) => outlivedFacts(graph),
  (_, graph, classes) => stranded(graph, classes),
  (_, graph, classes) => lessIntrusiveLost(graph, classes),
  (pathway, graph) => dutyFaults(pathway, graph),
];

/** The exhaustive check of a pathway: every configuration under every valuation of the rules that its guards name. */
export function checkModel(pathway: Pathway): ModelReport {
  const graph = walk(pathway);
  const classes = ruleClasses(graph.edges);
  return {
    places: graph.nodes.length,
    edges: graph.edges.length,
    states: new Set(graph.nodes.map(({ state }) => state)).size,
    transitions: declaredOf(pathway).size,
    ruleClasses: classes.classes.length,
    valuations: classes.valuations,
    configurations: graph.nodes.length * classes.valuations,
    faults: checks.flatMap((check) => check(pathway, graph, classes)),
  };
}

/** Whether any of these checks complains: asked of each deletion, it stops at the first that does. */
export function isFaulty(pathway: Pathway): boolean {
  const graph = walk(pathway);
  const classes = ruleClasses(graph.edges);
  return checks.some((check) => check(pathway, graph, classes).length > 0);
}
