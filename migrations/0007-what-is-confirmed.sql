-- What administrators have said of the rules of the law: which are confirmed, by whom, since when. Everything is on one file of the
-- record; each word is a version of one document on it, which holds the last word on every rule. Documents are never changed, so a
-- version is as immutable as a calendar's, and its hash stands in the event that brought it.

create function teg.law_file() returns uuid language sql immutable set search_path = pg_catalog as
$$ select '00000000-0000-4000-8000-00000000001a'::uuid $$;
comment on function teg.law_file() is 'The file on which administrators say what is confirmed.';

-- 0 where nobody had said anything yet: every rule then has the status that it was written down with.
create function teg.law_version(p_at timestamptz) returns integer language sql stable security definer set search_path = teg, pg_temp as
$$ select coalesce((select d.version from teg.document d
     where d.stream = teg.law_file() and d.kind = 'ruleStandings' and exists (select from teg.event e where e.stream = d.stream and e.seq = d.seq and e.at <= p_at)
     order by d.version desc limit 1), 0) $$;
comment on function teg.law_version(timestamptz) is 'Which version of what was said of the rules held at a moment of case time; 0 before the first.';

create function teg.law_standings(p_version integer) returns jsonb language sql stable security definer set search_path = teg, pg_temp as
$$ select d.body -> 'rules' from teg.document d where d.stream = teg.law_file() and d.kind = 'ruleStandings' and d.version = p_version $$;
comment on function teg.law_standings(integer) is 'One version, for anybody: by rule its status, which version of the rule it is about, who said so and when.';

create function teg.law_history(p_at timestamptz) returns table (version integer, said jsonb, at timestamptz, email text)
language sql stable security definer set search_path = teg, pg_temp as
$$ select d.version, d.body -> 'said', e.at, p.email
   from teg.document d join teg.event e on e.stream = d.stream and e.seq = d.seq join teg.person p on p.id = e.person
   where d.stream = teg.law_file() and d.kind = 'ruleStandings' and e.at <= p_at order by d.version desc $$;
comment on function teg.law_history(timestamptz) is 'Every word on a rule, newest first, and which administrator put it on record. The law is no secret: anybody who is signed in reads it.';

revoke execute on function teg.law_file(), teg.law_version(timestamptz), teg.law_standings(integer), teg.law_history(timestamptz) from public;
grant execute on function teg.law_file(), teg.law_version(timestamptz), teg.law_standings(integer), teg.law_history(timestamptz) to teg_app;
grant execute on function teg.law_version(timestamptz) to teg_door;

-- A rehearsal asks what a new version of a pathway would mean for every open case of a service. It is asked by people who see no case
-- (administrators), so it reads through this and nothing else; what leaves the program is references and codes.
create function teg.open_cases_to_rehearse() returns table (reference text, pathway text, pathway_version integer, state text, known jsonb, clocks jsonb)
language sql stable security definer set search_path = teg, pg_temp as
$$ select s.reference, s.pathway, s.pathway_version, s.state, s.facts -> 'known',
     coalesce((select jsonb_agg(k.kind order by k.kind) from teg.clock k where k.stream = s.id and k.stopped_at is null), '[]')
   from teg.stream s join teg.person p on p.id = teg.me() and p.is_active and p.roles && array['administrator', 'headOfService']
   where s.kind = 'case' and not s.is_ending and s.home_area = p.organisation and s.pathway is not null
   order by s.next_due_on, s.reference $$;
comment on function teg.open_cases_to_rehearse() is 'Open cases of the asker''s own service with what a rehearsal reads, for its administrators and heads of service alone.';
revoke execute on function teg.open_cases_to_rehearse() from public;
grant execute on function teg.open_cases_to_rehearse() to teg_app;

-- The first call as in 0002, but that it also says which version of the law's standings is in force. It belongs to the door.
grant create on schema teg to teg_door;
set local role teg_door;
create or replace function teg.ledger_open(p_person uuid, p_key text, p_refs jsonb) returns jsonb
language plpgsql security definer set search_path = teg, pg_temp as
$$
declare
  v_asker jsonb; v_replay jsonb; v_files jsonb := '[]'; v_ref jsonb; v_ids uuid[] := '{}'; v_id uuid; v_file jsonb;
begin
  for v_ref in select jsonb_array_elements(p_refs) loop
    v_id := case
      when v_ref ? 'id' then (v_ref ->> 'id')::uuid
      when v_ref ? 'reference' then (select s.id from teg.reference_of(v_ref ->> 'reference') s)
      when v_ref ? 'key' then (select k.stream from teg.stream_key k where k.key = v_ref ->> 'key' and k.is_unique)
    end;
    v_ids := v_ids || v_id;
  end loop;
  perform teg.i_am(p_person, v_ids);

  select jsonb_build_object('id', p.id, 'subject', p.subject, 'email', p.email, 'organisation', p.organisation, 'roles', p.roles,
      'rooms', p.rooms, 'views', p.views, 'isMachine', p.is_machine)
    into v_asker from teg.person p where p.id = p_person and p.is_active;

  if p_key is not null then
    select jsonb_build_object('request', encode(e.request_digest, 'hex'), 'value', (select y.body -> 'answer' from teg.payload y where y.stream = e.stream and y.seq = e.seq),
        'events', jsonb_build_array(jsonb_build_object('stream', e.stream, 'seq', e.seq, 'type', e.type, 'at', e.at, 'hash', encode(e.hash, 'hex'))))
      into v_replay from teg.event e where e.person = p_person and e.command_key = p_key;
  end if;

  for v_id in select unnest(v_ids) loop
    v_file := null;
    if v_id is not null then
      select jsonb_build_object('id', s.id, 'kind', s.kind, 'reference', s.reference, 'rooms', s.rooms, 'recused', s.recused, 'pathway', s.pathway,
          'pathwayVersion', s.pathway_version, 'state', s.state, 'facts', s.facts, 'version', s.version, 'head', encode(s.head, 'hex'),
          'homeArea', s.home_area, 'team', s.team, 'force', s.force, 'isEnding', s.is_ending,
          'clocks', coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'run', c.run, 'anchorOn', c.anchor_on, 'dueOn', c.due_on, 'calendar', c.calendar,
              'policy', c.policy, 'nextAlertAt', c.next_alert_at, 'nextStep', c.next_step, 'startedSeq', c.started_seq) order by c.due_on, c.kind)
            from teg.clock c where c.stream = s.id and c.stopped_at is null), '[]'),
          'runs', coalesce((select jsonb_object_agg(r.kind, r.run) from (select c.kind, max(c.run) as run from teg.clock c where c.stream = s.id group by c.kind) r), '{}'))
        into v_file from teg.stream s where s.id = v_id;
    end if;
    v_files := v_files || jsonb_build_array(v_file);
  end loop;

  return jsonb_build_object('asker', v_asker, 'aheadMs', teg.ahead_ms(), 'replay', v_replay, 'files', v_files,
    'law', teg.law_version('infinity'),
    'calendar', (select v.version from teg.calendar_version v
       where v.known_from <= clock_timestamp() + teg.ahead_ms() * interval '1 millisecond' order by v.known_from desc, v.version desc limit 1));
end $$;
set local role teg_owner;
revoke create on schema teg from teg_door;
