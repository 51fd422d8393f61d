// The clocks, the causes of lateness and the facts of docs/law.md, in words; the code stands beside them.
import { causeInWords, clockDayInWords, clockInWords, clockStartInWords, factInWords, roleInWords } from '#wording';
import { head, mark, row, said, sourceOf } from './law-rules.mjs';

const units = {
  workingDays: ['working day', 'working days'],
  days: ['day', 'days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
};
const counted = (value, [one, more]) => `${value} ${value === 1 ? one : more}`;
const upper = (text) => `${text[0].toUpperCase()}${text.slice(1)}`;

function lengthOf({ length, areClearDays }) {
  const [[unit, value]] = Object.entries(length);
  if (unit === 'fact') return `${clockDayInWords(value, 'en')} (\`${value}\`)`;
  if (unit === 'open') return 'no limit';
  return areClearDays ? `${value} clear days` : counted(value, said(units, unit));
}

const startOf = ({ countedFrom, cutOff }) =>
  `${clockStartInWords(countedFrom, 'en')} (\`${countedFrom}\`)${cutOff === null ? '' : `; what comes from ${cutOff} on is received on the next working day`}`;

/** On the day, or so many working days before or after it. */
const momentOf = (workingDays) => {
  if (workingDays === 0) return 'on the day';
  return `${Math.abs(workingDays)} ${workingDays < 0 ? 'before' : 'after'}`;
};
const toldOf = ({ alerts }) =>
  alerts.map(({ workingDays, tell }) => `${momentOf(workingDays)}: ${roleInWords(tell, 'en')}`).join('<br>');

const kinds = [
  ['waiting', 'Clocks that wait with the case', 'Each belongs to a state of the case and ends when the case goes on.'],
  ['duty', 'Duties', 'Each begins and ends with an event of its own, beside any state, and may outlive the closing.'],
  ['lookedUp', 'Limits that are looked up', 'They start no clock of a case, and nobody is told of them.'],
];

export const clocksOf = (law) => [
  '## Clocks',
  '',
  'The day from which a clock is counted is not counted itself. A working day is Monday to Friday and no bank holiday of England and Wales. Whoever is',
  'told is told so many working days before or after the day that is due. No text of a charging limit suggests a charge.',
  '',
  ...kinds.flatMap(([kind, title, says]) => [
    `### ${title}`,
    '',
    says,
    '',
    ...head('Clock', 'How long', 'Counted from', ...(kind === 'lookedUp' ? [] : ['Who is told']), 'Source', 'Mark'),
    ...Object.entries(law.deadlines)
      .filter(([, clock]) => clock.is === kind)
      .map(([name, clock]) =>
        row(
          `${upper(clockInWords(name, 'en'))} (\`clock.${name}\`)`,
          lengthOf(clock),
          startOf(clock),
          ...(kind === 'lookedUp' ? [] : [toldOf(clock)]),
          sourceOf(clock.source),
          mark(clock),
        ),
      ),
    '',
  ]),
];

export const causesOf = (law) => [
  '## Causes of lateness',
  '',
  'Whoever ends a clock after its day may say why. Left blank it is refused nowhere; it shows in the case as a finding.',
  '',
  ...head('Cause', 'How it counts', 'Source', 'Mark'),
  ...Object.entries(law.causesOfLateness).map(([code, { blamesNobody, source, status }]) =>
    row(
      `${upper(causeInWords(code, 'en'))} (\`cause.${code}\`)`,
      blamesNobody ? 'counted apart: blames nobody' : 'counted',
      sourceOf(source),
      mark({ status }),
    ),
  ),
  '',
];

const helps = { record: 'to be put on record', obtain: 'somebody’s authority or presence', wait: 'waited for', none: 'nobody is sent to get it' };
const values = {
  boolean: 'yes or no',
  day: 'a day',
  code: 'one of a list, or a number',
  object: 'with its parts',
  rules: 'rules by name',
  person: 'a person, by number',
};

export const factsOf = (law) => [
  '## Facts and their help',
  '',
  'What helps where a fact is missing, and who may put it on record by itself. Where nobody is named it comes with an event or a paper. An admission, a',
  'consent, an agreement, the answer to legal advice, the age and a victim’s wishes are never sent for.',
  '',
  ...head('Fact', 'Where it is missing', 'What it is', 'By itself on record by'),
  ...Object.entries(law.factRows).map(([fact, { help, by, value }]) =>
    row(
      `${upper(factInWords(fact, 'en'))} (\`${fact}\`)`,
      said(helps, help),
      said(values, value),
      by.map((role) => roleInWords(role, 'en')).join(', '),
    ),
  ),
];
