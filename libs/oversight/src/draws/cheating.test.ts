import { commitmentOf, type DrawFile, drawFile, frameDocument, sha256hex, verifyDraw } from '#proof';
import { dice, frame, planOf, vale } from '../../../../test/world/draws-by-dice.js';

jest.setTimeout(180_000);

describe('1,000 attempts to cheat', () => {
  type Case = (typeof vale)[number];
  type Round = { readonly honest: DrawFile; readonly roll: ReturnType<typeof dice> };
  const times = {
    plan: '2026-11-02T09:00:00.000Z',
    commitment: '2026-11-02T09:00:00.000Z',
    frame: '2026-11-09T09:00:00.000Z',
    seed: '2026-11-10T14:30:00.000Z',
    rank: '2026-11-10T14:30:01.000Z',
  };
  const make = (change: Partial<{ plan: string; frame: string; text: string; secret: string }>, of: DrawFile): DrawFile =>
    drawFile({ plan: of.plan, frame: of.frame, text: of.text, secret: of.secret, ...change, at: times });
  /**
   * Made anew in every part from what was changed, with a log and a seal that fit it, but with what was published before the lead's text
   * could be known: the commitment, and for whoever cheats after the freeze the frame's entry in the log.
   */
  const forged = (change: Parameters<typeof make>[0], { honest }: Round): DrawFile => {
    const made = make(change, honest);
    const frozen = honest.log.find(({ step }) => step === 'frame')?.hash ?? '';
    return {
      ...made,
      commitment: honest.commitment,
      log: made.log.map((entry) => (entry.step === 'frame' ? { ...entry, hash: frozen } : entry)),
    };
  };
  const without = (cases: readonly Case[], out: Case) => cases.filter(({ reference }) => reference !== out.reference);
  const swap = <T>(list: readonly T[], a: number, b: number): T[] =>
    list.map((one, place) => (place === a ? list[b] : place === b ? list[a] : one) as T);
  const picks = (file: DrawFile) => file.picks['vale'] ?? [];
  const change = (text: string, roll: ReturnType<typeof dice>) => {
    const place = roll.below(text.length);
    const other = roll.one([...'0123456789abcdef'].filter((sign) => sign !== text[place]));
    return text.slice(0, place) + other + text.slice(place + 1);
  };

  /** The file that somebody publishes instead, and the steps at which it may be found. */
  const kinds: { readonly [kind: string]: (round: Round) => readonly [DrawFile, ...string[]] } = {
    'drop a case from the frame': (round) => [
      forged({ frame: frameDocument({ ...frame, cases: without(frame.cases, round.roll.one(vale)) }) }, round),
      'frame',
    ],
    'drop the very cases that were drawn': (round) => [
      forged(
        {
          frame: frameDocument({
            ...frame,
            cases: frame.cases.filter(({ reference }) => !picks(round.honest).includes(reference)),
          }),
        },
        round,
      ),
      'frame',
    ],
    'stuff a case into the frame': (round) => [
      forged(
        {
          frame: frameDocument({
            ...frame,
            cases: [...frame.cases, { service: 'vale', reference: `VG-26-S${round.roll.below(1e6)}` }],
          }),
        },
        round,
      ),
      'frame',
    ],
    'call a case that was in the frame left out': (round) => {
      const out = round.roll.one(vale);
      return [
        forged(
          {
            frame: frameDocument({
              ...frame,
              cases: without(frame.cases, out),
              excluded: [...frame.excluded, { ...out, reason: 'sealed' }],
            }),
          },
          round,
        ),
        'frame',
      ];
    },
    'reorder the lines of the frame': ({ honest, roll }) => {
      const lines = honest.frame.split('\n');
      return [{ ...honest, frame: swap(lines, 1 + roll.below(15), 17 + roll.below(15)).join('\n') }, 'frame'];
    },
    're-roll the secret until the draw suits': (round) => {
      const unwelcome = picks(round.honest)[0] ?? '';
      for (;;) {
        const file = forged({ secret: round.roll.hex() }, round);
        if (!picks(file).includes(unwelcome)) return [file, 'commitment'];
      }
    },
    'alter the secret by one digit': ({ honest, roll }) => [{ ...honest, secret: change(honest.secret, roll) }, 'commitment'],
    'publish another commitment': ({ honest, roll }) => [
      { ...honest, commitment: change(honest.commitment, roll) },
      'commitment',
    ],
    'alter the text of the lead': ({ honest, roll }) => [{ ...honest, text: change(honest.text, roll) }, 'seed'],
    'alter the text of the lead and draw again, log and all, but not the published entry': ({ honest, roll }) => {
      const made = make({ text: `${honest.text}${roll.below(1e6)}` }, honest);
      const given = honest.log.find(({ step }) => step === 'seed')?.hash ?? '';
      return [{ ...made, log: made.log.map((entry) => (entry.step === 'seed' ? { ...entry, hash: given } : entry)) }, 'seed'];
    },
    'change the size after the commitment': (round) => [forged({ plan: planOf(4 + round.roll.below(10)) }, round), 'commitment'],
    'change the theme or the window after the commitment': (round) => [
      forged(
        {
          plan: planOf(
            3,
            round.roll.below(2)
              ? { theme: 'girls' }
              : { window: { first: '2026-09-01', last: `2026-10-${10 + round.roll.below(20)}` } },
          ),
        },
        round,
      ),
      'commitment',
    ],
    'call a redraw the first attempt': (round) => [forged({ plan: planOf(3, { attempt: 2 }) }, round), 'commitment'],
    'put another case among the picks': ({ honest, roll }) => {
      const other = roll.one(honest.reserves['vale'] ?? []);
      return [
        { ...honest, picks: { ...honest.picks, vale: picks(honest).map((one, place) => (place === 1 ? other : one)) } },
        'picks',
      ];
    },
    'change the order of the picks': ({ honest }) => [
      { ...honest, picks: { ...honest.picks, vale: swap(picks(honest), 0, 2) } },
      'picks',
    ],
    'leave out a pick': ({ honest, roll }) => {
      const left = roll.below(3);
      return [{ ...honest, picks: { ...honest.picks, vale: picks(honest).filter((_, place) => place !== left) } }, 'picks'];
    },
    'take a reserve out of turn': ({ honest, roll }) => {
      const [out = ''] = picks(honest);
      const into = honest.reserves['vale']?.[1 + roll.below(20)] ?? '';
      const taken = [{ service: 'vale', out, in: into, reason: 'memberRecused', at: '2026-11-12T09:00:00.000Z' }];
      return [
        drawFile({ plan: honest.plan, frame: honest.frame, text: honest.text, secret: honest.secret, at: times, taken }),
        'reserves',
      ];
    },
    'change the order of the reserves': ({ honest, roll }) => [
      {
        ...honest,
        reserves: { ...honest.reserves, vale: swap(honest.reserves['vale'] ?? [], roll.below(10), 10 + roll.below(10)) },
      },
      'reserves',
    ],
    'antedate a step': ({ honest, roll }) => [
      {
        ...honest,
        log: honest.log.map((entry) =>
          entry.step === 'frame' ? { ...entry, at: `2026-11-0${3 + roll.below(5)}T09:00:00.000Z` } : entry,
        ),
      },
      'reserves',
    ],
    'leave a step out of the log': ({ honest, roll }) => {
      const left = roll.below(5);
      return [{ ...honest, log: honest.log.filter((_, place) => place !== left) }, 'reserves'];
    },
  };

  it(`of ${Object.keys(kinds).length} kinds are all found, each at the step where it was made`, () => {
    const found = new Map<string, number>();
    const names = Object.keys(kinds);
    for (let attempt = 0; attempt < 1000; attempt += 1) {
      const kind = names[attempt % names.length] ?? '';
      const roll = dice(`cheat ${attempt}`);
      const text = `The dice of attempt ${roll.below(1e9)}`;
      const honest = drawFile({ plan: planOf(3), frame: frameDocument(frame), text, secret: roll.hex(), at: times });
      expect(verifyDraw(JSON.stringify(honest)).ok).toBe(true);
      const [file, ...steps] = kinds[kind]?.({ honest, roll }) ?? [honest];
      const result = verifyDraw(JSON.stringify(file));
      expect([kind, result.ok ? 'not found' : result.step]).toEqual([kind, steps[0]]);
      found.set(kind, (found.get(kind) ?? 0) + 1);
    }
    expect([found.size, [...found.values()].reduce((sum, count) => sum + count, 0)]).toEqual([names.length, 1000]);
    expect(names.length).toBeGreaterThanOrEqual(8);
  });

  it('cannot be told from an honest draw by its file alone where everything was made anew, and not kept from who noted the public notice', () => {
    const roll = dice('swapped');
    const honest = drawFile({ plan: planOf(3), frame: frameDocument(frame), text: 'a', secret: roll.hex(), at: times });
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const swapped = make(
        roll.below(2)
          ? { secret: roll.hex() }
          : { frame: frameDocument({ ...frame, cases: without(frame.cases, roll.one(vale)) }) },
        honest,
      );
      expect(verifyDraw(JSON.stringify(swapped)).ok).toBe(true);
      expect([swapped.commitment, sha256hex(swapped.frame)]).not.toEqual([honest.commitment, sha256hex(honest.frame)]);
      expect(commitmentOf(swapped.secret, swapped.plan)).toBe(swapped.commitment);
    }
  });
});
