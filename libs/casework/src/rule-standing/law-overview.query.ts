import { type CalendarDay, type Instant, londonDay } from '#calendar';
import {
  blocksAs,
  disposalRules,
  givingRulesOf,
  type RuleId,
  ruleIds,
  ruleOf,
  type RuleSource,
  type RuleVersion,
  standingOf,
  stepRules,
  versionOn,
} from '#law';
import { Ledger, type Query } from '#ledger';
import { Injectable } from '@nestjs/common';
import { lawAt } from '../queries/case-reading.query.js';

/** One word on a rule, as an administrator put it on record. */
export type RuleSaid = {
  readonly status: RuleVersion['status'];
  readonly by: string;
  readonly on: CalendarDay;
  readonly note: string | null;
  /** The version of the rule, and its source as it was read. */
  readonly from: CalendarDay;
  readonly source: RuleSource;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
};

/** A rule as it stands today. `status` and `blocks` are what holds; `asWritten` is the status it was delivered with. */
export type LawRule = Pick<RuleVersion, 'source' | 'status' | 'protective' | 'reach' | 'binds' | 'datedBy'> & {
  readonly rule: RuleId;
  readonly from: CalendarDay;
  readonly to: CalendarDay | null;
  readonly asWritten: RuleVersion['status'];
  readonly standing: { readonly by: string; readonly on: CalendarDay } | null;
  /** False: an answer of *no* only warns. */
  readonly blocks: boolean;
  /** Versions that are not in force today. */
  readonly otherVersions: readonly { readonly from: CalendarDay; readonly to: CalendarDay | null; readonly source: RuleSource }[];
  readonly usedIn: {
    readonly disposals: readonly string[];
    readonly giving: readonly string[];
    readonly steps: readonly string[];
  };
  readonly history: readonly RuleSaid[];
};
export type LawOverviewView = { readonly version: number; readonly rules: readonly LawRule[] };

/** Every rule of the law with its source, whether it is confirmed, what that means, and what was said of it. It names no case. */
@Injectable()
export class LawOverview {
  constructor(private readonly ledger: Ledger) {}

  async at(query: Query, at: Instant): Promise<LawOverviewView> {
    const { version, standings } = await lawAt(query, this.ledger, at);
    const history = await historyUntil(query, at);
    const today = londonDay(at);
    const rules = ruleIds.flatMap((rule): LawRule[] => {
      const inForce = versionOn(rule, today);
      if (inForce === null) return [];
      const said = standingOf(rule, inForce, standings);
      const status = said?.status ?? inForce.status;
      const { source, protective, reach, binds, datedBy } = inForce;
      return [
        {
          rule,
          status,
          ...daysOf(inForce),
          asWritten: inForce.status,
          standing: said ? { by: said.by, on: said.on } : null,
          blocks: blocksAs(status, inForce),
          ...{ source, protective, reach, binds, datedBy },
          otherVersions: ruleOf(rule).flatMap((one) => (one === inForce ? [] : [{ ...daysOf(one), source: one.source }])),
          usedIn: usesOf(rule),
          history: history.get(rule) ?? [],
        },
      ];
    });
    return { version, rules };
  }
}

const daysOf = ({ inForce: { from, to } }: RuleVersion) => ({ from, to: to ?? null });

const namesWith = (groups: { readonly [name: string]: readonly RuleId[] }, rule: RuleId): readonly string[] =>
  Object.entries(groups).flatMap(([name, rules]) => (rules.includes(rule) ? [name] : []));

const usesOf = (rule: RuleId): LawRule['usedIn'] => ({
  disposals: namesWith(disposalRules, rule),
  giving: namesWith(givingRulesOf, rule),
  steps: namesWith(stepRules, rule),
});

type Row = { readonly said: RuleSaid & { readonly rule: string }; readonly at: Date; readonly email: string };

/** Every word that was said by a moment, newest first, by what it is about. */
export async function historyUntil(query: Query, at: Instant): Promise<ReadonlyMap<string, readonly RuleSaid[]>> {
  const rows = await query<Row>('select said, at, email from teg.law_history($1)', [at]);
  const history = new Map<string, RuleSaid[]>();
  for (const { said, at: recorded, email } of rows) {
    const { rule, ...one } = said;
    history.set(rule, [...(history.get(rule) ?? []), { ...one, recordedAt: recorded.toISOString(), recordedBy: email }]);
  }
  return history;
}
