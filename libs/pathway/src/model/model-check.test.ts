import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Pathway } from '../pathway.js';
import { machineOf, pathways } from '../pathways.js';
import { isMissed } from '../situations/situation.js';
import { situationsOf } from '../situations/situations-of.js';
import { type State, states } from '../states.js';
import { rowInWords } from '../table-file.js';
import { checkModel, isFaulty } from './check.js';
import { transitionsOf, withoutTransition } from './deletions.js';
import { expectedAnswers } from './expected-answers.js';

type Numbers = { readonly deletions: { readonly total: number; readonly byChecks: number; readonly bySituations: number } };
type Table = { readonly states: { readonly [S in State]: unknown } };
const read = (folder: string, name: string): unknown => JSON.parse(readFileSync(join(__dirname, folder, `${name}.json`), 'utf8'));
const say = (text: string): boolean => process.stdout.write(`${text}\n`);
const written = (count: number): string => count.toLocaleString('en-GB');

const rows = pathways().map((pathway) => ({ name: `${pathway.name}-${pathway.version}`, pathway }));

describe.each(rows)('model check of $name', ({ name, pathway }) => {
  const machine = machineOf(pathway);
  const numbers = read('numbers', name) as Numbers;
  const checkedIn = (read('../tables', name) as Table).states;
  const situations = situationsOf(pathway);
  /** A row that the deletion did not touch is the checked-in one, which another test compares. */
  const row = (broken: Pathway, state: State): unknown =>
    broken.table[state] === pathway.table[state] ? checkedIn[state] : rowInWords(broken.table[state]);

  it('finds no fault in any configuration under any valuation of the rules', () => {
    const { faults, ...found } = checkModel(pathway);
    say(
      `${name}: ${found.states} states, ${found.transitions} transitions, ${written(found.places)} places, ${written(found.edges)} edges, ` +
        `${written(found.valuations)} valuations of ${found.ruleClasses} classes of rules, ${written(found.configurations)} configurations, ` +
        `${faults.length} faults`,
    );
    expect(faults).toEqual([]);
    expect(found.transitions).toBe(transitionsOf(machine).length);
    // The page of the pathway tells these numbers (after a wanted change: node tools/pathways.mjs).
    expect({ ...found, deletions: numbers.deletions }).toEqual(numbers);
  });

  it('is asked, by hand, what each of its states must always hear', () => {
    expect(Object.keys(expectedAnswers)).toContain(pathway.name);
    const answered = Object.keys(expectedAnswers[pathway.name as keyof typeof expectedAnswers].states);
    expect([...answered, 'closed'].sort()).toEqual([...pathway.states].sort());
  });

  it('notices every single transition that is deleted', () => {
    const deletions = transitionsOf(machine);
    const unnoticed: unknown[] = [];
    const by = { checks: 0, situations: 0, table: 0 };
    for (const place of deletions) {
      const broken = withoutTransition(pathway, machine, place);
      const noticed = {
        checks: isFaulty(broken),
        situations: isMissed(broken, situations, place.event),
        table: states.some((state) => !isDeepStrictEqual(row(broken, state), checkedIn[state])),
      };
      if (noticed.checks) by.checks++;
      if (noticed.situations) by.situations++;
      if (noticed.table) by.table++;
      // The table notices by its nature; a deletion that nothing else notices would be a rule that nobody needs.
      if (!noticed.table || !(noticed.checks || noticed.situations)) unnoticed.push(place);
    }
    const total = deletions.length;
    say(
      `${name}: ${total - unnoticed.length} of ${total} deletions noticed (checks ${by.checks}, situations ${by.situations}, checked-in table ${by.table})`,
    );
    expect(unnoticed).toEqual([]);
    expect({ total, byChecks: by.checks, bySituations: by.situations }).toEqual(numbers.deletions);
  }, 120_000);
});
