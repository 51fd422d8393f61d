-- People and places -------------------------------------------------------------------------------------------------

create table teg.organisation (
  code text primary key check (code ~ '^[a-z][a-z0-9-]{1,40}$'),
  kind text not null check (kind in ('force', 'yjs', 'court', 'oversight', 'partner', 'teg')),
  name_en text not null,
  name_cy text not null,
  prefix text check (prefix ~ '^[A-Z]{2}$'),
  serves text[] not null default '{}',
  stations text[] not null default '{}'
);
comment on table teg.organisation is 'A force, youth justice service, court, oversight body or partner. Reference data; changed with an event on the organisation''s stream.';
comment on column teg.organisation.code is 'Stable code, as in rooms and lists.';
comment on column teg.organisation.kind is 'What sort of body it is.';
comment on column teg.organisation.name_en is 'Name in English.';
comment on column teg.organisation.name_cy is 'Name in Welsh.';
comment on column teg.organisation.prefix is 'Two letters that begin the references of its cases (youth justice services).';
comment on column teg.organisation.serves is 'Local authorities that a youth justice service serves.';
comment on column teg.organisation.stations is 'For a youth justice service: police stations in its area, for children of no service known to Teg. For a force: its stations.';

create table teg.person (
  id uuid primary key,
  subject text not null unique,
  email text not null unique check (email = lower(email)),
  organisation text not null references teg.organisation (code),
  roles text[] not null,
  rooms text[] not null,
  views text[] not null,
  is_active boolean not null,
  is_machine boolean not null
);
comment on table teg.person is 'A person who signs in, or a machine that acts in jobs. The database looks up rooms and roles itself; nobody claims them.';
comment on column teg.person.id is 'Identifier in the ledger.';
comment on column teg.person.subject is 'Subject at the OpenID provider.';
comment on column teg.person.email is 'Work address.';
comment on column teg.person.organisation is 'Employer.';
comment on column teg.person.roles is 'Roles of the access table.';
comment on column teg.person.rooms is 'Rooms the person is in: a stream is seen when it stands in one of them.';
comment on column teg.person.views is 'Views of documents: youthJustice, police, victim.';
comment on column teg.person.is_active is 'A person who left is out at the next call.';
comment on column teg.person.is_machine is 'A machine sees only the stream that its job names.';

-- The record --------------------------------------------------------------------------------------------------------

create table teg.stream (
  id uuid primary key,
  kind text not null check (kind in ('case', 'child', 'incident', 'victim', 'meeting', 'draw', 'calendar', 'policy', 'organisation')),
  reference text unique check (reference ~ '^[A-Z0-9-]{1,32}$'),
  rooms text[] not null,
  recused uuid[] not null,
  pathway text,
  pathway_version integer,
  state text,
  facts jsonb not null,
  version integer not null check (version > 0),
  head bytea not null check (length(head) = 32),
  home_area text,
  team text,
  force text,
  next_due_on date,
  is_ending boolean not null
);
create index stream_by_area on teg.stream (home_area, next_due_on, reference) where kind = 'case' and not is_ending;
create index stream_by_team on teg.stream (team, next_due_on, reference) where kind = 'case' and not is_ending;
create index stream_victim_by_area on teg.stream (home_area, reference) where kind = 'victim';
comment on table teg.stream is 'One file of the record: a case, a child, an incident, a victim. Each has its own chain of events and its own state.';
comment on column teg.stream.id is 'Identifier.';
comment on column teg.stream.kind is 'What the file is about.';
comment on column teg.stream.reference is 'The name people use, made by Teg.';
comment on column teg.stream.rooms is 'Rooms in which this file may be seen.';
comment on column teg.stream.recused is 'Persons who declared a conflict: they do not see it.';
comment on column teg.stream.pathway is 'Name of the pathway a case follows.';
comment on column teg.stream.pathway_version is 'Version of the pathway; a case stays on the one it began with.';
comment on column teg.stream.state is 'What the case waits for.';
comment on column teg.stream.facts is 'Current facts, folded from the events.';
comment on column teg.stream.version is 'Number of its last event: what If-Match compares.';
comment on column teg.stream.head is 'Hash of its last event.';
comment on column teg.stream.home_area is 'Youth justice service whose caseload lists it.';
comment on column teg.stream.team is 'Referring team whose queue lists it.';
comment on column teg.stream.force is 'Police force of the offence.';
comment on column teg.stream.next_due_on is 'Earliest due day of its open clocks.';
comment on column teg.stream.is_ending is 'Out of the caseload: closed.';

create table teg.event (
  stream uuid not null references teg.stream (id) deferrable initially deferred,
  seq integer not null check (seq > 0),
  type text not null,
  at timestamptz not null,
  person uuid not null references teg.person (id),
  command_key text check (command_key ~ '^[\x21-\x7E]{1,64}$'),
  request_digest bytea,
  digest bytea not null check (length(digest) = 32),
  prev bytea not null check (length(prev) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (stream, seq),
  constraint event_key_once unique (person, command_key)
);
comment on table teg.event is 'What happened, append-only, chained per stream. Names nobody: payloads stand apart and can be erased.';
comment on column teg.event.stream is 'The file it happened to.';
comment on column teg.event.seq is 'Number within the stream, from 1.';
comment on column teg.event.type is 'What happened, in the past tense.';
comment on column teg.event.at is 'Case time.';
comment on column teg.event.person is 'Who did it.';
comment on column teg.event.command_key is 'Idempotency-Key of the command, on its first event.';
comment on column teg.event.request_digest is 'SHA-256 of the command''s body, to tell a repeat from a reuse of the key.';
comment on column teg.event.digest is 'Salted SHA-256 of the payload.';
comment on column teg.event.prev is 'Hash of the event before.';
comment on column teg.event.hash is 'SHA-256 over all of this.';

create table teg.payload (
  stream uuid not null,
  seq integer not null,
  salt bytea not null check (length(salt) = 16),
  body jsonb not null,
  primary key (stream, seq),
  foreign key (stream, seq) references teg.event (stream, seq)
);
comment on table teg.payload is 'Codes, ids and days of an event; never names or free text. Deleted by retention alone; the chain still verifies.';
comment on column teg.payload.stream is 'Stream of the event.';
comment on column teg.payload.seq is 'Number of the event.';
comment on column teg.payload.salt is 'Random salt of the digest.';
comment on column teg.payload.body is 'The payload.';

create table teg.clock (
  stream uuid not null references teg.stream (id) deferrable initially deferred,
  kind text not null,
  run integer not null check (run > 0),
  anchor_on date not null,
  due_on date not null,
  calendar text not null,
  policy text not null,
  next_alert_at timestamptz,
  next_step integer not null,
  started_seq integer not null,
  stopped_seq integer,
  stopped_at timestamptz,
  stopped_how text,
  primary key (stream, kind, run),
  check ((stopped_at is null) = (stopped_how is null))
);
create unique index clock_runs_once on teg.clock (stream, kind) where stopped_at is null;
create index clock_alerts on teg.clock (next_alert_at) where stopped_at is null and next_alert_at is not null;
comment on table teg.clock is 'A deadline: one run of a waiting clock or of a duty.';
comment on column teg.clock.stream is 'Whose deadline.';
comment on column teg.clock.kind is 'Which clock of the law''s deadlines.';
comment on column teg.clock.run is 'Number of the run: a clock that starts again is a new row.';
comment on column teg.clock.anchor_on is 'Day 0.';
comment on column teg.clock.due_on is 'Last day in time.';
comment on column teg.clock.calendar is 'Version of the bank holidays it was counted with.';
comment on column teg.clock.policy is 'Version of the deadline it was counted by.';
comment on column teg.clock.next_alert_at is 'When the next step of its alert ladder is due; null when none is left.';
comment on column teg.clock.next_step is 'Index of that step in the ladder.';
comment on column teg.clock.started_seq is 'Event that started it.';
comment on column teg.clock.stopped_seq is 'Event that stopped it.';
comment on column teg.clock.stopped_at is 'Case time of the stop.';
comment on column teg.clock.stopped_how is 'met, late, superseded or withdrawn.';

create table teg.alert_sent (
  stream uuid not null,
  kind text not null,
  run integer not null,
  step integer not null,
  seq integer not null,
  primary key (stream, kind, run, step),
  foreign key (stream, kind, run) references teg.clock (stream, kind, run)
);
comment on table teg.alert_sent is 'Each step of each run of a clock is announced once.';
comment on column teg.alert_sent.stream is 'Whose clock.';
comment on column teg.alert_sent.kind is 'Which clock.';
comment on column teg.alert_sent.run is 'Which run.';
comment on column teg.alert_sent.step is 'Which step of the ladder.';
comment on column teg.alert_sent.seq is 'Event that says so.';

create table teg.inbox (
  id uuid primary key,
  stream uuid not null references teg.stream (id) deferrable initially deferred,
  seq integer not null,
  room text not null,
  role text not null,
  code text not null,
  at timestamptz not null,
  clock text,
  run integer,
  step integer,
  read_at timestamptz,
  read_by uuid references teg.person (id)
);
create index inbox_by_room on teg.inbox (room, role, at) where read_at is null;
comment on table teg.inbox is 'Notices to a role in a room: a queue with cover, not a person''s private mail.';
comment on column teg.inbox.id is 'Identifier.';
comment on column teg.inbox.stream is 'What it is about.';
comment on column teg.inbox.seq is 'Event that caused it.';
comment on column teg.inbox.room is 'Room whose people see it.';
comment on column teg.inbox.role is 'Role it is meant for.';
comment on column teg.inbox.code is 'Which notice; the words stand in both languages.';
comment on column teg.inbox.at is 'Case time.';
comment on column teg.inbox.clock is 'Clock it warns about.';
comment on column teg.inbox.run is 'Run of that clock.';
comment on column teg.inbox.step is 'Step of its ladder.';
comment on column teg.inbox.read_at is 'When somebody marked it read.';
comment on column teg.inbox.read_by is 'Who.';

create table teg.document (
  stream uuid not null references teg.stream (id) deferrable initially deferred,
  id uuid not null,
  version integer not null check (version > 0),
  kind text not null,
  view text not null check (view in ('youthJustice', 'police', 'victim', 'everyone')),
  seq integer not null,
  hash bytea not null check (length(hash) = 32),
  body jsonb,
  file bytea,
  media_type text,
  primary key (stream, id, version),
  check ((body is null) <> (file is null)),
  check ((file is null) = (media_type is null))
);
comment on table teg.document is 'The dossier: versions that are only ever added.';
comment on column teg.document.stream is 'Whose dossier.';
comment on column teg.document.id is 'Which document.';
comment on column teg.document.version is 'Its version, from 1.';
comment on column teg.document.kind is 'Notice, police file, assessment, plan.';
comment on column teg.document.view is 'Who may read it: youth justice, police, victim service, or everyone who sees the file.';
comment on column teg.document.seq is 'Event that added it.';
comment on column teg.document.hash is 'SHA-256 of the canonical body or of the file''s bytes.';
comment on column teg.document.body is 'Text of the document.';
comment on column teg.document.file is 'A file taken in; never run.';
comment on column teg.document.media_type is 'Checked type of the file.';

create table teg.fact (
  stream uuid not null references teg.stream (id) deferrable initially deferred,
  name text not null,
  seq integer not null,
  value jsonb,
  said_on date not null,
  person uuid not null references teg.person (id),
  document uuid,
  superseded_by integer,
  disputed_by integer,
  primary key (stream, name, seq)
);
comment on table teg.fact is 'Facts with where they came from: only ever added.';
comment on column teg.fact.stream is 'Whose fact.';
comment on column teg.fact.name is 'Which fact of the law''s vocabulary.';
comment on column teg.fact.seq is 'Event that recorded it.';
comment on column teg.fact.value is 'What was recorded.';
comment on column teg.fact.said_on is 'The day it is true of.';
comment on column teg.fact.person is 'Who recorded it.';
comment on column teg.fact.document is 'From which document.';
comment on column teg.fact.superseded_by is 'Event that corrected it.';
comment on column teg.fact.disputed_by is 'Event that disputed it.';

create table teg.stream_key (
  key text not null,
  stream uuid not null references teg.stream (id) deferrable initially deferred,
  is_unique boolean not null,
  primary key (key, stream)
);
create unique index stream_key_once on teg.stream_key (key) where is_unique;
create index stream_key_of on teg.stream_key (stream);
comment on table teg.stream_key is 'Digests by which a file is found with "=" (normalised name and birth date, custody reference, incident), never the text itself.';
comment on column teg.stream_key.key is 'Kind and SHA-256 of the normalised value.';
comment on column teg.stream_key.stream is 'The file.';
comment on column teg.stream_key.is_unique is 'Whether a second file with this key is a duplicate.';

create table teg.outbox (
  id bigint generated always as identity primary key,
  stream uuid not null,
  seq integer not null,
  type text not null
);
comment on table teg.outbox is 'Events that the worker has not handed to the queue yet. Deleted when relayed.';
comment on column teg.outbox.id is 'Order of arrival.';
comment on column teg.outbox.stream is 'Stream of the event.';
comment on column teg.outbox.seq is 'Number of the event.';
comment on column teg.outbox.type is 'Type of the event.';

create table teg.calendar_version (
  version text primary key,
  known_from timestamptz not null,
  covers_from date not null,
  covers_to date not null,
  holidays jsonb not null
);
comment on table teg.calendar_version is 'Bank holidays of England and Wales as they were known from a moment on. Never altered; a proclamation is a new row.';
comment on column teg.calendar_version.version is 'Name of the version.';
comment on column teg.calendar_version.known_from is 'Case time from which new deadlines use it.';
comment on column teg.calendar_version.covers_from is 'First day it speaks of.';
comment on column teg.calendar_version.covers_to is 'Last day it speaks of.';
comment on column teg.calendar_version.holidays is 'List of {date, title}.';

create table teg.checkpoint (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  events bigint not null,
  streams bigint not null,
  note text not null,
  heads text not null
);
comment on table teg.checkpoint is 'Signed Merkle roots over all heads, for another body to keep.';
comment on column teg.checkpoint.id is 'Number.';
comment on column teg.checkpoint.at is 'Case time.';
comment on column teg.checkpoint.events is 'Events counted.';
comment on column teg.checkpoint.streams is 'Streams counted.';
comment on column teg.checkpoint.note is 'C2SP signed note.';
comment on column teg.checkpoint.heads is 'The heads whose root the note signs, a line each.';

-- Working papers: not the record ------------------------------------------------------------------------------------

create table teg.draft (
  id uuid primary key,
  owner uuid not null references teg.person (id),
  room text not null,
  kind text not null,
  body jsonb not null,
  version integer not null check (version > 0),
  saved_at timestamptz not null,
  expires_at timestamptz not null
);
create index draft_by_room on teg.draft (room, saved_at);
comment on table teg.draft is 'Half-filled forms. Personal data: seen by the owner and the team, deleted when they expire.';
comment on column teg.draft.id is 'Identifier, stands in the address of the form.';
comment on column teg.draft.owner is 'Who began it.';
comment on column teg.draft.room is 'Team that covers for the owner.';
comment on column teg.draft.kind is 'Which form.';
comment on column teg.draft.body is 'Answers so far.';
comment on column teg.draft.version is 'Counts the saves.';
comment on column teg.draft.saved_at is 'Case time of the last save.';
comment on column teg.draft.expires_at is 'Case time after which it is deleted.';

create table teg.access_log (
  id bigint generated always as identity primary key,
  person uuid not null,
  at timestamptz not null,
  written_at timestamptz not null default clock_timestamp(),
  what text not null,
  reference text,
  refused text
);
create index access_log_by_reference on teg.access_log (reference, id);
comment on table teg.access_log is 'Who looked at what, and what was refused (DPA 2018 s.62).';
comment on column teg.access_log.id is 'Number.';
comment on column teg.access_log.person is 'Who.';
comment on column teg.access_log.at is 'Case time.';
comment on column teg.access_log.written_at is 'Machine time.';
comment on column teg.access_log.what is 'Name of the consultation or command.';
comment on column teg.access_log.reference is 'Of which file; null for a list.';
comment on column teg.access_log.refused is 'Why it was refused; null when it was shown.';

create table teg.worker_heartbeat (
  worker text primary key,
  beat_at timestamptz not null
);
comment on table teg.worker_heartbeat is 'Machine time of the last heartbeat job that came through the queue.';
comment on column teg.worker_heartbeat.worker is 'Which worker process handled it.';
comment on column teg.worker_heartbeat.beat_at is 'When.';

create table teg.demonstration_clock (
  is_the_one boolean primary key check (is_the_one),
  ahead_ms bigint not null,
  set_at timestamptz not null
);
comment on table teg.demonstration_clock is 'How far case time runs ahead of machine time. A row exists in the demonstration only.';
comment on column teg.demonstration_clock.is_the_one is 'One row at most.';
comment on column teg.demonstration_clock.ahead_ms is 'Milliseconds to add to machine time.';
comment on column teg.demonstration_clock.set_at is 'Machine time of the last move.';
