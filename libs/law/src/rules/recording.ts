import { deadlines } from '../deadlines/deadlines.js';
import { dueOn } from '../deadlines/due-on.js';
import { needsPncEntry } from '../duties.js';
import { type Facts } from '../facts.js';
import { isRecordable } from '../outcome-numbers.js';
import { type Rules } from '../rule.js';
import { crimeAndDisorder, homeOfficeOutcomes, localPolicy } from '../sources.js';
import table from '../tables/outcome-numbers.json' with { type: 'json' };

const row = {
  status: 'verified',
  protective: true,
  reach: 'national',
  inForce: { from: '2013-04-08' },
  datedBy: 'delivery',
  binds: 'recording',
} as const;

/** No further action as the outcome on record, or as the number of a case that the police ended without one; undefined: neither is there. */
function endsInNoAction({ outcome, crimeOutcomeNumber }: Facts): boolean | undefined {
  if (outcome !== undefined) return outcome === 'nfa';
  return crimeOutcomeNumber === undefined ? undefined : table.numbers.nfa.includes(crimeOutcomeNumber);
}

/** What the police record at the end: the number by the facts, never by the label. */
export const recordingRules = {
  outcomeNumberFits: [
    {
      ...row,
      source: homeOfficeOutcomes('what each number means; which of them belong to which disposal is our reading'),
      status: 'toBeConfirmed',
      needs: ['crimeOutcomeNumber'],
      holds: (facts) => isRecordable(facts.crimeOutcomeNumber ?? '', facts),
    },
  ],
  outcomeNumberIsForChildren: [
    {
      ...row,
      reach: 'law',
      source: crimeAndDisorder('s.66ZA(6)'),
      needs: ['crimeOutcomeNumber'],
      holds: ({ crimeOutcomeNumber = '' }) => !table.adultsOnly.includes(crimeOutcomeNumber),
    },
  ],
  pncEntryIsRight: [
    {
      ...row,
      source: {
        act: 'Justice Committee HC 306 (2020)',
        at: 'PNC: cautions for recordable offences only',
        url: 'https://publications.parliament.uk',
      },
      needs: ['pnc'],
      holds: (facts) => {
        const isDue = needsPncEntry(facts);
        return isDue === undefined ? { lacks: 'offences' } : (facts.pnc === 'recorded') === isDue;
      },
    },
  ],
  victimMayAskForReview: [
    {
      ...row,
      source: deadlines.victimReviewWindow.source,
      protective: false,
      datedBy: 'decision',
      needs: ['victimsTold', 'reviewAskedBy'],
      holds: (facts, { on, calendar }) => {
        const isNoAction = endsInNoAction(facts);
        if (isNoAction !== true) return isNoAction ?? { lacks: 'outcome' };
        const { decidedOn, victimsTold, reviewAskedBy = '' } = facts;
        const toldOn = victimsTold?.[reviewAskedBy];
        // Told of an earlier decision is not told of this one.
        if (toldOn === undefined || (decidedOn !== undefined && toldOn < decidedOn)) return { lacks: 'victimsTold' };
        const last = dueOn(deadlines.victimReviewWindow, toldOn, calendar);
        return last === null || on <= last;
      },
    },
  ],
  givenCautionIsSetAside: [
    {
      ...row,
      source: localPolicy(
        'one offence has one outcome: a caution that was given stands until it is set aside or proceedings begin',
      ),
      status: 'toBeConfirmed',
      reach: 'local',
      datedBy: 'decision',
      needs: [],
      concerns: ({ given, chargedOn }) => (given === 'yc' || given === 'ycc') && chargedOn === undefined,
      holds: () => false,
    },
  ],
} as const satisfies Rules;
