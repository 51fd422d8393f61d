import { isDeepStrictEqual } from 'node:util';
import { type Pathway } from '../pathway.js';
import { pathwayOf } from '../pathways.js';
import { playSituation } from '../situations/situation.js';
import { situations } from '../situations/situations.js';
import { type State, states } from '../states.js';
import { rowInWords } from '../table-file.js';
import checkedIn from '../vale-oocd.table.json' with { type: 'json' };
import { valeOocd } from '../vale-oocd.machine.js';
import numbers from './vale-oocd.numbers.json' with { type: 'json' };
import { checkModel, isFaulty } from './check.js';
import { transitionsOf, withoutTransition } from './deletions.js';

const pathway = pathwayOf('vale-oocd', 1);
/** A row that the deletion did not touch is the checked-in one, which another test compares. */
const rows = (broken: Pathway, state: State): unknown =>
  broken.table[state] === pathway.table[state] ? checkedIn.states[state] : rowInWords(broken.table[state]);
const say = (text: string): boolean => process.stdout.write(`${text}\n`);
const places = (count: number): string => count.toLocaleString('en-GB');

describe('model check of vale-oocd 1', () => {
  it('finds no fault in any configuration under any valuation of the rules', () => {
    const report = checkModel(pathway);
    say(
      `vale-oocd 1: ${report.states} states, ${report.transitions} transitions, ${places(report.places)} places, ${places(report.edges)} edges, ` +
        `${places(report.valuations)} valuations of ${report.ruleClasses} groups of rules, ${places(report.configurations)} configurations, ` +
        `${report.faults.length} faults`,
    );
    const { faults, ...found } = report;
    expect(faults).toEqual([]);
    expect(found.transitions).toBe(transitionsOf(valeOocd).length);
    // The page of the pathway tells these numbers (after a wanted change: node tools/pathways.mjs).
    expect({ ...found, deletions: numbers.deletions }).toEqual(numbers);
  });

  it('notices every single transition that is deleted', () => {
    const deletions = transitionsOf(valeOocd);
    const unnoticed: unknown[] = [];
    const by = { checks: 0, situations: 0, table: 0 };
    for (const place of deletions) {
      const broken = withoutTransition(pathway, valeOocd, place);
      const noticed = {
        checks: isFaulty(broken),
        situations: situations.some((situation) => playSituation(broken, situation) !== null),
        table: states.some((state) => !isDeepStrictEqual(rows(broken, state), checkedIn.states[state])),
      };
      if (noticed.checks) by.checks++;
      if (noticed.situations) by.situations++;
      if (noticed.table) by.table++;
      // The table notices by its nature; a deletion that nothing else notices would be a rule that nobody needs.
      if (!noticed.table || !(noticed.checks || noticed.situations)) unnoticed.push(place);
    }
    const total = deletions.length;
    say(
      `${total - unnoticed.length} of ${total} deletions noticed (checks ${by.checks}, situations ${by.situations}, checked-in table ${by.table})`,
    );
    expect(unnoticed).toEqual([]);
    expect({ total, byChecks: by.checks, bySituations: by.situations }).toEqual(numbers.deletions);
  }, 120_000);
});
