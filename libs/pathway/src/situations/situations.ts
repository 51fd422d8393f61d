import { afterSituations } from './after-situations.js';
import { childSituations } from './child-situations.js';
import { decisionSituations } from './decision-situations.js';
import { type Situation } from './situation.js';
import { usualWays } from './usual-ways.js';

/** Every story that the pathway is judged by: the field's numbered situations, and each outcome's ordinary way. */
export const situations: readonly Situation[] = [...childSituations, ...decisionSituations, ...afterSituations, ...usualWays];
