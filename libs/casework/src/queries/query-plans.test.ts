import { type Query } from '#ledger';
import { type CaseWorld, caseWorld } from '../../../../test/world/case-world.js';
import { people } from '../../../../test/world/walked-case.js';
import { CasePapers } from './case-papers.query.js';
import { CasesOfChild } from './cases-of-child.query.js';
import { groupOf } from './group-of.query.js';

const files = 6_000;
const at = '2027-03-01T12:00:00.000Z';

/** So many cases, children and victims, and what PostgreSQL knows of their number. The first case has a police file of one victim. */
const plant = `
  set session_replication_role = replica;
  insert into teg.stream (id, kind, reference, rooms, recused, state, facts, version, head, home_area, is_ending)
  select md5(kind || n)::uuid, kind, upper(kind) || '-' || n, array['yjs:vale', 'victims:vale'], '{}', null,
    case kind when 'case' then jsonb_build_object('child', md5('child' || n)::uuid, 'victims', jsonb_build_object('V1', md5('victim' || n)::uuid))
      when 'child' then jsonb_build_object('sameAs', jsonb_build_array(md5('child' || n % 2)::uuid), 'cases', jsonb_build_array(jsonb_build_object('case', md5('case' || n)::uuid)))
      else '{}' end,
    1, sha256('x'), 'vale', false
  from generate_series(1, ${files}) n, (values ('case'), ('child'), ('victim')) k (kind);
  insert into teg.stream_key (key, stream, is_unique)
  select md5('key' || kind || n), md5(kind || n)::uuid, false from generate_series(1, ${files}) n, (values ('child'), ('victim')) k (kind);
  insert into teg.document (stream, id, version, kind, view, seq, hash, body)
  select md5('case' || n)::uuid, md5('paper' || n)::uuid, 1, 'policeFile', 'everyone', 1, sha256('x'), '{"victims": []}' from generate_series(1, ${files}) n;
  insert into teg.document (stream, id, version, kind, view, seq, hash, body)
  select md5('victim' || n)::uuid, md5('part' || n)::uuid, 1, 'policePart', 'everyone', 1, sha256('x'), '{"ref": "V1"}' from generate_series(1, ${files}) n;
  insert into teg.event (stream, seq, type, at, person, digest, prev, hash)
  select md5('case' || n)::uuid, 1, 'referralReceived', '2026-11-24', (select id from teg.person where is_machine limit 1), sha256('x'), sha256('x'), sha256('y' || n::text::bytea)
  from generate_series(1, ${files}) n;
  reset session_replication_role;
  analyze;
`;

describe('queries that follow an id out of the facts, behind the policies, in a record with many files', () => {
  let world: CaseWorld;
  beforeAll(async () => {
    world = await caseWorld();
    await world.sql(plant);
  });
  afterAll(() => world.close());

  /** The tables that these reads went through whole, as a duty manager. */
  async function readWhole(read: (query: Query) => Promise<unknown>): Promise<readonly string[]> {
    const plans: string[] = [];
    await world.reader.aside(await world.personId(people.dutyManager), (query) =>
      read(async (sql, params) => {
        const plan = await query<{ 'QUERY PLAN': string }>(`explain ${sql}`, params);
        plans.push(...plan.map((row) => row['QUERY PLAN']));
        return query(sql, params);
      }),
    );
    expect(plans.length).toBeGreaterThan(0);
    return plans.flatMap((line) => /Seq Scan on (\w+)/.exec(line)?.[1] ?? []).filter((table) => table !== 'person');
  }

  it('find the victims’ parts of a police file by their keys', async () => {
    const [{ id } = { id: '' }] = await world.sql<{ id: string }>("select md5('paper1')::uuid as id");
    const read = (query: Query) => new CasePapers().one(query, { reference: 'CASE-1', document: id, version: null, at });
    expect(await readWhole(read)).toEqual([]);
  });

  it('find the files of one child by their keys', async () => {
    expect(await readWhole((query) => groupOf(query, 'CHILD-7'))).toEqual([]);
  });

  it('find the other cases of a child by their keys', async () => {
    const person = await world.personId(people.dutyManager);
    const whole: string[] = [];
    const reader = {
      aside: async (_: string, read: (query: Query) => Promise<unknown>) => {
        let answer: unknown;
        whole.push(...(await readWhole(async (query) => (answer = await read(query)))));
        return answer;
      },
    } as unknown as CaseWorld['reader'];
    await new CasesOfChild(reader).beside(person, 'CASE-7');
    expect(whole).toEqual([]);
  });
});
