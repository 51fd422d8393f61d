import { machineOf, pathwayOf, pathways } from './pathways.js';

type Described = { readonly [key: string]: unknown };
const isDescribed = (value: unknown): value is Described => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object inside the description. */
function everyPart(value: unknown): readonly Described[] {
  if (Array.isArray(value)) return value.flatMap(everyPart);
  return isDescribed(value) ? [value, ...Object.values(value).flatMap(everyPart)] : [];
}

describe.each(pathways())('the machine of $name $version', (pathway) => {
  const { config } = machineOf(pathway);
  const parts = everyPart(config);

  it('is plain data: no function stands in it, so it can be drawn, walked and stored', () => {
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
  });

  it.each(['after', 'invoke', 'always', 'onDone', 'context', 'spawn', 'sendTo', 'assign', 'delay', 'input'])(
    'has no %s',
    (word) => {
      expect(parts.filter((part) => word in part)).toEqual([]);
      expect(parts.filter((part) => part['type'] === word || part['type'] === `xstate.${word}`)).toEqual([]);
    },
  );

  it('is hierarchical, not parallel, and has no final state: a closed case still hears', () => {
    const kinds = parts.map((part) => part['type']);
    expect(kinds).not.toContain('parallel');
    expect(kinds).not.toContain('final');
    expect(kinds).not.toContain('history');
  });

  it('knows one guard, and effects by name only', () => {
    const guards = parts.flatMap((part) => ('guard' in part ? [part['guard']] : []));
    expect(guards.every((guard) => isDescribed(guard) && guard['type'] === 'allowed')).toBe(true);
    const effects = Object.values(pathway.table).flatMap((row) =>
      Object.values(row).flatMap((branches) => branches.flatMap((branch) => branch.effects.map(({ type }) => type))),
    );
    expect([...new Set(effects)].sort()).toEqual(['endDuty', 'record', 'startClock', 'startDuty', 'stopClock']);
  });
});

describe('a case of the Vale', () => {
  it('begins with the clocks of the panel and of the allocation, and with what is owed from the receipt on', () => {
    expect(pathwayOf('vale-oocd', 1).beginning).toEqual({
      state: 'awaitingAllocation',
      effects: [
        { type: 'startDuty', duty: 'policeFile' },
        { type: 'startDuty', duty: 'firstAppointment' },
        { type: 'startDuty', duty: 'chargingLimit' },
        { type: 'startDuty', duty: 'eighteenthBirthday' },
        { type: 'startClock', clock: 'panel' },
        { type: 'startClock', clock: 'allocation' },
      ],
    });
  });
});

describe('Divert', () => {
  it('has no branch that puts a caution or a charge on record', () => {
    const set = Object.values(pathwayOf('divert', 1).table).flatMap((row) =>
      Object.entries(row).flatMap(([event, branches]) =>
        ['diversionOffered', 'decisionTakenAfresh'].includes(event) ? branches.flatMap(({ guard }) => guard.outcome ?? []) : [],
      ),
    );
    expect([...new Set(set)].sort()).toEqual(['nfa', 'o22', 'yrd']);
  });
});
