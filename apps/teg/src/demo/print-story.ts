import { londonDay } from '#calendar';
import { type Entry, codeInWords } from './chronicle.js';
import { shortDay, shortTime } from './office-time.js';
import { type Played } from './play-story.js';

const width = 100;
const whenWidth = 22;
const whoWidth = 24;

/** One story as text for a terminal of a hundred columns; `alerts` are the notices of its case. */
export function storyInWords({ from, chronicle, reference, end }: Played, alerts: readonly Entry[]): string {
  const entries = [...chronicle.entries, ...alerts].map((entry, order) => ({ entry, order })).sort((a, b) => compare(a.entry.at.slice(0, 16), b.entry.at.slice(0, 16)) || a.order - b.order);
  const head = `${from.file.padEnd(width - (reference?.length ?? 0))}${reference ?? ''}`;
  const lines: string[] = [head, ...wrapped(from.title, width)];
  let lastDay = '';
  for (const { entry } of entries) {
    const day = shortDay(londonDay(entry.at));
    const when = `${day === lastDay ? ' '.repeat(15) : day.padEnd(15)} ${shortTime(entry.at)}`;
    lastDay = day;
    const [first = '', ...rest] = wrapped(entry.says, width - whenWidth - whoWidth);
    lines.push(`${when.padEnd(whenWidth)}${(entry.kind === 'refused' ? 'NOT ALLOWED' : entry.who).padEnd(whoWidth - 1)} ${first}`, ...rest.map((line) => ' '.repeat(whenWidth + whoWidth) + line));
  }
  return `${[...lines, ...outcome({ from, chronicle, reference, end }, alerts)].join('\n')}\n`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function outcome({ end, chronicle }: Played, alerts: readonly Entry[]): readonly string[] {
  if (end === null) return wrapped('In the end: it is not on record.', width);
  const { outcome: decided, crimeOutcomeNumber, chargedOn } = end.facts as { readonly outcome?: string; readonly crimeOutcomeNumber?: string; readonly chargedOn?: string };
  const parts = [
    codeInWords(end.state),
    ...(decided === undefined ? [] : [`the outcome on record is ${decided}`]),
    ...(crimeOutcomeNumber === undefined ? [] : [`crime outcome ${crimeOutcomeNumber}`]),
    ...(chargedOn === undefined ? [] : [`charged on ${shortDay(chargedOn)}`]),
    `alerts ${alerts.length}`,
    `not allowed ${chronicle.entries.filter(({ kind }) => kind === 'refused').length}`,
  ];
  return wrapped(`In the end: ${parts.join('; ')}.`, width);
}

/** Words in lines of at most so many columns; a longer word stands alone. */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [''];
  for (const word of text.replace(/\s+/g, ' ').trim().split(' ')) {
    const line = lines[lines.length - 1] ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= columns) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
