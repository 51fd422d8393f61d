import { compareIntrusion, type Disposal, disposals } from '#law';
import { type CaseEvent, type CaseEventType } from '../events/case-event.js';
import { staysOfFacts } from '../learn/stays-of-facts.js';
import { type CaseFactName, type CaseFacts } from '../case-facts.js';
import { gates } from '../gates.js';
import { type Configuration, type Graph } from './graph.js';
import { factsOfAnOpenCase } from './heard.js';
import { oncePerState, reachOf } from './reach.js';
import { isWithin, metBy, type RuleClasses, type Smallest } from './valuations.js';

const none = (...types: readonly CaseEventType[]) => {
  const excluded: ReadonlySet<CaseEventType> = new Set(types);
  return (event: CaseEvent): boolean => !excluded.has(event.type);
};
/** Ways to be rid of a case without deciding it. */
const shortcuts = ['caseWithdrawn', 'childDied', 'referralsMerged', 'divertedAtTriage', 'referredForPanel'] as const;
/** What only happens with the child, or with the family that agrees in the child's name. */
export const eventsOfTheChild = [
  'assessmentCompleted',
  'firstAppointmentHeld',
  'admissionRecorded',
  'admissionWithdrawn',
  'adviceGiven',
  'childFound',
  'outcomeAgreedAtClinic',
  'planAgreed',
  'planChangeRequested',
  'planDeclined',
  'deliveryArranged',
  'disposalGiven',
  'admissionNotConfirmed',
  'consentNotGiven',
  'interventionCompleted',
  'conditionsVaried',
  'yccWithdrawn',
  'reasonableExcuseFound',
] as const;

const isClosed = ({ state }: Configuration): boolean => state === 'closed';

/** For each place, what closing rests on: by the way itself, and with the child away for good. */
export const waysToClosing = (graph: Graph, classes: RuleClasses) => ({
  byTheWay: reachOf(graph, classes, isClosed, none(...shortcuts, 'decisionReopened', 'caseReopened', ...factsOfAnOpenCase)),
  withoutTheChild: reachOf(graph, classes, isClosed, none(...shortcuts, 'caseReopened', ...eventsOfTheChild)),
});
/** Whatever a way rests on may stay unmet for good, so it has to rest on nothing. */
export const isSure = (smallest: Smallest | undefined): boolean => smallest?.includes(0) === true;

/** Every case can be brought to its end: by the way itself, and with the child away for good. */
export function stranded(graph: Graph, classes: RuleClasses): readonly string[] {
  const { byTheWay, withoutTheChild } = waysToClosing(graph, classes);
  const faults = (reach: readonly Smallest[], what: string) =>
    oncePerState(graph, (_, place) => !isSure(reach[place])).map((state) => `${state}: ${what}`);
  return [
    ...faults(byTheWay, 'cannot be closed by its own way'),
    ...faults(withoutTheChild, 'cannot be closed while the child is away'),
  ];
}

const decides: ReadonlySet<CaseEventType> = new Set([
  'panelDecisionRecorded',
  'escalationDecided',
  'departureStands',
  'decisionTakenAfresh',
  'diversionOffered',
  'prosecutionDecided',
]);
/** What a child is dealt with by, as it stands: a conditional caution that is being prosecuted is a prosecution. */
const standing = ({ outcome, prosecuting }: CaseFacts): Disposal | undefined => (prosecuting === true ? 'court' : outcome);
const isRaised = (before: CaseFacts, after: CaseFacts): boolean => {
  const [was, is] = [standing(before), standing(after)];
  return is !== undefined && (was === undefined || compareIntrusion(was, is) < 0);
};

/** First law: only a decision of a person, with reasons, sets or raises the outcome. */
export const raisedByOthers = (graph: Graph): readonly string[] => [
  ...new Set(
    graph.edges
      .filter(({ from, to, event }) => {
        const [before, after] = [graph.nodes[from], graph.nodes[to]];
        return before !== undefined && after !== undefined && !decides.has(event.type) && isRaised(before.facts, after.facts);
      })
      .map(({ event }) => `${event.type} raises the outcome`),
  ),
];

/** Second law: until something is given or a charge recorded, every lawful outcome that is less intrusive can still be reached. */
export const lessIntrusiveLost = (graph: Graph, classes: RuleClasses): readonly string[] =>
  disposals.flatMap((less) => {
    const lawful = metBy(classes, gates[less]);
    const reach = reachOf(graph, classes, ({ facts }) => facts.outcome === less, none(...shortcuts));
    return oncePerState(graph, ({ facts }, place) => {
      const { outcome, given } = facts;
      if (outcome === undefined || given !== undefined) return false;
      return compareIntrusion(less, outcome) < 0 && reach[place]?.some((mask) => isWithin(mask, lawful)) !== true;
    }).map((state) => `${state}: ${less} is out of reach`);
  });

/** No fact outlives the stay it belongs to. */
export const outlivedFacts = (graph: Graph): readonly string[] =>
  (Object.entries(staysOfFacts) as [CaseFactName, readonly string[]][]).flatMap(([fact, stays]) =>
    oncePerState(graph, ({ state, facts }) => facts[fact] !== undefined && !stays.includes(state)).map(
      (state) => `${fact} outlives its stay in ${state}`,
    ),
  );
