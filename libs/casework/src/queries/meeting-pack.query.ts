import { type Instant } from '#calendar';
import { type Query } from '#ledger';
import { Injectable } from '@nestjs/common';
import { listKey, meetingRecordOf } from '../meetings/meeting-record.js';

/** A paper of a pack, without its content. */
export type PackPaper = {
  readonly document: string;
  readonly version: number;
  readonly kind: string;
  readonly view: string;
  readonly hash: string;
};
/** One case on the list, with the papers that are in the reader's view. */
export type AgendaItem = {
  readonly reference: string;
  readonly state: string;
  readonly version: number;
  readonly panelDueOn: string | null;
  readonly papers: readonly PackPaper[];
};
export type MeetingView = {
  readonly meeting: string;
  readonly at: Instant;
  readonly area: string;
  readonly members: readonly { readonly person: string; readonly role: string }[];
  /** Views of papers that the reader has: what makes the pack theirs. */
  readonly views: readonly string[];
  readonly agenda: readonly AgendaItem[];
};

type Case = Omit<AgendaItem, 'papers'> & { readonly id: string };

/** The child and their circumstances first, the offence after, and the score, which stands in the police file, last. */
const order = [
  'summary',
  'assessment',
  'voiceOfChild',
  'voiceOfParent',
  'safetyPlan',
  'agencyInformation',
  'representation',
  'plan',
  'notice',
  'policeFile',
];

/**
 * A meeting with its list and packs. Which cases somebody sees, and which papers of them, the policies decide: rooms for the case (a
 * recused member does not see it), views for the papers. So there are three packs and one query.
 */
@Injectable()
export class MeetingPack {
  async of(query: Query, meeting: string): Promise<MeetingView | null> {
    const [row] = await query<{ facts: { readonly [name: string]: never } }>(
      "select facts from teg.stream where id = $1 and kind = 'meeting'",
      [meeting],
    );
    if (!row) return null;
    const { at, area, members } = meetingRecordOf(row);
    const cases = await query<Case>(
      `select s.id, s.reference, s.state, s.version, (select k.due_on::text from teg.clock k where k.stream = s.id and k.kind = 'panel' and k.stopped_at is null) as "panelDueOn"
         from teg.stream_key k join teg.stream s on s.id = k.stream where k.key = $1 and s.kind = 'case' order by s.next_due_on, s.reference`,
      [listKey(meeting)],
    );
    const agenda: AgendaItem[] = [];
    for (const { id, ...one } of cases) agenda.push({ ...one, papers: await this.papers(query, id) });
    const [mine] = await query<{ views: string[] }>('select teg.my_views() as views');
    return {
      meeting,
      at,
      area,
      members: await this.addresses(query, members),
      views: mine?.views ?? [],
      agenda,
    };
  }

  private async papers(query: Query, id: string): Promise<readonly PackPaper[]> {
    return query<PackPaper>(
      `select distinct on (coalesce(array_position($2::text[], d.kind), $3), d.kind, d.id)
              d.id as document, d.version, d.kind, d.view, encode(d.hash, 'hex') as hash
         from teg.document d where d.stream = $1
        order by coalesce(array_position($2::text[], d.kind), $3), d.kind, d.id, d.version desc`,
      // What is in no row of the order stands before the notice: it is about the child, or a decision.
      [id, order, order.indexOf('notice')],
    );
  }

  private async addresses(query: Query, members: MeetingView['members']): Promise<MeetingView['members']> {
    const rows = await query<{ id: string; email: string }>('select id, email from teg.person where id = any ($1::uuid[])', [
      members.map(({ person }) => person),
    ]);
    const emails = new Map(rows.map(({ id, email }) => [id, email]));
    return members.map(({ person, role }) => ({ person: emails.get(person) ?? person, role }));
  }
}
