import { gravityDirection } from '../gravity.js';
import { type Facts, type Gravity } from '../facts.js';
import { admissionOnRecord, gravityOf } from '../readings.js';
import { type Lacking, type Rules } from '../rule.js';
import { gravityMatrix, inspectionStandards, localPolicy, valePack } from '../sources.js';

const row = {
  protective: true,
  reach: 'local',
  inForce: { from: '2013-04-08' },
  datedBy: 'decision',
  binds: 'deciding',
} as const;

/** A part of the record that inspectors look for: while nobody has confirmed that it is asked for, blank is a finding and no hindrance. */
const finding = { ...row, protective: false, reach: 'national', status: 'toBeConfirmed' } as const;

/** Of each score something must be said; what was not said is to be recorded with the score. */
const eachScore =
  (says: (gravity: Gravity) => boolean) =>
  ({ offences = [] }: Facts): boolean | Lacking =>
    offences.every(({ gravity }) => gravity === undefined || says(gravity)) || { lacks: 'gravity' };

/** What a decision record must hold, and the gravity score it is read beside. */
export const decisionRules = {
  decisionHasReasons: [
    {
      ...row,
      source: localPolicy('a decision is ratified with its reasons'),
      status: 'toBeConfirmed',
      needs: ['decision'],
      holds: ({ decision }) => decision?.hasReasons === true,
    },
  ],
  diversityIsAnswered: [
    {
      ...row,
      source: valePack('diversity and over-representation are a question of every decision'),
      status: 'verified',
      needs: ['decision'],
      holds: ({ decision }) => decision?.hasDiversity === true,
    },
  ],
  lessIntrusiveIsConsidered: [
    {
      ...row,
      source: localPolicy('each decision says why nothing less intrusive would do'),
      status: 'toBeConfirmed',
      needs: ['decision'],
      concerns: ({ outcome }) => outcome !== 'nfa',
      holds: ({ decision }) => decision?.hasWhyNothingLessIntrusive === true,
    },
  ],
  informationConsideredIsNamed: [
    {
      ...finding,
      source: inspectionStandards('several sources of information; that the decision names them is our reading'),
      needs: ['decision'],
      holds: ({ decision }) => decision?.hasInformation === true || { lacks: 'decision' },
    },
  ],
  whatWasSaidIsOnRecord: [
    {
      ...finding,
      source: inspectionStandards('joint decisions with reasons; that what was said at interview is part of them is our reading'),
      needs: [],
      holds: (facts) => admissionOnRecord(facts) !== undefined || { lacks: 'admissionNoted' },
    },
  ],
  gravityIsScored: [
    {
      ...row,
      reach: 'national',
      source: gravityMatrix,
      status: 'verified',
      needs: ['offences'],
      holds: (facts) => {
        const score = gravityOf(facts);
        return score === undefined ? { lacks: 'gravity' } : Number.isInteger(score) && score >= 1 && score <= 5;
      },
    },
  ],
  gravityScorerIsNamed: [
    {
      ...row,
      source: localPolicy('who gave a gravity score is on record'),
      status: 'toBeConfirmed',
      needs: ['offences'],
      holds: eachScore(({ isScorerNamed }) => isScorerNamed),
    },
  ],
  gravityMovesAtMostOnePoint: [
    {
      ...row,
      reach: 'national',
      source: { ...gravityMatrix, at: 'factors move the score by at most one point; final within 1 to 5' },
      status: 'toBeConfirmed',
      needs: ['offences'],
      holds: ({ offences = [] }) =>
        offences.every(
          ({ gravity }) =>
            gravity === undefined ||
            ([-1, 0, 1].includes(gravity.adjustment) &&
              gravity.final === Math.min(5, Math.max(1, gravity.start + gravity.adjustment))),
        ),
    },
  ],
  gravityFactorsAreListed: [
    {
      ...row,
      reach: 'national',
      source: { ...gravityMatrix, at: 'factors move the score; that each is listed was not read' },
      status: 'toBeConfirmed',
      needs: ['offences'],
      concerns: ({ offences = [] }) => offences.some(({ gravity }) => gravity !== undefined && gravity.adjustment !== 0),
      holds: eachScore(({ adjustment, hasFactors }) => adjustment === 0 || hasFactors === true),
    },
  ],
  departureHasReasons: [
    {
      ...row,
      reach: 'national',
      source: gravityMatrix,
      status: 'verified',
      needs: ['outcome', 'decision'],
      concerns: (facts) => {
        const direction = gravityDirection(facts);
        if (direction === undefined) return { lacks: 'gravity' };
        return facts.outcome === undefined || !direction.disposals.includes(facts.outcome);
      },
      holds: ({ decision }) => decision?.hasReasons === true,
    },
  ],
} as const satisfies Rules;
