-- First views are blind: nobody but the author reads how a member views a case until the panel opens it; a view that is recorded at the
-- panel itself is open at once. A referring team never reads them.

create function teg.view_is_open(p_stream uuid, p_seq integer) returns boolean language sql stable security definer set search_path = teg, pg_temp as
$$ select exists (select from teg.event e where e.stream = p_stream and e.seq = p_seq and e.person = teg.me())
   or (exists (select from unnest(teg.my_rooms()) room where room ~ '^(yjs|seconded|meeting):')
     and (exists (select from teg.payload y where y.stream = p_stream and y.seq = p_seq and y.body ->> 'state' = 'atPanel')
       or exists (select from teg.event e where e.stream = p_stream and e.seq > p_seq and e.type = 'panelOpened'))) $$;
comment on function teg.view_is_open(uuid, integer) is 'Whether the asker may read the view that this event recorded.';

create policy blind on teg.document as restrictive for select to teg_app using (kind <> 'panelView' or teg.view_is_open(stream, seq));

-- Notices name their file by its reference, also where it stands behind a wall: a victim officer is told about a case they do not see.
-- Whoever declared a conflict is told nothing of that file any more.

create function teg.my_notices(p_only_unread boolean, p_limit integer, p_offset integer)
returns table (id uuid, reference text, kind text, code text, room text, role text, at timestamptz, clock text, run integer, step integer,
  read_at timestamptz, read_by text, total bigint)
language sql stable security definer set search_path = teg, pg_temp as
$$ select n.id, s.reference, s.kind, n.code, n.room, n.role, n.at, n.clock, n.run, n.step, n.read_at, p.email, count(*) over ()
   from teg.inbox n join teg.stream s on s.id = n.stream left join teg.person p on p.id = n.read_by
   where n.room = any (teg.my_rooms()) and n.role = any (teg.my_roles()) and teg.me() <> all (s.recused)
     and (n.read_at is null or not p_only_unread)
   order by n.at desc, n.id limit p_limit offset p_offset $$;
comment on function teg.my_notices(boolean, integer, integer) is 'The queues of the asker''s roles and rooms, newest first.';

-- Reading a notice takes it off the queue for everybody of the role: a queue with cover. True also where somebody had read it before.
create function teg.read_notice(p_notice uuid, p_at timestamptz) returns boolean language plpgsql security definer set search_path = teg, pg_temp as
$$
begin
  perform from teg.inbox n where n.id = p_notice and n.room = any (teg.my_rooms()) and n.role = any (teg.my_roles());
  if not found then return false; end if;
  update teg.inbox n set read_at = p_at, read_by = teg.me() where n.id = p_notice and n.read_at is null;
  return true;
end $$;
comment on function teg.read_notice(uuid, timestamptz) is 'Marks a notice as read by the asker; false where it is not theirs.';

-- A new bank holiday concerns open clocks of every service; the machine learns which files have some, and nothing of them.
create function teg.files_with_open_clocks(p_after uuid, p_limit integer) returns table (stream uuid) language sql stable security definer set search_path = teg, pg_temp as
$$ select distinct k.stream from teg.clock k
   where k.stopped_at is null and k.stream > p_after and exists (select from teg.person p where p.id = teg.me() and p.is_machine)
   order by k.stream limit p_limit $$;
comment on function teg.files_with_open_clocks(uuid, integer) is 'For the machine alone: ids of files whose clocks run.';
create index clock_open on teg.clock (stream) where stopped_at is null;

revoke execute on function teg.view_is_open(uuid, integer), teg.my_notices(boolean, integer, integer), teg.read_notice(uuid, timestamptz), teg.files_with_open_clocks(uuid, integer) from public;
grant execute on function teg.view_is_open(uuid, integer), teg.my_notices(boolean, integer, integer), teg.read_notice(uuid, timestamptz), teg.files_with_open_clocks(uuid, integer) to teg_app;
