import { randomUUID } from 'node:crypto';
import { bankHolidays } from '#calendar';
import { type Context, type Json, type StreamFile } from '#ledger';
import fc from 'fast-check';
import { exampleReferrals } from '../../../../../test/world/referrals.js';
import { type Place } from '../../referral/places.js';
import { decideReferral } from './decide-referral.js';
import { newReferral } from './new-referral.js';

const places: readonly Place[] = [
  {
    code: 'vale',
    kind: 'yjs',
    nameEn: 'Vale',
    nameCy: 'Bro',
    prefix: 'VG',
    serves: ['Vale of Glamorgan'],
    stations: ['Barry', 'Bridgend', 'Cardiff', 'Cardiff Bay'],
  },
  {
    code: 'south-wales-police',
    kind: 'force',
    nameEn: 'South Wales Police',
    nameCy: 'Heddlu De Cymru',
    prefix: null,
    serves: [],
    stations: [],
  },
];
const context: Context = {
  at: '2027-03-01T12:00:00.000Z',
  today: '2027-03-01',
  calendar: bankHolidays,
  law: { version: 0, standings: {} },
  asker: {
    id: randomUUID(),
    subject: 's',
    email: 's@force.test',
    organisation: 'south-wales-police',
    roles: ['referringSupervisor'],
    rooms: ['team:south-wales-police:custody', 'force:south-wales-police'],
    views: ['police'],
    isMachine: false,
  },
};
const empty = (id: string, kind: StreamFile['kind']): StreamFile => ({
  id,
  kind,
  exists: false,
  reference: null,
  rooms: [],
  recused: [],
  pathway: null,
  pathwayVersion: null,
  state: null,
  facts: {},
  version: 0,
  head: '',
  homeArea: null,
  team: null,
  force: null,
  isEnding: false,
  clocks: [],
  runs: {},
});
const decide = (body: Json) => {
  const made = newReferral(body, places);
  const files = made.refs.map((ref) => empty('newId' in ref ? ref.newId : '', 'kind' in ref ? ref.kind : 'case'));
  return decideReferral(body, made, places, files, context);
};

/** Every place in a body, as a path. */
function pathsIn(value: unknown, at: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  const inside = Array.isArray(value)
    ? value.map((one, index) => [index, one] as const)
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : [];
  return [at, ...inside.flatMap(([name, one]) => pathsIn(one, [...at, name]))];
}
function withValue(value: unknown, [name, ...rest]: readonly (string | number)[], put: unknown): unknown {
  if (name === undefined) return put;
  if (Array.isArray(value)) return value.map((one: unknown, index) => (index === name ? withValue(one, rest, put) : one));
  const fields = value as { [name: string]: unknown };
  return { ...fields, [name]: withValue(fields[name], rest, put) };
}

const bodies = exampleReferrals().map(({ received_at, notice, police_file }) => ({ received_at, notice, police_file }));
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    null,
    '',
    0,
    -1,
    true,
    [],
    {},
    '0001-01-01',
    '2008-02-29',
    '2026-02-30',
    '9999-12-31',
    '1990-01-01T00:00:00Z',
    '2028-12-31T23:59:00Z',
    'V1',
    'self',
    '__proto__',
    '\u0000',
    '\ud800',
    1e308,
  ),
);

describe('whatever is sent', () => {
  it('is decided on: put on record whole, or refused with every fault in its place', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...bodies),
        fc.array(fc.tuple(fc.nat(), anything), { minLength: 1, maxLength: 3 }),
        (body, changes) => {
          const changed = changes.reduce<unknown>((sent, [at, put]) => {
            const paths = pathsIn(sent);
            return withValue(sent, paths[at % paths.length] ?? [], put);
          }, body);
          const decided = decide(changed as Json);
          if ('refusal' in decided) {
            expect(['invalid', 'notAllowed']).toContain(decided.refusal.because);
            for (const { pointer, code } of decided.refusal.faults ?? [])
              expect([pointer, code]).toEqual([expect.stringMatching(/^(\/|$)/), expect.any(String)]);
          } else {
            expect(decided.did.every(({ events }) => events.length > 0)).toBe(true);
            expect(decided.did.map(({ file }) => file.kind).slice(0, 3)).toEqual(['case', 'child', 'incident']);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('is refused where the bank holidays of its time are not known', () => {
    const [body] = bodies;
    const old = { received_at: '1990-06-01T10:00:00Z', notice: { ...body?.notice, interview: null } };
    const noted = {
      ...old.notice,
      offences: [{ cjs_code: 'TH68010', offence_date: '1990-05-01' }],
      child: { family_name: 'Prawf' },
      not_yet_known: ['child.date_of_birth'],
    };
    expect(decide({ ...old, notice: noted } as unknown as Json)).toEqual({
      refusal: { because: 'invalid', faults: [{ pointer: '/received_at', code: 'calendarNotKnown' }] },
    });
  });

  it('names nobody in what the ledger keeps', () => {
    for (const body of bodies) {
      const decided = decide(body as unknown as Json);
      if ('refusal' in decided) throw new Error(JSON.stringify(decided));
      const kept = JSON.stringify(decided.did.map(({ events, inbox }) => [events, inbox]));
      const { given_name, family_name, date_of_birth } = body.notice['child'] as { [name: string]: string };
      for (const secret of [given_name, family_name, date_of_birth]) expect(kept).not.toContain(secret);
    }
  });
});
