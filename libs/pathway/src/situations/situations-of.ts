import { type Pathway } from '../pathway.js';
import { afterSituations } from './after-situations.js';
import { aroundSituations } from './around-situations.js';
import { breachSituations } from './breach-situations.js';
import { childSituations } from './child-situations.js';
import { daySituations } from './day-situations.js';
import { decisionSituations } from './decision-situations.js';
import { divertSituations } from './divert/divert-situations.js';
import { type Situation } from './situation.js';
import { usualWays } from './usual-ways.js';
import { bureauSituations } from './youth-bureau/bureau-situations.js';
import { bureauWays } from './youth-bureau/bureau-ways.js';

const byName: { readonly [pathway: string]: readonly Situation[] } = {
  'vale-oocd': [
    ...childSituations,
    ...decisionSituations,
    ...breachSituations,
    ...afterSituations,
    ...aroundSituations,
    ...daySituations,
    ...usualWays,
  ],
  'youth-bureau': [...bureauSituations, ...bureauWays],
  divert: divertSituations,
};

/** Every story that a pathway is judged by: the field's numbered situations, and each outcome's ordinary way. */
export const situationsOf = ({ name }: Pick<Pathway, 'name'>): readonly Situation[] => byName[name] ?? [];
