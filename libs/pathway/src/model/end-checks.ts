import { type CaseFacts } from '../case-facts.js';
import { outcomeEvents } from '../events/case-event.js';
import { gates } from '../gates.js';
import { type Edge, type Graph } from './graph.js';

const isGivenFirst: readonly string[] = ['yrd', 'yc', 'ycc'];

/** A case ends without a decision of its own, or with the outcome on record: one that is given has been given. */
const isEnd = ({ ending, outcome, given }: CaseFacts): boolean =>
  ending !== undefined || (outcome !== undefined && (!isGivenFirst.includes(outcome) || given === outcome));

/** Whether the branch that puts the outcome on record, or lets it stand, asks all that it rests on. */
const isAsked = ({ event, branch }: Edge, outcome: NonNullable<CaseFacts['outcome']>): boolean =>
  event.type === 'prosecutionDecided' || gates[outcome].every((rule) => branch.guard.rules?.includes(rule));

/**
 * Every way that ends, ends in an allowed outcome: an outcome comes on record only where everything it rests on is asked, and a case
 * closes only with such an outcome, carried out, or with an ending of its own.
 */
export function unlawfulEnds({ nodes, edges }: Graph): readonly string[] {
  const setting: ReadonlySet<string> = new Set([...outcomeEvents, 'departureStands']);
  const faults = edges.flatMap((edge): readonly string[] => {
    const [before, after] = [nodes[edge.from], nodes[edge.to]];
    if (before === undefined || after === undefined) return [];
    const { outcome } = after.facts;
    const isSet = outcome !== undefined && (setting.has(edge.event.type) || outcome !== before.facts.outcome);
    const isDeparting = edge.event.type === 'policeDecisionDeparted';
    return [
      ...(isSet && !isDeparting && !isAsked(edge, outcome)
        ? [`${before.state}: ${edge.event.type} does not ask the gates of ${outcome}`]
        : []),
      ...(before.state !== 'closed' && after.state === 'closed' && !isEnd(after.facts)
        ? [`${before.state}: ${edge.event.type} closes a case without an outcome that was carried out`]
        : []),
    ];
  });
  return [...new Set(faults)];
}
