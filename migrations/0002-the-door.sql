-- Who asks ----------------------------------------------------------------------------------------------------------

create function teg.me() returns uuid language sql stable set search_path = pg_catalog as
$$ select nullif(current_setting('teg.person', true), '')::uuid $$;

-- A machine is in no room of its own: it sees what its job named in this call (teg.machine_rooms), and nothing else.
create function teg.my_rooms() returns text[] language sql stable security definer set search_path = teg, pg_temp as
$$ select case when p.is_machine then coalesce(nullif(current_setting('teg.machine_rooms', true), ''), '{}')::text[] else p.rooms end
   from teg.person p where p.id = teg.me() and p.is_active $$;

create function teg.my_views() returns text[] language sql stable security definer set search_path = teg, pg_temp as
$$ select p.views from teg.person p where p.id = teg.me() and p.is_active $$;

create function teg.my_roles() returns text[] language sql stable security definer set search_path = teg, pg_temp as
$$ select p.roles from teg.person p where p.id = teg.me() and p.is_active $$;

-- Names the person for the rest of the transaction; a machine also names the files it is about.
create function teg.i_am(p_person uuid, p_streams uuid[]) returns void language plpgsql security definer set search_path = teg, pg_temp as
$$
declare v_rooms text[];
begin
  perform set_config('teg.person', p_person::text, true);
  if exists (select from teg.person p where p.id = p_person and p.is_machine) then
    select array_agg(distinct room) into v_rooms from teg.stream s, unnest(s.rooms) room where s.id = any (p_streams);
    perform set_config('teg.machine_rooms', coalesce(v_rooms, '{}')::text, true);
  end if;
end $$;

create function teg.ahead_ms() returns bigint language sql stable security definer set search_path = teg, pg_temp as
$$ select coalesce((select ahead_ms from teg.demonstration_clock), 0) $$;

-- First call: who asks, and the files as that person may see them -----------------------------------------------------

create function teg.ledger_open(p_person uuid, p_key text, p_refs jsonb) returns jsonb
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
    'calendar', (select v.version from teg.calendar_version v
       where v.known_from <= clock_timestamp() + teg.ahead_ms() * interval '1 millisecond' order by v.known_from desc, v.version desc limit 1));
end $$;

-- A machine has no rooms until its files are known, so the name is looked up before the person is; only the id leaves.
create function teg.reference_of(p_reference text) returns table (id uuid) language sql stable security definer set search_path = teg, pg_temp as
$$ select s.id from teg.stream s where s.reference = p_reference $$;

-- Second call: everything or nothing ------------------------------------------------------------------------------------

create function teg.ledger_write(p_person uuid, p_key text, p_request text, p_at timestamptz, p_changes jsonb) returns void
language plpgsql security definer set search_path = teg, pg_temp as
$$
declare
  c jsonb; e jsonb; x jsonb; v_stream uuid; v_first boolean := true; v_other uuid; v_seq integer;
begin
  perform teg.i_am(p_person, (select array_agg((j ->> 'stream')::uuid) from jsonb_array_elements(p_changes) j));
  if not exists (select from teg.person p where p.id = p_person and p.is_active) then
    raise exception 'stale' using errcode = 'TG001';
  end if;
  for c in select jsonb_array_elements(p_changes) loop
    v_stream := (c ->> 'stream')::uuid;
    v_seq := (c ->> 'version')::integer;
    if (c ->> 'expected')::integer = 0 then
      insert into teg.stream (id, kind, reference, rooms, recused, pathway, pathway_version, state, facts, version, head, home_area, team, force, next_due_on, is_ending)
      values (v_stream, c ->> 'kind', c ->> 'reference', array(select jsonb_array_elements_text(c -> 'rooms')), array(select jsonb_array_elements_text(c -> 'recused')::uuid),
        c ->> 'pathway', (c ->> 'pathwayVersion')::integer, c ->> 'state', c -> 'facts', v_seq, decode(c ->> 'head', 'hex'),
        c ->> 'homeArea', c ->> 'team', c ->> 'force', (c ->> 'nextDueOn')::date, (c ->> 'isEnding')::boolean);
    else
      update teg.stream s set rooms = array(select jsonb_array_elements_text(c -> 'rooms')), recused = array(select jsonb_array_elements_text(c -> 'recused')::uuid),
        pathway = c ->> 'pathway', pathway_version = (c ->> 'pathwayVersion')::integer, state = c ->> 'state', facts = c -> 'facts', version = v_seq,
        head = decode(c ->> 'head', 'hex'), home_area = c ->> 'homeArea', team = c ->> 'team', force = c ->> 'force',
        next_due_on = (c ->> 'nextDueOn')::date, is_ending = (c ->> 'isEnding')::boolean
      where s.id = v_stream and s.version = (c ->> 'expected')::integer and s.head = decode(c ->> 'prev', 'hex');
      if not found then raise exception 'stale' using errcode = 'TG001'; end if;
    end if;

    for e in select jsonb_array_elements(c -> 'events') loop
      insert into teg.event (stream, seq, type, at, person, command_key, request_digest, digest, prev, hash)
      values (v_stream, (e ->> 'seq')::integer, e ->> 'type', p_at, p_person, case when v_first then p_key end,
        case when v_first and p_key is not null then decode(p_request, 'hex') end,
        decode(e ->> 'digest', 'hex'), decode(e ->> 'prev', 'hex'), decode(e ->> 'hash', 'hex'));
      v_first := false;
      insert into teg.payload (stream, seq, salt, body) values (v_stream, (e ->> 'seq')::integer, decode(e ->> 'salt', 'hex'), e -> 'body');
      insert into teg.outbox (stream, seq, type) values (v_stream, (e ->> 'seq')::integer, e ->> 'type');
    end loop;

    for x in select jsonb_array_elements(c -> 'stopClocks') loop
      update teg.clock k set stopped_seq = v_seq, stopped_at = p_at, stopped_how = x ->> 'how'
      where k.stream = v_stream and k.kind = x ->> 'kind' and k.stopped_at is null;
    end loop;
    for x in select jsonb_array_elements(c -> 'startClocks') loop
      insert into teg.clock (stream, kind, run, anchor_on, due_on, calendar, policy, next_alert_at, next_step, started_seq)
      values (v_stream, x ->> 'kind', (x ->> 'run')::integer, (x ->> 'anchorOn')::date, (x ->> 'dueOn')::date, x ->> 'calendar', x ->> 'policy',
        (x ->> 'nextAlertAt')::timestamptz, (x ->> 'nextStep')::integer, v_seq);
    end loop;
    for x in select jsonb_array_elements(c -> 'moveClocks') loop
      update teg.clock k set due_on = (x ->> 'dueOn')::date, calendar = x ->> 'calendar', next_alert_at = (x ->> 'nextAlertAt')::timestamptz, next_step = (x ->> 'nextStep')::integer
      where k.stream = v_stream and k.kind = x ->> 'kind' and k.stopped_at is null;
    end loop;
    for x in select jsonb_array_elements(c -> 'alerts') loop
      insert into teg.alert_sent (stream, kind, run, step, seq) values (v_stream, x ->> 'kind', (x ->> 'run')::integer, (x ->> 'step')::integer, v_seq);
    end loop;
    for x in select jsonb_array_elements(c -> 'inbox') loop
      insert into teg.inbox (id, stream, seq, room, role, code, at, clock, run, step)
      values ((x ->> 'id')::uuid, v_stream, v_seq, x ->> 'room', x ->> 'role', x ->> 'code', p_at, x ->> 'clock', (x ->> 'run')::integer, (x ->> 'step')::integer);
    end loop;
    for x in select jsonb_array_elements(c -> 'documents') loop
      insert into teg.document (stream, id, version, kind, view, seq, hash, body, file, media_type)
      values (v_stream, (x ->> 'id')::uuid, (x ->> 'version')::integer, x ->> 'kind', x ->> 'view', v_seq, decode(x ->> 'hash', 'hex'),
        x -> 'body', decode(x ->> 'file', 'base64'), x ->> 'mediaType');
    end loop;
    for x in select jsonb_array_elements(c -> 'factRows') loop
      update teg.fact f set superseded_by = v_seq where f.stream = v_stream and f.name = x ->> 'name' and f.superseded_by is null and (x ->> 'supersedes')::boolean;
      insert into teg.fact (stream, name, seq, value, said_on, person, document)
      values (v_stream, x ->> 'name', v_seq, x -> 'value', (x ->> 'saidOn')::date, p_person, (x ->> 'document')::uuid);
    end loop;
    for x in select jsonb_array_elements(c -> 'dropKeys') loop
      delete from teg.stream_key k where k.key = x #>> '{}' and k.stream = v_stream;
    end loop;
    for x in select jsonb_array_elements(c -> 'keys') loop
      begin
        insert into teg.stream_key (key, stream, is_unique) values (x ->> 'key', v_stream, (x ->> 'isUnique')::boolean)
        on conflict (key, stream) do nothing;
      exception when unique_violation then
        select k.stream into v_other from teg.stream_key k where k.key = x ->> 'key' and k.is_unique;
        -- The reference is told only to who may see the other file: this select goes through the policy.
        raise exception 'duplicate' using errcode = 'TG002', detail = coalesce((select s.reference from teg.stream s where s.id = v_other), ''), hint = x ->> 'key';
      end;
    end loop;
    for x in select jsonb_array_elements(c -> 'organisations') loop
      insert into teg.organisation (code, kind, name_en, name_cy, prefix, serves, stations)
      values (x ->> 'code', x ->> 'kind', x ->> 'nameEn', x ->> 'nameCy', x ->> 'prefix', array(select jsonb_array_elements_text(x -> 'serves')), array(select jsonb_array_elements_text(x -> 'stations')))
      on conflict (code) do update set name_en = excluded.name_en, name_cy = excluded.name_cy, prefix = excluded.prefix, serves = excluded.serves, stations = excluded.stations;
    end loop;
    for x in select jsonb_array_elements(c -> 'people') loop
      insert into teg.person (id, subject, email, organisation, roles, rooms, views, is_active, is_machine)
      values ((x ->> 'id')::uuid, x ->> 'subject', x ->> 'email', x ->> 'organisation', array(select jsonb_array_elements_text(x -> 'roles')),
        array(select jsonb_array_elements_text(x -> 'rooms')), array(select jsonb_array_elements_text(x -> 'views')), (x ->> 'isActive')::boolean, false)
      on conflict (id) do update set email = excluded.email, organisation = excluded.organisation, roles = excluded.roles, views = excluded.views, is_active = excluded.is_active,
        -- Rooms of meetings come and go by roomMoves alone, which an administrator's row does not know of.
        rooms = excluded.rooms || array(select room from unnest(teg.person.rooms) room where room like 'meeting:%' and excluded.is_active);
    end loop;
    for x in select jsonb_array_elements(c -> 'roomMoves') loop
      update teg.person p set rooms = case when (x ->> 'isIn')::boolean then array(select distinct unnest(p.rooms || (x ->> 'room'))) else array_remove(p.rooms, x ->> 'room') end
      where p.id = (x ->> 'person')::uuid and p.is_active;
    end loop;
    for x in select jsonb_array_elements(c -> 'calendars') loop
      insert into teg.calendar_version (version, known_from, covers_from, covers_to, holidays)
      values (x ->> 'version', p_at, (x ->> 'coversFrom')::date, (x ->> 'coversTo')::date, x -> 'holidays');
    end loop;
  end loop;
end $$;

-- What leaves the record without a person's policies, each as narrow as its use --------------------------------------------

create function teg.heads() returns table (id uuid, seq integer, head text) language sql stable security definer set search_path = teg, pg_temp as
$$ select s.id, s.version, encode(s.head, 'hex') from teg.stream s order by s.id $$;
comment on function teg.heads() is 'For the checkpoint: heads only, no content.';

create function teg.exported_events(p_person uuid, p_after_stream uuid, p_after_seq integer, p_limit integer)
returns table (stream uuid, seq integer, type text, at timestamptz, person uuid, command_key text, request_digest text, digest text, prev text, hash text)
language sql stable security definer set search_path = teg, pg_temp as
$$ select e.stream, e.seq, e.type, e.at, e.person, e.command_key, encode(e.request_digest, 'hex'), encode(e.digest, 'hex'), encode(e.prev, 'hex'), encode(e.hash, 'hex')
   from teg.event e
   where exists (select from teg.person p where p.id = p_person and p.is_active and 'auditor' = any (p.roles))
     and (e.stream, e.seq) > (p_after_stream, p_after_seq)
   order by e.stream, e.seq limit p_limit $$;
comment on function teg.exported_events(uuid, uuid, integer, integer) is 'For the auditor''s export: events without payloads.';

create function teg.move_demonstration_clock(p_to timestamptz) returns timestamptz language plpgsql security definer set search_path = teg, pg_temp as
$$
declare v_ahead bigint; v_now timestamptz := clock_timestamp();
begin
  select ahead_ms into v_ahead from teg.demonstration_clock for update;
  if not found then raise exception 'no demonstration' using errcode = 'TG003'; end if;
  if p_to < v_now + v_ahead * interval '1 millisecond' then raise exception 'backwards' using errcode = 'TG004'; end if;
  update teg.demonstration_clock set ahead_ms = ceil(extract(epoch from (p_to - v_now)) * 1000), set_at = v_now;
  return p_to;
end $$;

create function teg.person_of(p_subject text) returns uuid language sql stable security definer set search_path = teg, pg_temp as
$$ select p.id from teg.person p where p.subject = p_subject and p.is_active and not p.is_machine $$;

-- Append-only, said twice: by grants (below) and by trigger ---------------------------------------------------------------

create function teg.refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'events are never changed' using errcode = 'TG005'; end $$;
create trigger event_is_append_only before update or delete on teg.event for each row execute function teg.refuse_change();
create trigger event_is_not_truncated before truncate on teg.event for each statement execute function teg.refuse_change();
create trigger document_is_append_only before update on teg.document for each row execute function teg.refuse_change();

-- Policies: one word, room ---------------------------------------------------------------------------------------------------

alter table teg.stream enable row level security;
alter table teg.event enable row level security;
alter table teg.payload enable row level security;
alter table teg.clock enable row level security;
alter table teg.document enable row level security;
alter table teg.fact enable row level security;
alter table teg.inbox enable row level security;
alter table teg.outbox enable row level security;
alter table teg.stream_key enable row level security;
alter table teg.alert_sent enable row level security;
alter table teg.draft enable row level security;
alter table teg.access_log enable row level security;

create policy seen on teg.stream for select to teg_app, teg_door
  using (coalesce(rooms && (select teg.my_rooms()) and (select teg.me()) <> all (recused), false));
create policy opened on teg.stream for insert to teg_door with check (true);
create policy moved on teg.stream for update to teg_door
  using (coalesce(rooms && (select teg.my_rooms()) and (select teg.me()) <> all (recused), false)) with check (true);

create policy seen on teg.event for select to teg_app using (exists (select from teg.stream s where s.id = stream));
create policy seen on teg.payload for select to teg_app using (exists (select from teg.stream s where s.id = stream));
create policy seen on teg.clock for select to teg_app using (exists (select from teg.stream s where s.id = stream));
create policy seen on teg.fact for select to teg_app using (exists (select from teg.stream s where s.id = stream));
create policy seen on teg.alert_sent for select to teg_app using (exists (select from teg.stream s where s.id = stream));
create policy seen on teg.stream_key for select to teg_app using (exists (select from teg.stream s where s.id = stream));
create policy seen on teg.document for select to teg_app
  using (view = any ((select array_append(teg.my_views(), 'everyone'))::text[]) and exists (select from teg.stream s where s.id = stream));
create policy seen on teg.inbox for select to teg_app using (room = any ((select teg.my_rooms())::text[]) and role = any ((select teg.my_roles())::text[]));

create policy door on teg.event to teg_door using (true) with check (true);
create policy door on teg.payload to teg_door using (true) with check (true);
create policy door on teg.clock to teg_door using (true) with check (true);
create policy door on teg.document to teg_door using (true) with check (true);
create policy door on teg.fact to teg_door using (true) with check (true);
create policy door on teg.inbox to teg_door using (true) with check (true);
create policy door on teg.outbox to teg_door using (true) with check (true);
create policy door on teg.stream_key to teg_door using (true) with check (true);
create policy door on teg.alert_sent to teg_door using (true) with check (true);

create policy bell on teg.clock for select to teg_bell using (stopped_at is null);
create policy bell on teg.outbox to teg_bell using (true);
create policy eraser on teg.payload to teg_eraser using (true);
create policy eraser on teg.draft to teg_eraser using (true);

create policy own on teg.draft to teg_app
  using (coalesce(owner = (select teg.me()) or room = any ((select teg.my_rooms())::text[]), false))
  with check (coalesce(room = any ((select teg.my_rooms())::text[]), false));
create policy noted on teg.access_log for insert to teg_app with check (true);
create policy audited on teg.access_log for select to teg_app using (coalesce('auditor' = any ((select teg.my_roles())::text[]), false));

-- Grants: the door is a grant, not a habit -----------------------------------------------------------------------------------

grant usage on schema teg to teg_app, teg_door, teg_bell, teg_eraser;
grant select on all tables in schema teg to teg_app;
revoke select on teg.outbox, teg.checkpoint from teg_app;
grant select (id, at, events, streams, note, heads) on teg.checkpoint to teg_app;
grant insert on teg.access_log to teg_app;
grant insert, update, delete on teg.draft to teg_app;

grant select, insert, update on teg.stream, teg.clock, teg.fact to teg_door;
grant select, insert on teg.event, teg.payload, teg.document, teg.inbox, teg.outbox, teg.alert_sent to teg_door;
grant select, insert, delete on teg.stream_key to teg_door;
grant select, insert, update on teg.person, teg.organisation to teg_door;
grant select, insert on teg.calendar_version to teg_door;

grant select (stream, kind, run, next_alert_at, next_step, stopped_at) on teg.clock to teg_bell;
grant select, delete on teg.outbox to teg_bell;
grant select, insert, update on teg.worker_heartbeat to teg_bell;
grant select, insert on teg.checkpoint to teg_bell;
grant select, delete on teg.payload to teg_eraser;
grant select (id, expires_at), delete on teg.draft to teg_eraser;

revoke execute on all functions in schema teg from public;
grant execute on function teg.me(), teg.my_rooms(), teg.my_views(), teg.my_roles(), teg.ahead_ms() to teg_app, teg_door, teg_bell, teg_eraser;
grant execute on function teg.i_am(uuid, uuid[]) to teg_app, teg_door;
grant execute on function teg.reference_of(text) to teg_door;
grant execute on function teg.ledger_open(uuid, text, jsonb), teg.ledger_write(uuid, text, text, timestamptz, jsonb) to teg_app;
grant execute on function teg.person_of(text), teg.exported_events(uuid, uuid, integer, integer), teg.move_demonstration_clock(timestamptz) to teg_app;
grant execute on function teg.heads() to teg_bell;

-- The two calls run as teg_door, through the policies. Ownership needs CREATE on the schema for a moment.
grant create on schema teg to teg_door;
alter function teg.ledger_open(uuid, text, jsonb) owner to teg_door;
alter function teg.ledger_write(uuid, text, text, timestamptz, jsonb) owner to teg_door;
revoke create on schema teg from teg_door;
