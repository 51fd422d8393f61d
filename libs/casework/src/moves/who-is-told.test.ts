import { deadlines } from '#law';
import { may, rooms, type Role } from '#people';
import { type CaseEventType, duties, type Effect, type Pathway, pathways, type State, waitingClocks } from '#pathway';
import { isVictimEventType } from '#victims';
import { whomToTell } from '../commands/raise-alert/whom-to-tell.js';
import { moves } from './moves.js';
import { turnOf } from './turn-notices.js';

type Heard = { readonly state: State; readonly event: CaseEventType; readonly next: State; readonly effects: readonly Effect[] };
const heardIn = ({ states, table }: Pathway): readonly Heard[] =>
  states.flatMap((state) =>
    Object.entries(table[state]).flatMap(([event, branches]) =>
      (branches ?? []).map(({ next, effects }) => ({ state, event: event as CaseEventType, next, effects })),
    ),
  );

/** Where a case of the Vale stands: who is really told of an alert follows from it. */
const standing = {
  homeArea: 'vale',
  rooms: ['team:south-wales-police:custody', rooms.youthJustice('vale'), rooms.seconded('vale'), rooms.victims('vale')],
};
const recipient = (tell: string): string => whomToTell(tell, standing)[0]?.role ?? '';

/** The victim service sees no case: what it says goes over the wall, by number. */
const canSay = (role: string, event: CaseEventType): boolean =>
  may({ roles: [role as Role] }, event) && (role !== 'victimOfficer' || isVictimEventType(event));

/** These end a case, and answer nothing that was waited for. */
const endings: readonly CaseEventType[] = ['childDied', 'caseWithdrawn', 'referralsMerged'];

const ends = (effects: readonly Effect[], clock: string): boolean =>
  effects.some(
    (effect) => (effect.type === 'stopClock' && effect.clock === clock) || (effect.type === 'endDuty' && effect.duty === clock),
  );

/** Whoever is told first prepares what somebody else says; nothing else may stand here. */
const endedByAnother: { readonly [clock: string]: string } = {
  'vale-oocd panel': 'the coordinator calls the meeting and lists the case; the panel decides, and its chair says so',
  'youth-bureau panel': 'the coordinator calls the meeting and lists the case; the panel decides, and its chair says so',
  'vale-oocd assessment': 'the practitioner writes it; a manager who did not ends it by countersigning',
  'youth-bureau assessment': 'the practitioner writes it; a manager who did not ends it by countersigning',
};

const clocks = [...waitingClocks, ...duties];
const running = pathways().flatMap((pathway) =>
  clocks
    .map((clock) => ({
      pathway,
      clock,
      enders: heardIn(pathway).filter(({ event, effects }) => !endings.includes(event) && ends(effects, clock)),
    }))
    .filter(({ enders }) => enders.length > 0),
);

describe('whoever is told can act', () => {
  it.each(running.map((one) => [`${one.pathway.name} ${one.clock}`, one] as const))(
    '%s: the first of its ladder can say what ends it',
    (name, { clock, enders }) => {
      const [first] = deadlines[clock].alerts;
      const role = recipient(first?.tell ?? '');
      const said = [...new Set(enders.filter(({ event }) => canSay(role, event)).map(({ event }) => event))];
      expect([name, role, said.length > 0]).toEqual([name, expect.stringMatching(/\w/), !Object.hasOwn(endedByAnother, name)]);
    },
  );

  it('names no exception that is none, and gives each a reason', () => {
    const names = running.map(({ pathway, clock }) => `${pathway.name} ${clock}`);
    for (const [name, reason] of Object.entries(endedByAnother))
      expect([name, names.includes(name), reason.length > 20]).toEqual([name, true, true]);
  });

  it('whose turn it is can say an event that this state waits for, on every pathway that has the state', () => {
    const own = new Set(moves.map(({ event }) => event));
    for (const pathway of pathways()) {
      const heard = heardIn(pathway);
      const everywhere = (event: CaseEventType) =>
        pathway.states.filter((one) => heard.some(({ state, event: is }) => one === state && is === event)).length;
      for (const state of pathway.states) {
        const turn = turnOf(state, {});
        if (turn === null) continue;
        // What nearly every state hears is no answer to this one.
        const answers = heard.filter(
          (one) => one.state === state && own.has(one.event) && everywhere(one.event) < pathway.states.length / 2,
        );
        const said = answers.filter(({ event }) => canSay(turn, event)).map(({ event }) => event);
        expect([pathway.name, state, turn, said.length > 0]).toEqual([pathway.name, state, turn, true]);
      }
    }
  });
});
