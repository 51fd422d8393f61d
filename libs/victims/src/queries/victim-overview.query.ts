import { type Query } from '#ledger';
import { Injectable } from '@nestjs/common';
import { currentVictim, victimKey, type VictimRecord } from '../victim-record.js';

/** A victim as the victim service sees them: what the police wrote, and what the victim has said since. */
export type VictimView = Omit<VictimRecord, 'case' | 'forCase'> & {
  readonly reference: string;
  readonly version: number;
  readonly area: string;
};
type Row = { readonly reference: string; readonly version: number; readonly area: string; readonly facts: VictimRecord };

@Injectable()
export class VictimOverview {
  /** One victim; null where there is none for this reader. */
  async of(query: Query, reference: string): Promise<VictimView | null> {
    const rows = await query<Row & { readonly isOwn: boolean }>(
      `select s.reference, s.version, s.home_area as area, s.facts, s.state is null as "isOwn" from teg.stream s join teg.stream_key k on k.stream = s.id
        where k.key = $1 and s.kind = 'victim' order by (s.facts ->> 'policePart')::integer nulls first`,
      [victimKey(reference)],
    );
    const own = rows.find(({ isOwn }) => isOwn);
    return own
      ? shown({
          ...own,
          facts: currentVictim(
            own.facts,
            rows.filter(({ isOwn }) => !isOwn).map(({ facts }) => facts),
          ),
        })
      : null;
  }

  /** The victims of an area, by reference, with what each has said; additions are read with the victim they are about. */
  async list(
    query: Query,
    { area, size, offset }: { readonly area: string; readonly size: number; readonly offset: number },
  ): Promise<{ readonly items: readonly VictimView[]; readonly total: number }> {
    const where = "kind = 'victim' and state is null and home_area = $1";
    const rows = await query<{ reference: string }>(
      `select reference from teg.stream where ${where} order by reference limit $2 offset $3`,
      [area, size, offset],
    );
    const [counted] = await query<{ total: number }>(`select count(*)::int as total from teg.stream where ${where}`, [area]);
    const items: VictimView[] = [];
    for (const { reference } of rows) {
      const found = await this.of(query, reference);
      if (found) items.push(found);
    }
    return { items, total: counted?.total ?? 0 };
  }
}

function shown({ reference, version, area, facts }: Row): VictimView {
  const {
    caseReference,
    number,
    ageBand,
    relationToChild,
    language,
    contactRef,
    parentContactRef,
    hasEnhancedRights,
    enhancedRightsReason,
  } = facts;
  const { contact, wishes, restorativeView, told, policePart } = facts;
  const whose = {
    reference,
    version,
    area,
    caseReference,
    number,
    ageBand,
    relationToChild,
    language,
    contactRef,
    parentContactRef,
  };
  return { ...whose, hasEnhancedRights, enhancedRightsReason, contact, wishes, restorativeView, told, policePart };
}
