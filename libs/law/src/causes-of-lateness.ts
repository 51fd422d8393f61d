import { type RuleSource } from './rule.js';
import { localPolicy } from './sources.js';

/** Why something came late. What protects a child or a victim is counted apart and blames nobody. */
export type LatenessCause = {
  readonly blamesNobody: boolean;
  readonly source: RuleSource;
  readonly status: 'verified' | 'toBeConfirmed';
};

const cause = (blamesNobody: boolean, at: string): LatenessCause => ({
  blamesNobody,
  source: localPolicy(at),
  status: 'toBeConfirmed',
});
const protects = (at: string) => cause(true, at);
const counts = (at: string) => cause(false, at);

/** No source has a list of causes: this one is proposed, and those that protect come first. */
export const causesOfLateness = {
  advice: protects('time for legal advice'),
  appropriateAdult: protects('no suitable appropriate adult: another one is found, or the lateness is logged with its cause'),
  interpreter: protects('an interpreter was awaited'),
  intermediary: protects('waiting for an intermediary is lateness that blames nobody'),
  welshSpeaker: protects('a Welsh-speaking officer was awaited, for no Welsh text is approved'),
  illness: protects('illness of the child or of whoever has to be there'),
  missing: protects('the child was missing: safeguarding comes first, and no clock stops'),
  victimNotReady: protects('the victim was not ready'),
  notAttended: counts('child or family did not come; never shown as a refusal to engage'),
  quorum: counts('the panel had no quorum, or lost it'),
  information: counts('information of another agency was awaited'),
  policeFile: counts('the police file was awaited'),
  officer: counts('no officer was free'),
  place: counts('no place was free'),
  workload: counts('nobody of the service was free'),
  other: counts('none of these'),
} as const satisfies { readonly [code: string]: LatenessCause };

export type CauseOfLateness = keyof typeof causesOfLateness;
export const causeCodes = Object.keys(causesOfLateness) as readonly CauseOfLateness[];
