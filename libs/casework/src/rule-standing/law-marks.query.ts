import { type Instant } from '#calendar';
import { type Mark, marks, type RuleId, type RuleSource, standingOfMark } from '#law';
import { Ledger, type Query } from '#ledger';
import { Injectable } from '@nestjs/common';
import { lawAt } from '../queries/case-reading.query.js';
import { historyUntil, LawOverview, type LawRule, type RuleSaid } from './law-overview.query.js';

/**
 * Whatever carries a mark: a rule, a deadline, a legal effect, a row of a table, with what was said of it. `asWritten` is what it was
 * delivered with; `from` the first day of the version of a rule, of anything else what exactly was read.
 */
export type LawMark = Pick<LawRule, 'status' | 'asWritten' | 'standing' | 'history'> & {
  readonly name: string;
  readonly of: { readonly kind: 'rule'; readonly rule: RuleId } | Pick<Mark, 'kind'>;
  readonly from: string;
  readonly source: RuleSource;
};

/** Everything that is confirmed or to be confirmed, in one list. It names no case. */
@Injectable()
export class LawMarks {
  constructor(
    private readonly ledger: Ledger,
    private readonly law: LawOverview,
  ) {}

  async at(query: Query, at: Instant): Promise<{ readonly version: number; readonly marks: readonly LawMark[] }> {
    const { version, rules } = await this.law.at(query, at);
    const { standings } = await lawAt(query, this.ledger, at);
    const history = await historyUntil(query, at);
    const ofRules = rules.map(({ rule, from, status, asWritten, standing, source, history: said }): LawMark => ({
      name: rule,
      of: { kind: 'rule', rule },
      ...{ from, status, asWritten, standing, source, history: said },
    }));
    const others = marks.map((mark): LawMark => {
      const { status, standing = null } = standingOfMark(mark, standings);
      const said: readonly RuleSaid[] = history.get(mark.name) ?? [];
      return {
        name: mark.name,
        of: { kind: mark.kind },
        from: mark.version,
        status,
        asWritten: mark.status,
        standing,
        source: mark.source,
        history: said,
      };
    });
    return { version, marks: [...ofRules, ...others] };
  }
}
