import { type Asker, Reader } from '#ledger';
import { Injectable } from '@nestjs/common';

/** Whose cases, of which service. `keys`: how the idempotency keys of an earlier attempt begin; what it did belongs to the answer again. */
export type ColleagueQuestion = { readonly practitioner: string; readonly area: string; readonly keys: string | null };

/** The open cases that a practitioner of a service was given. */
@Injectable()
export class ColleagueCases {
  constructor(private readonly reader: Reader) {}

  async of(asker: string, { practitioner, area, keys }: ColleagueQuestion): Promise<readonly string[]> {
    const rows = await this.reader.ask(asker, { what: 'handOverCases' }, (query) =>
      query<{ reference: string }>(
        `select reference from teg.stream where kind = 'case' and home_area = $1 and not is_ending and facts ->> 'practitioner' = $2
         union
         select s.reference from teg.event e join teg.stream s on s.id = e.stream
          where $3::text is not null and e.person = $4 and starts_with(e.command_key, $3)
         order by reference`,
        [area, practitioner, keys, asker],
      ),
    );
    return rows.map(({ reference }) => reference);
  }

  /** Roles and organisation of whoever asks, as they are now. */
  async asker(id: string): Promise<Pick<Asker, 'id' | 'roles' | 'organisation'> | null> {
    const rows = await this.reader.outside<Pick<Asker, 'id' | 'roles' | 'organisation'>>(
      'select id, roles, organisation from teg.person where id = $1 and is_active',
      [id],
    );
    return rows[0] ?? null;
  }
}
