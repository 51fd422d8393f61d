import { ageOn, type Instant } from '#calendar';
import { type Particulars, particularsOf } from '#law';
import { type Asker, Ledger, type Query } from '#ledger';
import { type CaseFacts } from '#pathway';
import { Injectable } from '@nestjs/common';
import { answerOfReading } from '../cases/case-answer.js';
import { victimRefs } from '../cases/case-record.js';
import { type NextEvent } from '../cases/next-events.js';
import { type ExplainedClock } from '../clocks/explained-clock.js';
import { childOfCase, type ChildOfCase } from './child-of-case.js';
import { type CaseReading, readCase } from './case-reading.query.js';
import { birthdayFindings, blankFindings, type Finding, findingsOfCase } from './findings-of-case.js';

/** A case as it is shown. Victims are numbers here; the child's names come from the child's own paper of that moment. */
export type CaseOverviewView = {
  readonly reference: string;
  readonly state: string;
  readonly version: number;
  readonly asAt: Instant;
  readonly area: string;
  readonly isCaretaker: boolean;
  readonly homeAuthority: string | null;
  readonly team: string | null;
  readonly force: string | null;
  readonly pathway: { readonly name: string; readonly version: number } | null;
  readonly practitioner: string | null;
  readonly child: (ChildOfCase & { readonly age: number | null }) | null;
  readonly incident: { readonly reference: string | null; readonly others: readonly string[]; readonly elsewhere: number };
  readonly victims: readonly { readonly number: string; readonly hasEnhancedRights: boolean | null }[];
  readonly facts: CaseFacts;
  /** What is not known is left out. */
  readonly particulars: Particulars;
  readonly clocks: readonly ExplainedClock[];
  readonly findings: readonly Finding[];
  readonly next: readonly NextEvent[];
};

export type OverviewQuestion = {
  readonly reference: string;
  readonly at: Instant;
  readonly isPast: boolean;
  readonly asker: Pick<Asker, 'id' | 'roles' | 'rooms'>;
};

/** Everything a case shows at first sight, now or as it stood. Null: not there (then), or not theirs. */
@Injectable()
export class CaseOverview {
  constructor(private readonly ledger: Ledger) {}

  async of(query: Query, { reference, at, isPast, asker }: OverviewQuestion): Promise<CaseOverviewView | null> {
    const found = await readCase(query, this.ledger, reference, at, isPast);
    if (!found) return null;
    const { record, known, today } = found;
    const child = await childOfCase(query, found, isPast ? at : null);
    const answer = await answerOfReading(found, asker, (version) => this.ledger.calendar(version));
    return {
      reference,
      state: found.state,
      version: found.version,
      asAt: at,
      area: found.area,
      isCaretaker: record.home.isCaretaker,
      homeAuthority: record.home.authority,
      team: found.team,
      force: found.force,
      pathway: found.pathway === null ? null : { name: found.pathway, version: found.pathwayVersion ?? 1 },
      practitioner: await emailOf(query, record.practitioner),
      child: child && { ...child, age: child.bornOn === null ? null : ageOn(child.bornOn, today) },
      incident: await incidentOf(query, found),
      victims: victimRefs(known).map((number) => ({
        number,
        hasEnhancedRights: known.victims?.find(({ ref }) => ref === number)?.hasEnhancedRights ?? null,
      })),
      facts: known,
      particulars: particularsOf(known, found.calendar),
      clocks: answer.clocks,
      findings: [
        ...birthdayFindings(found.clocks, today),
        ...(await findingsOfCase(query, reference, at)),
        ...blankFindings(known, { on: today, calendar: found.calendar, moment: 'deciding', standings: found.law.standings }),
      ],
      next: isPast ? [] : answer.next,
    };
  }
}

async function emailOf(query: Query, person: string | undefined): Promise<string | null> {
  if (person === undefined) return null;
  const [row] = await query<{ email: string }>('select email from teg.person where id = $1', [person]);
  return row?.email ?? null;
}

/** The other cases of the incident that this reader may see, by reference, and how many there are elsewhere. No child is named. */
async function incidentOf(query: Query, { id, record }: CaseReading): Promise<CaseOverviewView['incident']> {
  const rows = await query<{ reference: string | null; cases: string[] }>(
    `select i.facts ->> 'reference' as reference, i.facts -> 'cases' as cases from teg.stream i
      where i.kind = 'incident' and (i.id = $1 or i.id in (select k.stream from teg.stream_key k where k.key in (select o.key from teg.stream_key o where o.stream = $1)))`,
    [record.incident],
  );
  const others = [...new Set(rows.flatMap(({ cases }) => cases))].filter((one) => one !== id);
  const seen = await query<{ reference: string }>(
    "select reference from teg.stream where id = any ($1) and kind = 'case' order by reference",
    [others],
  );
  return {
    reference: rows[0]?.reference ?? null,
    others: seen.map(({ reference }) => reference),
    elsewhere: others.length - seen.length,
  };
}
