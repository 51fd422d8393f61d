import { addDays, type Instant, londonDay, londonTime } from '#calendar';
import { type Json } from '#proof';
import { type Dice, diceOf } from './dice.js';
import { plannedChild } from './planned-child.js';
import { noticeOf, policeFileOf, type ReferralOrder, sceneOf, scoreOf } from './planned-referral.js';
import { drawn, happens, inclinationAt } from './proportions.js';

/** Everything that chance decides of one referral, before anybody is asked anything. */
export type PlannedCase = {
  readonly number: number;
  readonly receivedAt: Instant;
  readonly sender: string;
  readonly practitioner: string;
  readonly notice: Json;
  readonly policeFile: Json;
  /** Working days after the receipt on which the police file follows; 0: it comes with the notice. */
  readonly policeFileAfter: number;
  readonly hasVictim: boolean;
  readonly isRecordable: boolean;
  /** How the panel leans; the first of them that the law allows is decided. */
  readonly inclination: readonly string[];
  /** Working days, each from the step before. */
  readonly days: {
    readonly allocation: number;
    readonly appointment: number;
    readonly assessment: number;
    readonly countersignature: number;
    readonly plan: number;
    readonly giving: number;
    readonly sergeant: number;
    readonly charge: number;
  };
  /** How many weeks the activity or plan lasts. */
  readonly weeks: number;
  readonly turns: { readonly [turn in Turn]: boolean };
};
export type Turn = (typeof turns)[number];

const turns = [
  'assessmentNotPossible',
  'panelMissed',
  'consensusNotReached',
  'policeDepart',
  'nfaDeclined',
  'planDeclined',
  'givingPostponed',
  'admissionNotConfirmed',
  'activityNotCompleted',
  'excuseFound',
] as const;

export function plannedCase(seed: string, number: number, receivedAt: Instant): PlannedCase {
  const dice = diceOf(`${seed}/case/${number}`);
  const offenceOn = addDays(londonDay(receivedAt), -dice.whole(2, 40));
  const offence = drawn('offence', dice);
  // Nobody has an interview at the station in the morning and a notice at noon: what comes by night or at weekends comes from custody.
  const isFromCustody = happens('inCustody', dice) || londonTime(receivedAt) >= '18:00:00';
  const order: ReferralOrder = {
    number,
    receivedAt,
    offenceOn,
    offence,
    admission: drawn('admission', dice),
    gravityStep: drawn('gravityStep', dice),
    isFromCustody,
    child: plannedChild(offenceOn, dice),
  };
  const scene = sceneOf(offence);
  return {
    number,
    receivedAt,
    sender: `${isFromCustody ? 'custody-sergeant' : 'referring-supervisor'}@south-wales-police.test`,
    practitioner: `practitioner${number % 2 === 0 ? '' : '-2'}@vale.test`,
    notice: noticeOf(order, dice),
    policeFile: policeFileOf(order, dice),
    policeFileAfter: policeFileAfter(dice),
    hasVictim: scene.victim !== 'none',
    isRecordable: scene.recordable === 'yes',
    inclination: inclinationAt(scoreOf(scene, order.gravityStep), dice),
    days: {
      allocation: dice.chance(0.85) ? 0 : 1,
      appointment: dice.whole(2, 5),
      assessment: happens('assessmentLate', dice) ? dice.whole(11, 15) : dice.whole(4, 8),
      countersignature: dice.whole(0, 1),
      plan: dice.whole(1, 2),
      giving: dice.chance(0.9) ? 3 : 4,
      sergeant: dice.whole(1, 3),
      charge: dice.whole(2, 8),
    },
    weeks: dice.whole(4, 14),
    turns: Object.fromEntries(turns.map((turn) => [turn, happens(turn, dice)])) as PlannedCase['turns'],
  };
}

function policeFileAfter(dice: Dice): number {
  if (happens('policeFileAtOnce', dice)) return 0;
  return happens('policeFileLate', dice) ? dice.whole(3, 4) : dice.whole(1, 2);
}
