import { type Disposal, judge, type RuleAnswer } from '#law';
import { type Asker, type Because } from '#ledger';
import { may } from '#people';
import { type DecideContext, isState, pathwayOf, possible } from '#pathway';
import { kebabOf, moveOf } from '../moves/moves.js';
import { type Move, type Stand } from '../moves/move.js';

/** What may come next, for one reader: open, or closed by the rules that stand in the way. */
export type NextEvent = {
  readonly event: string;
  readonly href: string;
  readonly open: boolean;
  /** As the move itself would be refused: by the law, by what the case waits for, or because it is not this person's. */
  readonly because?: Because;
  readonly code?: string;
  readonly rules?: readonly RuleAnswer[];
  readonly outcomes?: readonly Disposal[];
  /** Where the API description says what the body must hold. */
  readonly schema: string;
};

export type Standing = Omit<Stand, 'asker' | 'today'> & {
  readonly reference: string;
  readonly pathway: string | null;
  readonly pathwayVersion: number | null;
  readonly state: string | null;
};

type Closed = Pick<NextEvent, 'because' | 'code' | 'rules'>;

/**
 * Asked before the click by the same code as the move itself. What the roles do not include is not shown: a page hides what the command
 * refuses. What comes by another way (a police file, a document, what a victim is told) is not in the table of moves and not here.
 */
export function nextEvents(of: Standing, asker: Pick<Asker, 'id' | 'roles' | 'rooms'>, now: DecideContext): readonly NextEvent[] {
  const { reference, pathway, pathwayVersion, state, known, area, clocks } = of;
  if (pathway === null || pathwayVersion === null || state === null || !isState(state)) return [];
  const stand: Stand = { known, area, clocks, asker, today: now.on };
  return possible(pathwayOf(pathway, pathwayVersion), state, known, now).flatMap(
    ({ event, open, rules, outcomes }): NextEvent[] => {
      const move = moveOf(event);
      if (move === undefined || !may(asker, event)) return [];
      const closed: Closed | null = open ? closedFor(move, stand, now) : { because: 'notAllowed', ...(rules && { rules }) };
      const path = `/api/cases/{reference}/${kebabOf(event)}`;
      return [
        {
          event,
          href: path.replace('{reference}', reference),
          open: closed === null,
          ...closed,
          ...(outcomes && { outcomes }),
          schema: `/openapi.json#/paths/${path.replaceAll('/', '~1')}/post/requestBody/content/application~1json/schema`,
        },
      ];
    },
  );
}

/** Why an event that the case hears is not this person's: what stands in the file, or the law on who they are. */
function closedFor(move: Move, stand: Stand, now: DecideContext): Closed | null {
  const found = move.inTheWay(stand);
  if (found !== null)
    return { because: found.refusal.because, ...(found.refusal.code !== undefined && { code: found.refusal.code }) };
  if (move.foreseen === null) return null;
  const facts = move.foreseen.facts(stand);
  const answers = move.foreseen.rules.map((rule) => judge(rule, facts, { ...now, moment: 'deciding' }));
  const inTheWay = answers.filter(({ answer, blocks }) => blocks && answer === 'notMet');
  return inTheWay.length === 0 ? null : { because: 'notAllowed', rules: inTheWay };
}
