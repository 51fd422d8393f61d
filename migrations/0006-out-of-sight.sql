-- A decision may take a file out of sight of whoever decides: a member declares a conflict, a service hands a case to another. PostgreSQL
-- asks of an updated row that its reader still sees it, so under the policies that very person could not write it. The row is moved by a
-- function of the owner instead, which says itself who may move it: whoever sees it now. The door may no longer update the table at all.

create function teg.move_stream(c jsonb) returns boolean language plpgsql security definer set search_path = teg, pg_temp as
$$
begin
  update teg.stream s set rooms = array(select jsonb_array_elements_text(c -> 'rooms')), recused = array(select jsonb_array_elements_text(c -> 'recused')::uuid),
    pathway = c ->> 'pathway', pathway_version = (c ->> 'pathwayVersion')::integer, state = c ->> 'state', facts = c -> 'facts', version = (c ->> 'version')::integer,
    head = decode(c ->> 'head', 'hex'), home_area = c ->> 'homeArea', team = c ->> 'team', force = c ->> 'force',
    next_due_on = (c ->> 'nextDueOn')::date, is_ending = (c ->> 'isEnding')::boolean
  where s.id = (c ->> 'stream')::uuid and s.version = (c ->> 'expected')::integer and s.head = decode(c ->> 'prev', 'hex')
    and s.rooms && teg.my_rooms() and teg.me() <> all (s.recused);
  return found;
end $$;
comment on function teg.move_stream(jsonb) is 'Moves a file to its next version where the asker sees it and version and head are still the ones decided on; false otherwise.';
revoke execute on function teg.move_stream(jsonb) from public;
grant execute on function teg.move_stream(jsonb) to teg_door;

drop policy moved on teg.stream;
revoke update on teg.stream from teg_door;

-- The second call as in 0002, but for that one update. It belongs to the door, which must be allowed to make it for a moment.
grant create on schema teg to teg_door;
set local role teg_door;
create or replace function teg.ledger_write(p_person uuid, p_key text, p_request text, p_at timestamptz, p_changes jsonb) returns void
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
      if not teg.move_stream(c) then raise exception 'stale' using errcode = 'TG001'; end if;
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
set local role teg_owner;
revoke create on schema teg from teg_door;

-- What somebody did is told them again when they repeat it, also where they no longer see the file.
create function teg.my_receipt(p_stream uuid, p_seq integer) returns table (stream uuid, seq integer, type text, at timestamptz, hash text)
language sql stable security definer set search_path = teg, pg_temp as
$$ select e.stream, e.seq, e.type, e.at, encode(e.hash, 'hex') from teg.event e where e.stream = p_stream and e.seq = p_seq and e.person = teg.me() $$;
comment on function teg.my_receipt(uuid, integer) is 'The receipt of an event of the asker''s own.';
revoke execute on function teg.my_receipt(uuid, integer) from public;
grant execute on function teg.my_receipt(uuid, integer) to teg_app;
