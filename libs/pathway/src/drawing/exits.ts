import { type OutcomeKey } from '../allowed.js';
import { type CaseEventType } from '../events/case-event.js';
import { type Branch, type Pathway } from '../pathway.js';
import { type State } from '../states.js';

/** An event that moves a case on, with what picks the branch; `next` is `way` where it is the way of the outcome. */
export type Exit = {
  readonly event: CaseEventType;
  readonly outcome?: readonly OutcomeKey[];
  readonly conditions: readonly string[];
  readonly next: State | 'way';
  /** The state or region of the machine that hears it. */
  readonly source: string;
};

/** They move a case from everywhere under way in the same manner, so a picture that showed them would show little else. */
const fromEverywhere: readonly CaseEventType[] = ['caseWithdrawn', 'childDied'];
const wayStates: readonly State[] = ['awaitingSergeantDecision', 'awaitingPlanAgreement', 'awaitingDelivery', 'awaitingCharge'];

const isWay = (branches: readonly Branch[]): boolean => wayStates.every((state) => branches.some(({ next }) => next === state));
const sourceOf = ({ declared }: Branch): string => declared.split('/', 1)[0]?.split('.').at(-1) ?? declared;
const conditionsOf = ({ guard }: Branch): readonly string[] =>
  Object.entries(guard.route ?? {}).map(([name, answer]) => (answer === true ? name : `not ${name}`));

function exitsOf(event: CaseEventType, moving: readonly Branch[]): readonly Exit[] {
  const exits: Exit[] = [];
  const way = isWay(moving) ? moving.filter(({ next }) => wayStates.includes(next)) : [];
  const [first] = way;
  if (first !== undefined) exits.push({ event, conditions: conditionsOf(first), next: 'way', source: sourceOf(first) });
  for (const branch of moving.filter((one) => !way.includes(one))) {
    const conditions = conditionsOf(branch);
    const same = exits.findIndex((exit) => exit.next === branch.next && exit.conditions.join() === conditions.join());
    const outcome = [...(exits[same]?.outcome ?? []), ...(branch.guard.outcome ?? [])];
    const exit: Exit = { event, conditions, next: branch.next, source: sourceOf(branch), ...(outcome.length > 0 && { outcome }) };
    if (same >= 0) exits[same] = exit;
    else exits.push(exit);
  }
  return exits;
}

/** The ways out of a state, event by event. */
export const exits = ({ table }: Pathway, state: State): readonly Exit[] =>
  (Object.entries(table[state]) as [CaseEventType, readonly Branch[]][])
    .filter(([event]) => !fromEverywhere.includes(event))
    .flatMap(([event, branches]) =>
      exitsOf(
        event,
        branches.filter(({ next }) => next !== state),
      ),
    );
