import { parseDay, parseInstant } from '#calendar';
import { type Player } from '../player/player.js';
import { readArguments } from '../read-arguments.js';
import { bodyOf, service, speaking } from '../running-teg.js';
import { Halt, type Printer, type Word } from '../word.js';
import { dutyManager } from './demonstration-people.js';
import { tellWhatIf, tellWhatIfLines, type WhatIfCase } from './tell-what-if.js';

type Page = { readonly items: readonly WhatIfCase[]; readonly total: number };

/** Which dates would move, had something been otherwise: of one case day by day, or of every open case of the service. Asks; writes nothing. */
export const whatIf: Word = async (args, print, form) => {
  const { values, positionals } = readArguments(
    form,
    args,
    {
      received: { type: 'string' },
      holiday: { type: 'string', multiple: true, default: [] },
      'no-holiday': { type: 'string', multiple: true, default: [] },
      'panel-limit': { type: 'string' },
      as: { type: 'string', default: dutyManager },
      json: { type: 'boolean', default: false },
    },
    { min: 0, max: 1 },
  );
  const [reference] = positionals;
  const { received, as, json } = values;
  if (reference !== undefined && !/^[A-Z0-9-]{1,32}$/.test(reference)) throw new Halt(`"${reference}" is no reference. One looks like VG-26-7KQ4M2.`);
  if (received !== undefined && reference === undefined) throw new Halt('--received is asked of one case: give its reference.');
  if (received !== undefined && parseDay(received) === null && parseInstant(received) === null)
    throw new Halt(`"${received}" is neither a day nor an instant. Write 2026-12-24, or 2026-12-24T16:55:00Z.`);
  const query = new URLSearchParams();
  if (received !== undefined) query.set('received', received);
  for (const name of ['holiday', 'no-holiday'] as const) {
    const wrong = values[name].find((day) => parseDay(day) === null);
    if (wrong !== undefined) throw new Halt(`--${name} is a day, as 2026-12-29; not "${wrong}".`);
    if (values[name].length > 0) query.set(name, values[name].join(','));
  }
  const limit = values['panel-limit'];
  if (limit !== undefined && !/^[1-9]\d?$/.test(limit)) throw new Halt(`--panel-limit is a number of working days, as 10; not "${limit}".`);
  if (limit !== undefined) query.set('panel-limit', limit);
  if (query.size === 0) throw new Halt(`What would be otherwise? Use: teg ${form}`);
  return speaking(async () => {
    const player = await service();
    return reference === undefined ? ofAll(player, as, query, json, print) : ofOne(player, as, reference, query, json, print);
  });
};

async function ofOne(player: Player, as: string, reference: string, query: URLSearchParams, json: boolean, print: Printer): Promise<0> {
  const found = bodyOf(await player.get<WhatIfCase>(as, `/api/cases/${reference}/what-if?${query.toString()}`));
  print.out(json ? `${JSON.stringify(found)}\n` : tellWhatIf(found));
  return 0;
}

async function ofAll(player: Player, as: string, query: URLSearchParams, json: boolean, print: Printer): Promise<0> {
  const [size, sum] = [100, { cases: 0, moved: 0, breach: 0 }];
  for (let page = 1; ; page += 1) {
    const { items } = bodyOf(await player.get<Page>(as, `/api/what-if?${query.toString()}&page=${page}&size=${size}`));
    for (const one of items) print.out(json ? `${JSON.stringify(one)}\n` : tellWhatIfLines(one));
    sum.cases += items.length;
    sum.moved += items.reduce((moved, { clocks }) => moved + clocks.length, 0);
    sum.breach += items.reduce((breach, { wouldBreach }) => breach + wouldBreach.length, 0);
    if (items.length < size) break;
  }
  print.err(`${sum.cases} open cases: ${sum.moved} dates would move, ${sum.breach} clocks would be overdue that are not. Nothing was written.\n`);
  return 0;
}
