import { type Calendar, type CalendarDay } from '#calendar';
import { type Disposal, type RuleAnswer } from '#law';
import { may } from '#people';
import { type CaseFacts, isState, pathwayOf, possible } from '#pathway';

/** What may come next, for one reader: open, or closed by the rules that stand in the way. */
export type NextEvent = {
  readonly event: string;
  readonly href: string;
  readonly open: boolean;
  readonly because?: 'notAllowed';
  readonly rules?: readonly RuleAnswer[];
  readonly outcomes?: readonly Disposal[];
  /** Where the API description says what the body must hold. */
  readonly schema: string;
};

export type Standing = {
  readonly reference: string;
  readonly pathway: string | null;
  readonly pathwayVersion: number | null;
  readonly state: string | null;
  readonly known: CaseFacts;
};

const kebab = (event: string): string => event.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Asked before the click by the same code as the move itself. What the roles do not include is not shown: a page hides what the command refuses. */
export function nextEvents(
  of: Standing,
  asker: { readonly roles: readonly string[] },
  on: CalendarDay,
  calendar: Calendar,
): readonly NextEvent[] {
  const { reference, pathway, pathwayVersion, state, known } = of;
  if (pathway === null || pathwayVersion === null || state === null || !isState(state)) return [];
  return possible(pathwayOf(pathway, pathwayVersion), state, known, { on, calendar })
    .filter(({ event }) => may(asker, event))
    .map(({ event, open, rules, outcomes }): NextEvent => {
      const href = `/api/cases/${reference}/${kebab(event)}`;
      return {
        event,
        href,
        open,
        ...(!open && { because: 'notAllowed' }),
        ...(rules && { rules }),
        ...(outcomes && { outcomes }),
        schema: `/api/openapi.json#/paths/${href.replace(reference, '{reference}').replaceAll('/', '~1')}/post`,
      };
    });
}
