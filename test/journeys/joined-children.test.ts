import { given, recorded } from '../world/journeys.js';
import { aReferral } from '../world/referrals.js';
import { people } from '../world/walked-case.js';
import { type Child, openStage, type Stage } from './stage.js';
import { atGiving } from './usual-ways.js';

type Earlier = { readonly on: string; readonly type: string; readonly of?: string };

describe('what happened before, where two files are one child', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const elsewhere = { confirmed_on: '2026-11-20' };
  const earlier = (aReferral('R07').police_file['previous_outcomes'] as object[]).map((one) => ({ ...one, ...elsewhere }));
  const childOf = async (one: Child): Promise<string> => (await one.look()).child?.reference ?? '';
  const say = async (one: Child, other: Child, isOne: boolean): Promise<number> => {
    const path = `/api/children/${await childOf(one)}/children-${isOne ? 'merged' : 'unmerged'}`;
    return (await stage.player.write(people.dutyManager, 'POST', path, { other: await childOf(other) })).status;
  };
  const history = async (one: Child): Promise<readonly Earlier[]> =>
    ((await one.look()).facts['previousOutcomes'] ?? []) as readonly Earlier[];
  const toldAgain = async (one: Child): Promise<number> =>
    (
      await stage.read<{ items: { reference: string; code: string }[] }>(people.police, '/api/inbox?show=all&size=100')
    ).items.filter(({ reference, code }) => reference === one.reference && code === 'factCorrected').length;

  it('situation 34: what one file says of the past is known in the other once, and is gone when the word is taken back', async () => {
    const one = await stage.refer({ saying: { 'police_file.previous_outcomes': earlier } });
    const two = await stage.refer({ saying: { 'police_file.previous_outcomes': [] } });
    const [before, none] = [await history(one), await history(two)];
    expect([before.length, none.length]).toEqual([earlier.length, 0]);

    expect(await say(one, two, true)).toBe(200);
    const joined = await history(two);
    expect(joined.map(({ on, type }) => [on, type])).toEqual(before.map(({ on, type }) => [on, type]));
    expect(joined.every(({ of }) => of !== undefined)).toBe(true);
    expect(await history(one)).toEqual(before);
    expect([await toldAgain(one), await toldAgain(two)]).toEqual([0, 1]);
    // Said again it changes nothing.
    expect(await say(two, one, true)).toBe(409);
    expect(await history(two)).toEqual(joined);

    expect(await say(two, one, false)).toBe(200);
    expect([await history(one), await history(two)]).toEqual([before, none]);
  });

  it('situation 34: three files of one child: each outcome once, and what is taken back takes out only its own', async () => {
    const one = await stage.refer({ saying: { 'police_file.previous_outcomes': earlier } });
    const two = await stage.refer({ saying: { 'police_file.previous_outcomes': earlier } });
    const three = await stage.refer({ saying: { 'police_file.previous_outcomes': [] } });
    for (const other of [one, two]) expect(await say(three, other, true)).toBe(200);
    expect(await history(three)).toHaveLength(earlier.length);
    // Both said the same: one of them is enough for it to be known.
    expect(await say(three, one, false)).toBe(200);
    expect(await history(three)).toHaveLength(earlier.length);
    expect(await say(three, two, false)).toBe(200);
    expect([await history(three), (await history(two)).length]).toEqual([[], earlier.length]);
  });

  it('situation 27: a caution given in one case is an earlier outcome of the other, once, though a later police file names it too', async () => {
    const one = await stage.refer();
    await one.walk(atGiving('yc'), given('awaitingCrimeOutcome'), recorded('2', 'recorded'));
    const givenOn = String((await one.look()).facts['givenOn']);
    const two = await stage.refer({ at: '2026-12-14T09:00:00Z', saying: { 'police_file.previous_outcomes': [] } });
    expect(await say(two, one, true)).toBe(200);
    const caution = { on: givenOn, type: 'YOUTH_CAUTION', isConfirmed: true };
    expect(await history(two)).toMatchObject([caution]);
    const [example] = earlier;
    const file = { ...aReferral('R01').police_file, previous_outcomes: [{ ...example, type: 'YOUTH_CAUTION', date: givenOn }] };
    const sent = await stage.player.write(people.supervisor, 'PUT', `/api/referrals/${two.reference}/police-file`, file);
    expect(sent.status).toBe(200);
    expect(await history(two)).toMatchObject([{ on: givenOn, type: 'YOUTH_CAUTION' }]);
    // Its own paper says so by now: that stays when the two are parted.
    expect(await say(two, one, false)).toBe(200);
    expect(await history(two)).toHaveLength(1);
  });

  it('situation 27: a caution that is given in one case is known at once in the other open case of the child, and its decider reads again', async () => {
    const one = await stage.refer();
    const two = await stage.refer({ saying: { 'police_file.previous_outcomes': [] } });
    expect(await say(two, one, true)).toBe(200);
    const told = await toldAgain(two);
    await one.walk(atGiving('yc'), given('awaitingCrimeOutcome'));
    const givenOn = String((await one.look()).facts['givenOn']);
    expect(await history(two)).toMatchObject([{ on: givenOn, type: 'YOUTH_CAUTION', isConfirmed: true }]);
    expect(await toldAgain(two)).toBe(told + 1);
    expect(await history(one)).toEqual([]);
    // Set aside, it counts no more there either.
    await one.walk(recorded('2', 'recorded'));
    await one.go(people.police, 'outcomeSetAside', { reason: 'The effect had not been explained.' });
    expect(await history(two)).toMatchObject([{ type: 'YOUTH_CAUTION', isSetAside: true }]);
  });
});
