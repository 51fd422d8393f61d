import { type FactName, type FactRow, factRows } from '#law';
import lists from '../referral/code-lists.json' with { type: 'json' };
import { boolean, code, day, list, object, type Shape, uuid, whole } from '../referral/shape.js';

const flags = (...names: readonly string[]): Shape => object(Object.fromEntries(names.map((name) => [name, boolean])));

/** Facts that come with a paper or an event and may have been mistyped there. What is asked afresh at the giving is not among them. */
const fromPapers: { readonly [fact in FactName]?: Shape } = {
  bornOn: day,
  wasInterviewedAtNight: boolean,
  admissionNoted: code(lists.admission),
  admissionIndicated: code(lists.admission),
  adviceTaken: boolean,
  interviewAdult: flags('isSuitable', 'isOverEighteen', 'isEmployedByPolice', 'isVictim'),
  victimCount: whole(0, 99),
  bail: object({ status: code(lists.bail_status), startsOn: day, endsOn: day }, 'status'),
  evidence: object({ level: code(['offenceTookPlace', 'enoughToCharge', 'fullCodeTest']), isMet: boolean }, 'level', 'isMet'),
  previousOutcomes: list(
    object(
      {
        on: day,
        type: code(lists.disposal_types),
        outcomeNumber: code(lists.home_office_outcomes),
        isConfirmed: boolean,
        isSetAside: boolean,
        of: uuid,
      },
      'on',
      'type',
      'isConfirmed',
    ),
    50,
  ),
  trafficking: object(
    {
      isReferred: boolean,
      on: day,
      decision: code(['pending', 'noReasonableGrounds', 'conclusiveGrounds', 'noConclusiveGrounds', 'withdrawn']),
    },
    'isReferred',
  ),
  court: object({ chargedOn: day, firstHearingOn: day, nextHearingOn: day }, 'chargedOn'),
  planEndsOn: day,
  planStartsOn: day,
  chargedOn: day,
  activityCompletedOn: day,
  receivedAt: { is: 'instant' },
};

function ofRow(row: FactRow): Shape | null {
  if (row.by.length === 0) return null;
  if (row.value === 'boolean') return boolean;
  if (row.value === 'day') return day;
  return row.value === 'code' ? code(row.codes ?? []) : null;
}

/** What a corrected value of this fact must look like; null where it is changed by a decision or a meeting of its own. */
export const correctable = (fact: string): Shape | null =>
  Object.hasOwn(factRows, fact) ? (fromPapers[fact as FactName] ?? ofRow(factRows[fact as FactName])) : null;
