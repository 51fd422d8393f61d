import { readArguments } from '../read-arguments.js';
import { bodyOf, service, speaking } from '../running-teg.js';
import { Halt, type Word } from '../word.js';
import { headOfService } from './demonstration-people.js';

type RehearsedCase = {
  readonly reference: string;
  readonly from: { readonly name: string; readonly version: number };
  readonly state: string;
  readonly opens: readonly string[];
  readonly closes: readonly string[];
  readonly leadsElsewhere: readonly { readonly event: string; readonly was: readonly string[]; readonly is: readonly string[] }[];
  readonly startsClocks: readonly string[];
  readonly stopsClocks: readonly string[];
  readonly strands: keyof typeof strandings | null;
};
type Page = {
  readonly on: string;
  readonly ok: boolean;
  readonly stranded: readonly string[];
  readonly changed: number;
  readonly items: readonly RehearsedCase[];
  readonly total: number;
};

const size = 100;
const strandings = {
  stateIsGone: 'STRANDED: the version has no such state',
  cannotBeClosed: 'STRANDED: nothing leads from there to the end',
  cannotBeClosedWithoutChild: 'STRANDED once the child is absent for good',
} as const;

/**
 * What a version of a pathway would change for every open case of the service, a line each: `reference TAB stands on TAB state TAB what`.
 * Exit code 1 where it would strand one. Moves nothing.
 */
export const rehearse: Word = async (args, print, form) => {
  const options = { as: { type: 'string', default: headOfService }, json: { type: 'boolean', default: false } } as const;
  const { values, positionals } = readArguments(form, args, options, { min: 2, max: 2 });
  const [pathway = '', version = ''] = positionals;
  if (!/^[a-z][a-z0-9-]{0,40}$/.test(pathway)) throw new Halt(`"${pathway}" is no name of a pathway. One is vale-oocd.`);
  if (!/^[1-9]\d{0,5}$/.test(version)) throw new Halt(`"${version}" is no version: a whole number is meant, as 2.`);
  return speaking(async () => {
    const player = await service();
    for (let page = 1; ; page += 1) {
      const path = `/api/rehearsals/${pathway}/${version}?page=${page}&size=${size}`;
      const { items, ok, stranded, changed, total, on } = bodyOf(await player.get<Page>(values.as, path));
      for (const one of items) print.out(values.json ? `${JSON.stringify(one)}\n` : line(one));
      if (page * size < total) continue;
      const verdict = ok ? 'None would be stranded.' : `${stranded.length} would be stranded, so it must not be used: ${stranded.join(', ')}.`;
      print.err(`${pathway} ${version} on ${on}: ${total} open cases, ${changed} of them would be otherwise. ${verdict} Nothing was moved.\n`);
      return ok ? 0 : 1;
    }
  });
};

function line({ reference, from, state, strands, ...one }: RehearsedCase): string {
  const list = (what: string, names: readonly string[]) => (names.length === 0 ? [] : [`${what} ${names.join(', ')}`]);
  const elsewhere = one.leadsElsewhere.map(({ event, was, is }) => `${event} leads to ${is.join(' or ')}, not ${was.join(' or ')}`);
  const changes = [
    ...(strands === null ? [] : [strandings[strands]]),
    ...list('opens', one.opens),
    ...list('closes', one.closes),
    ...elsewhere,
    ...list('starts', one.startsClocks),
    ...list('stops', one.stopsClocks),
  ];
  return `${[reference, `${from.name} ${from.version}`, state, changes.length === 0 ? 'nothing changes' : changes.join('; ')].join('\t')}\n`;
}
