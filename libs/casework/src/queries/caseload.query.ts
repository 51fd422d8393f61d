import { type CalendarDay, type Instant, londonDay } from '#calendar';
import { type Query } from '#ledger';
import { type Room } from '#people';
import { Injectable } from '@nestjs/common';

/** A line of a caseload: enough to know whose turn it is, by when. */
export type CaseLine = {
  readonly reference: string;
  readonly state: string;
  readonly nextDueOn: CalendarDay | null;
  readonly isOverdue: boolean;
  readonly child: { readonly givenName: string | null; readonly familyName: string | null } | null;
  readonly practitioner: string | null;
  readonly hasPoliceFile: boolean;
};

/** Of which service or team. A list always names its own with "=": the policy is the second net and is never used to search. */
export type CaseloadOf = { readonly area: string } | { readonly team: Room };
export type CaseloadQuestion = {
  readonly of: CaseloadOf;
  readonly state: string | null;
  readonly at: Instant;
  readonly size: number;
  readonly offset: number;
};
/** Beyond this many a list says how many it has counted and that there are more: counting them all would cost more than the page. */
export const countedUpTo = 1000;
export type Caseload = { readonly items: readonly CaseLine[]; readonly total: number; readonly isTotalCapped: boolean };

type Row = Omit<CaseLine, 'isOverdue' | 'child'> & {
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly isChildSeen: boolean;
};

/** The open cases of a service or team, those due first at the top. */
@Injectable()
export class CaseloadList {
  async page(query: Query, { of, state, at, size, offset }: CaseloadQuestion): Promise<Caseload> {
    const column = 'area' in of ? 'home_area' : 'team';
    const where = `s.kind = 'case' and not s.is_ending and s.${column} = $1 and ($2::text is null or s.state = $2)`;
    const filter = ['area' in of ? of.area : of.team, state];
    // The ids are taken out of the facts before the limit: a cast in the join itself may not be tried before the policy of the other
    // table is (it is not leakproof), and would have every file read.
    const rows = await query<Row>(
      `select l.reference, l.state, l.next_due_on::text as "nextDueOn", p.email as practitioner, l.facts -> 'policeFile' <> 'null' as "hasPoliceFile",
              c.facts ->> 'givenName' as "givenName", c.facts ->> 'familyName' as "familyName", c.id is not null as "isChildSeen"
         from (select s.*, (s.facts ->> 'child')::uuid as child, (s.facts ->> 'practitioner')::uuid as worker
                 from teg.stream s where ${where} order by s.next_due_on, s.reference limit $3 offset $4) l
         left join teg.stream c on c.id = l.child
         left join teg.person p on p.id = l.worker
        order by l.next_due_on, l.reference`,
      [...filter, size, offset],
    );
    const [counted] = await query<{ total: number }>(
      `select count(*)::int as total from (select from teg.stream s where ${where} limit ${countedUpTo + 1}) counted`,
      filter,
    );
    const total = counted?.total ?? 0;
    const today = londonDay(at);
    return {
      items: rows.map((row) => line(row, today)),
      total: Math.min(total, countedUpTo),
      isTotalCapped: total > countedUpTo,
    };
  }
}

function line({ givenName, familyName, isChildSeen, ...row }: Row, today: CalendarDay): CaseLine {
  return {
    ...row,
    isOverdue: row.nextDueOn !== null && row.nextDueOn < today,
    child: isChildSeen ? { givenName, familyName } : null,
  };
}

const servicePattern = /^(?:yjs|seconded|cps):(.+)$/;

/** The list a person has without asking for another: their service's, or their team's queue. Null: neither. */
export function ownCaseload(
  asker: { readonly rooms: readonly Room[] },
  wish: { readonly area?: string | undefined; readonly team?: string | undefined },
): CaseloadOf | null {
  const areas = asker.rooms.flatMap((room) => servicePattern.exec(room)?.[1] ?? []);
  const teams = asker.rooms.filter((room) => room.startsWith('team:'));
  if (wish.area !== undefined) return areas.includes(wish.area) ? { area: wish.area } : null;
  if (wish.team !== undefined) return teams.includes(wish.team) ? { team: wish.team } : null;
  const [area] = areas;
  const [team] = teams;
  return area !== undefined ? { area } : team !== undefined ? { team } : null;
}
