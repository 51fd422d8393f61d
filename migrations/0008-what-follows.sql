-- What follows an event, and what a queue is told once a day. Each is a row before it is a job: the queue may lose whatever it holds.

-- A new bank holiday is counted into every file whose clocks run, one job a file.
create table teg.recount_owed (stream uuid primary key);
comment on table teg.recount_owed is 'Files whose open clocks are still to be counted again with a new calendar. Deleted when it is done.';
comment on column teg.recount_owed.stream is 'Which file; nothing else of it is needed.';
alter table teg.recount_owed enable row level security;
create policy bell on teg.recount_owed to teg_bell using (true) with check (true);
grant select, insert, delete on teg.recount_owed to teg_bell;
-- The command walked through the files itself before; nobody asks this any more.
drop function teg.files_with_open_clocks(uuid, integer);

-- One digest a day for each queue that has something new.
create table teg.digest_day (day date primary key, made_at timestamptz not null);
comment on table teg.digest_day is 'Days whose digests were made; each once, whoever looks how often.';
comment on column teg.digest_day.day is 'Day in London.';
comment on column teg.digest_day.made_at is 'Case time.';

create table teg.digest (
  id bigint generated always as identity primary key,
  room text not null,
  role text not null,
  day date not null references teg.digest_day (day),
  counts jsonb not null,
  sent_at timestamptz,
  unique (room, role, day)
);
create index digest_unsent on teg.digest (id) where sent_at is null;
comment on table teg.digest is 'What a queue was told of its new notices on a day: codes and how many.';
comment on column teg.digest.id is 'Order of making.';
comment on column teg.digest.room is 'Room of the queue.';
comment on column teg.digest.role is 'Role of the queue.';
comment on column teg.digest.day is 'Day in London.';
comment on column teg.digest.counts is 'How many notices of each code.';
comment on column teg.digest.sent_at is 'Case time at which it was handed to the transport; null while it waits.';
alter table teg.digest_day enable row level security;
alter table teg.digest enable row level security;
create policy bell on teg.digest_day for select to teg_bell using (true);
create policy bell on teg.digest to teg_bell using (true);
grant select on teg.digest_day to teg_bell;
grant select, update (sent_at) on teg.digest to teg_bell;

alter table teg.inbox add column digest_day date;
comment on column teg.inbox.digest_day is 'With which day''s digests it was counted; null while it is new.';
create index inbox_not_in_digest on teg.inbox (id) where digest_day is null;

-- By mark and not by time: a notice that was decided before the digest and written after it is in the next one, and none is in two.
create function teg.make_digests(p_day date, p_at timestamptz) returns void language plpgsql security definer set search_path = teg, pg_temp as
$$
begin
  insert into teg.digest_day (day, made_at) values (p_day, p_at) on conflict do nothing;
  if not found then return; end if;
  with fresh as (update teg.inbox n set digest_day = p_day where n.digest_day is null returning n.room, n.role, n.code, n.read_at),
    counted as (select f.room, f.role, f.code, count(*) as notices from fresh f where f.read_at is null group by f.room, f.role, f.code)
  insert into teg.digest (room, role, day, counts)
  select c.room, c.role, p_day, jsonb_object_agg(c.code, c.notices) from counted c group by c.room, c.role order by c.room, c.role;
end $$;
comment on function teg.make_digests(date, timestamptz) is 'Makes the digests of a day from the notices that are in none and unread; a day that was made stays as it is.';

-- A victim's event is told to the case in the name of whoever put it on record.
create function teg.person_of_event(p_stream uuid, p_seq integer) returns uuid language sql stable security definer set search_path = teg, pg_temp as
$$ select e.person from teg.event e where e.stream = p_stream and e.seq = p_seq $$;
comment on function teg.person_of_event(uuid, integer) is 'Id of the person who did it, for the bell: nothing else of the event.';

revoke execute on function teg.make_digests(date, timestamptz), teg.person_of_event(uuid, integer) from public;
grant execute on function teg.make_digests(date, timestamptz), teg.person_of_event(uuid, integer) to teg_bell;
