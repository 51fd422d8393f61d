import { needsPncEntry } from '../duties.js';
import { isRecordable } from '../outcome-numbers.js';
import { type Rules } from '../rule.js';
import { crimeAndDisorder, homeOfficeOutcomes } from '../sources.js';
import table from '../tables/outcome-numbers.json' with { type: 'json' };

const row = {
  status: 'verified',
  protective: true,
  reach: 'national',
  inForce: { from: '2013-04-08' },
  datedBy: 'delivery',
  binds: 'recording',
} as const;

/** What the police record at the end: the number by the facts, never by the label. */
export const recordingRules = {
  outcomeNumberFits: [
    {
      ...row,
      source: homeOfficeOutcomes('numbers of the seven disposals'),
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
} as const satisfies Rules;
