import { gravityDirection } from '../gravity.js';
import { gravityOf } from '../readings.js';
import { type Rules } from '../rule.js';
import { gravityMatrix, localPolicy, valePack } from '../sources.js';

const row = {
  protective: true,
  reach: 'local',
  inForce: { from: '2013-04-08' },
  datedBy: 'decision',
  binds: 'deciding',
} as const;

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
