import { ageOn, type CalendarDay } from '#calendar';
import { chargingDecisionBy } from './charging-authority.js';
import { type Disposal } from './disposal.js';
import { type Facts } from './facts.js';
import { acceptsResponsibility, firstOffenceOn, isCharged, mayBeInsideDwelling } from './readings.js';
import table from './tables/outcome-numbers.json' with { type: 'json' };

/** Undefined while birth or offence is not known. */
function isUnderTen(facts: Facts): boolean | undefined {
  const on = firstOffenceOn(facts);
  return facts.bornOn === undefined || on === undefined ? undefined : ageOn(facts.bornOn, on) < 10;
}

const isEvidenceInQuestion = (facts: Facts): boolean =>
  facts.evidence?.isMet === false || (mayBeInsideDwelling(facts) && facts.wasOutsideDwelling !== true);

function numbersOfNoAction(facts: Facts): readonly string[] {
  if (isUnderTen(facts) === true) return table.belowTen;
  if (isCharged(facts)) return ['9'];
  return [
    ...(chargingDecisionBy(facts) === 'CPS' ? ['9'] : []),
    '10',
    ...(isEvidenceInQuestion(facts) ? ['15', '16'] : []),
    '20',
    '21',
  ];
}

function numbersOfResolution(facts: Facts): readonly string[] {
  if (facts.resolutionNumber !== undefined) return [facts.resolutionNumber];
  const accepts = acceptsResponsibility(facts);
  if (accepts === undefined) return table.numbers.yrd;
  return accepts ? ['8'] : ['22'];
}

/** The Home Office numbers that a disposal may end in, by the facts of the case; stored with it, never inferred from its label. */
export function outcomeNumbers(disposal: Disposal, facts: Facts, on: CalendarDay): readonly string[] {
  if (disposal === 'nfa') return numbersOfNoAction(facts);
  if (disposal === 'yrd') return numbersOfResolution(facts);
  if (disposal === 'o23' && on <= table.deferralBeforeOutcome23.to) return [table.deferralBeforeOutcome23.number];
  return table.numbers[disposal];
}

/**
 * Whether the police may record that number for this case: one of its disposal's, 17 (which raises an alarm), or 5. Without a
 * decision of a panel (diverted, withdrawn) the police choose freely among the outcomes. 11 is for a child below ten alone.
 */
export function isRecordable(number: string, facts: Facts): boolean {
  if (table.notAnOutcome.includes(number) || number === '') return false;
  if (table.belowTen.includes(number) && isUnderTen(facts) === false) return false;
  if ([...table.alarm, ...table.suspectDied].includes(number) || facts.outcome === undefined) return true;
  if (facts.outcome === 'yrd') {
    if (number === '8') return acceptsResponsibility(facts) !== false;
    return [...table.numbers.yrd, ...table.whereActivityFailed].includes(number);
  }
  return (table.numbers[facts.outcome] as readonly string[]).includes(number);
}

/** Outcome 17, the prosecution time limit passed, is a failure to be looked into whenever it is recorded. */
export const isAlarm = (number: string): boolean => table.alarm.includes(number);
