import { askDatabase } from './database-of.js';
import { type RunningService } from './running-teg.js';

/** Each asks for files of which a part is missing or does not fit the rest: none may be found, whatever was killed when. */
const questions: { readonly [what: string]: string } = {
  'version, number of events and head agree': `select s.id from teg.stream s left join lateral (
      select count(*) as events, max(e.seq) as last, (array_agg(e.hash order by e.seq desc))[1] as head from teg.event e where e.stream = s.id) e on true
    where e.events <> s.version or e.last <> s.version or e.head <> s.head`,
  'every event has its payload':
    'select e.stream as id from teg.event e where not exists (select from teg.payload y where y.stream = e.stream and y.seq = e.seq)',
  'every document came with an event':
    'select d.stream as id from teg.document d where not exists (select from teg.event e where e.stream = d.stream and e.seq = d.seq)',
  'every fact came with an event':
    'select f.stream as id from teg.fact f where not exists (select from teg.event e where e.stream = f.stream and e.seq = f.seq)',
  'every clock was started and stopped by an event': `select k.stream as id from teg.clock k
    where not exists (select from teg.event e where e.stream = k.stream and e.seq = k.started_seq)
      or k.stopped_seq is not null and not exists (select from teg.event e where e.stream = k.stream and e.seq = k.stopped_seq)`,
  'the next due day is that of an open clock': `select s.id from teg.stream s
    where s.next_due_on is distinct from (select min(k.due_on) from teg.clock k where k.stream = s.id and k.stopped_at is null)`,
  'an open case waits under a clock': `select s.id from teg.stream s
    where s.kind = 'case' and not s.is_ending and not exists (select from teg.clock k where k.stream = s.id and k.stopped_at is null)`,
  'every case has its notice, child and incident': `select s.id from teg.stream s where s.kind = 'case' and (
      not exists (select from teg.document d where d.stream = s.id and d.kind = 'notice')
      or not exists (select from teg.stream c where c.id = (s.facts ->> 'child')::uuid and c.kind = 'child')
      or not exists (select from teg.stream i where i.id = (s.facts ->> 'incident')::uuid and i.kind = 'incident' and i.facts -> 'cases' ? s.id::text))`,
  'every child, incident and victim has a case': `select s.id from teg.stream s where s.kind in ('child', 'incident', 'victim') and not exists (
      select from teg.stream c where c.kind = 'case' and (c.facts ->> 'child' = s.id::text or c.facts ->> 'incident' = s.id::text
        or c.facts -> 'victimAdditions' ? s.id::text or exists (select from jsonb_each_text(c.facts -> 'victims') v where v.value = s.id::text)))`,
  'a case and its police file and victims fit': `select s.id from teg.stream s where s.kind = 'case' and (
      (s.facts -> 'policeFile' <> 'null') <> exists (select from teg.document d where d.stream = s.id and d.kind = 'policeFile')
      or exists (select from jsonb_each_text(s.facts -> 'victims') v where not exists (select from teg.stream t where t.id = v.value::uuid and t.kind = 'victim'))
      or exists (select from jsonb_array_elements_text(s.facts -> 'victimAdditions') v where not exists (select from teg.stream t where t.id = v.value::uuid and t.kind = 'victim')))`,
  'every alert is one event': `select a.stream as id from teg.alert_sent a where not exists (select from teg.event e where e.stream = a.stream and e.seq = a.seq and e.type = 'alertRaised')`,
  'a digest counts every notice once': `select d.day::text as id from teg.digest_day d where
    coalesce((select sum(v.value::int) from teg.digest g, jsonb_each_text(g.counts) v where g.day = d.day), 0) <>
    (select count(*) from teg.inbox n where n.digest_day = d.day)`,
  'no notice is there twice':
    'select n.stream as id from teg.inbox n group by n.stream, n.room, n.role, n.code, n.clock, n.run, n.step, n.seq having count(*) > 1',
};

/** Files that are half done, by what does not hold of them. */
export async function halfDone(service: RunningService): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [what, sql] of Object.entries(questions)) {
    const rows = await askDatabase<{ id: string }>(service, sql);
    if (rows.length > 0) found.push(`${what}: not so for ${rows.length}, the first ${rows[0]?.id ?? ''}`);
  }
  return found;
}
