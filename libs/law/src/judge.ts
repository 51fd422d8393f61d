import { type CalendarDay } from '#calendar';
import { helpFor } from './fact-rows.js';
import { type FactName, type Facts } from './facts.js';
import { firstOffenceOn } from './readings.js';
import { type LawContext, type Moment, moments, type Rule, type RuleAnswer, type RuleVersion, type SaidAnswer } from './rule.js';
import { type RuleId } from './rule-id.js';
import { blocksAs, standingOf } from './rule-standing.js';
import { rules } from './rules.js';

/** The rule as it stands: every id has one. */
export const ruleOf = (id: RuleId): Rule => rules[id];

/** The version in force on that day, or null. */
export const versionOn = (id: RuleId, day: CalendarDay): RuleVersion | null =>
  ruleOf(id).find(({ inForce }) => inForce.from <= day && (inForce.to === undefined || day <= inForce.to)) ?? null;

/** All rules in force on that day. */
export const lawOn = (day: CalendarDay): readonly { readonly rule: RuleId; readonly version: RuleVersion }[] =>
  (Object.keys(rules) as RuleId[]).flatMap((rule) => {
    const version = versionOn(rule, day);
    return version === null ? [] : [{ rule, version }];
  });

function versionFor(id: RuleId, facts: Facts, { on }: LawContext): RuleVersion {
  const [oldest] = ruleOf(id);
  const day = { offence: firstOffenceOn(facts), decision: facts.decidedOn, delivery: undefined }[oldest.datedBy] ?? on;
  // Before the oldest version there was no such law; what it says is the nearest there is.
  return versionOn(id, day) ?? oldest;
}

const isKnown = (facts: Facts, name: FactName): boolean => facts[name] !== undefined && facts[name] !== null;

/** The facts, with a note of each one that is read: what a rule says it looked at is what it did look at. A rule never spreads them. */
function noting(facts: Facts, read: Set<FactName>): Facts {
  return new Proxy(facts, { get: (all, name) => (read.add(name as FactName), all[name as FactName]) });
}

type Found = Pick<RuleAnswer, 'answer' | 'applies' | 'missing' | 'looksAt'>;

function answerOf(version: RuleVersion, facts: Facts, context: LawContext): Found {
  const missing = version.needs.filter((name) => !isKnown(facts, name));
  // `holds` is never asked on half the facts: unknown does not pass, and it does not accuse.
  if (missing.length > 0) return { answer: 'unknown', missing, looksAt: version.needs };
  const read = new Set<FactName>(version.needs);
  const noted = noting(facts, read);
  const isConcerned = version.concerns?.(noted, context) ?? true;
  if (isConcerned === false) return { answer: 'met', applies: false, missing: [], looksAt: [...read] };
  const found = isConcerned === true ? version.holds(noted, context) : isConcerned;
  const looksAt = [...read];
  if (typeof found === 'boolean') return { answer: found ? 'met' : 'notMet', missing: [], looksAt };
  return { answer: 'unknown', missing: [found.lacks], looksAt };
}

/** A local rule that is not there to protect the child may be lifted by a sergeant with a reason. */
const isLifted = (id: RuleId, version: RuleVersion, facts: Facts): boolean =>
  version.reach === 'local' && !version.protective && (facts.lifted ?? []).includes(id);

/** What one rule says of these facts. Pure; `context.on` picks the version where the rule is dated by the decision or the giving. */
export function judge(rule: RuleId, facts: Facts, context: LawContext): RuleAnswer {
  const version = versionFor(rule, facts, context);
  const { answer, applies, missing, looksAt } = answerOf(version, facts, context);
  const [first] = missing;
  const standing = standingOf(rule, version, context.standings);
  const status = standing?.status ?? version.status;
  return {
    rule,
    version: version.inForce.from,
    answer,
    ...(applies === false && { applies }),
    source: version.source,
    status,
    ...(standing && { standing: { by: standing.by, on: standing.on } }),
    protective: version.protective,
    reach: version.reach,
    binds: version.binds,
    blocks: blocksAs(status, version) && !isLifted(rule, version, facts),
    missing,
    looksAt,
    help: first === undefined ? 'none' : helpFor(first),
  };
}

/** The answer as it is said to people. */
export const saidAnswer = ({ answer, applies }: Pick<RuleAnswer, 'answer' | 'applies'>): SaidAnswer =>
  applies === false ? 'doesNotApply' : answer;

/** Whether an answer stops what is done at that moment: *not met* always does, *unknown* from the moment on at which the rule binds. */
export const standsInTheWay = ({ answer, blocks, binds }: RuleAnswer, moment: Moment): boolean =>
  blocks && (answer === 'notMet' || (answer === 'unknown' && moments.indexOf(moment) >= moments.indexOf(binds)));
