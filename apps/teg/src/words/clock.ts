import { type Instant, parseInstant } from '#calendar';
import { type Player } from '../player/player.js';
import { readArguments } from '../read-arguments.js';
import { bodyOf, service, speaking } from '../running-teg.js';
import { Halt, type Word } from '../word.js';
import { administrator } from './demonstration-people.js';

type Clock = { readonly now: Instant };
type Move = { readonly to: Instant } | { readonly advanceDays: number } | { readonly hours: number };

/** Prints the instant of case time; with `--to` or `--advance` after it was moved and all that fell due has been handled. */
export const clock: Word = async (args, print, form) => {
  const { values } = readArguments(form, args, { to: { type: 'string' }, advance: { type: 'string' } });
  const move = moveOf(values.to, values.advance);
  const { now } = await speaking(async () => {
    const player = await service();
    return move === null ? seen(player) : moved(player, move);
  });
  print.out(`${now}\n`);
  return 0;
};

function moveOf(to: string | undefined, advance: string | undefined): Move | null {
  if (to !== undefined && advance !== undefined) throw new Halt('Give --to or --advance, not both.');
  if (to !== undefined) {
    const instant = parseInstant(to);
    if (instant === null) throw new Halt(`"${to}" is no instant. Write day, time and offset: 2026-12-24T16:55:00Z.`);
    return { to: instant };
  }
  if (advance === undefined) return null;
  const [, amount = '', unit = ''] = /^([1-9]\d{0,3})([dh])$/.exec(advance) ?? [];
  if (amount === '') throw new Halt(`--advance is a number of days or hours, as 14d or 5h; not "${advance}".`);
  return unit === 'd' ? { advanceDays: Number(amount) } : { hours: Number(amount) };
}

const seen = async (player: Player): Promise<Clock> => bodyOf(await player.get<Clock>(administrator, '/api/clock'));

/** The answer comes when all that fell due has been handled, which over a long time may be much. */
async function moved(player: Player, move: Move): Promise<Clock> {
  const body = 'hours' in move ? { to: laterBy(await seen(player), move.hours) } : move;
  return bodyOf(await player.write<Clock>(administrator, 'POST', '/api/clock', body, { answerWithinMs: 15 * 60_000 }));
}

const laterBy = ({ now }: Clock, hours: number): Instant => new Date(Date.parse(now) + hours * 3_600_000).toISOString();
