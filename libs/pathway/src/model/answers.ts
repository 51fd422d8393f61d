import { type Disposal } from '#law';
import { type CaseEventType, outcomeEvents } from '../events/case-event.js';
import { type State } from '../states.js';
import { everyVariant } from './event-variants.js';
import { type Graph } from './graph.js';
import { edgesFrom, oncePerState } from './reach.js';

/** Said a second time, by hand: what whoever a case waits for must always be able to say, and which outcomes a decision may have. */
export type Answers = {
  readonly states: { readonly [S in State]?: readonly CaseEventType[] };
  readonly outcomes: { readonly [T in (typeof outcomeEvents)[number]]?: readonly Disposal[] };
};

/** States in which somebody who is waited for cannot answer, or can decide on some only of the outcomes that the pathway offers. */
export function unanswered(graph: Graph, { states, outcomes }: Answers): readonly string[] {
  const heard = edgesFrom(graph).map((edges) => edges.map(({ event }) => event));
  const missing = (Object.entries(states) as [State, readonly CaseEventType[]][]).flatMap(([state, types]) =>
    types
      .filter((type) =>
        graph.nodes.some((node, place) => node.state === state && heard[place]?.some((event) => event.type === type) !== true),
      )
      .map((type) => `${state} does not always hear ${type}`),
  );
  const partly = outcomeEvents.flatMap((type) => {
    const offered = everyVariant.filter(
      (event) => event.type === type && 'outcome' in event && outcomes[type]?.includes(event.outcome) === true,
    );
    return oncePerState(graph, (_, place) => {
      const here = heard[place]?.filter((event) => event.type === type) ?? [];
      return here.length > 0 && (here.length !== offered.length || !here.every((event) => offered.includes(event)));
    }).map((state) => `${state} does not hear every outcome of ${type}, or another one`);
  });
  return [...missing, ...partly];
}
