-- $COUNT cases of $AREAS services, each with its first event, payload, three clocks and a chain that verifies, and its child's file
-- without one. Run by the owner.
-- Nothing of it is due yet. Identifiers are digests of numbers, so that neighbours in time are no neighbours in an index, as in life.
create unlogged table planted as
with numbered as (
  select n, md5('case ' || n)::uuid as id, md5('salt ' || n) as salt, 'area-' || n % $AREAS as area,
    n > $COUNT * $OPEN_SHARE as is_ending, current_date + 10 + (n % 60)::integer as due_on,
    '{"area":"area-' || n % $AREAS || '","notice":"' || md5('notice ' || n)::uuid || '"}' as body
  from generate_series(1, $COUNT) n
), digested as (
  select *, encode(sha256(convert_to('teg-payload/1' || chr(10) || salt || chr(10) || body, 'UTF8')), 'hex') as digest,
    encode(sha256(convert_to('teg-genesis/1' || chr(10) || id, 'UTF8')), 'hex') as prev
  from numbered
)
select *, sha256(convert_to('{"stream":"' || id || '","seq":1,"type":"referralRecorded","at":"2026-11-20T10:00:00.000Z","person":"$PERSON",'
  || '"commandKey":null,"requestDigest":null,"digest":"' || digest || '","prev":"' || prev || '"}', 'UTF8')) as head
from digested;

-- The triggers of the foreign keys would take most of the time, and here nothing can be missing.
set session_replication_role = replica;

insert into teg.stream (id, kind, reference, rooms, recused, pathway, pathway_version, state, facts, version, head, home_area, team, force, next_due_on, is_ending)
select id, 'case', 'BE-26-' || upper(left(replace(id::text, '-', ''), 12)),
  array['team:force-' || n % 4 || ':custody', 'yjs:' || area, 'seconded:' || area], '{}', 'vale-oocd', 1,
  case when is_ending then 'closed' else 'awaitingAllocation' end,
  jsonb_build_object('child', md5('child ' || n)::uuid, 'receivedAt', '2026-11-20T10:00:00.000Z', 'source', 'VOLUNTARY_ATTENDANCE', 'bornOn', '2012-03-14', 'isIdentityConfirmed', true,
    'wasInterviewedAtNight', false, 'admissionNoted', 'FULL', 'adviceOffered', true, 'adviceTaken', false, 'victimCount', 1,
    'interviewAdult', '{"isSuitable": true, "isOverEighteen": true, "isEmployedByPolice": false, "isVictim": false}'::jsonb,
    'offences', '[{"code": "TH68010", "on": "2026-11-14", "triable": "either-way", "isRecordable": true, "gravity": {"start": 2, "adjustment": 0, "final": 2, "isScorerNamed": true}}]'::jsonb,
    'bail', '{"status": "VOLUNTARY"}'::jsonb, 'policeFile', true, 'evidence', '{"level": "enoughToCharge", "isMet": true}'::jsonb,
    'victims', '[{"ref": "V1", "hasEnhancedRights": false, "hasAgreedToContact": true, "isFamily": false}]'::jsonb,
    'previousOutcomes', '[]'::jsonb, 'careStatus', 'NONE', 'trafficking', '{"isReferred": false}'::jsonb),
  1, head, area, 'team:force-' || n % 4 || ':custody', 'force-' || n % 4, case when not is_ending then due_on end, is_ending
from planted order by n;

insert into teg.stream (id, kind, rooms, recused, facts, version, head, home_area, is_ending)
select md5('child ' || n)::uuid, 'child', array['team:force-' || n % 4 || ':custody', 'yjs:' || area, 'seconded:' || area], '{}',
  jsonb_build_object('givenName', 'Enghraifft ' || n, 'familyName', 'Sampl'), 1, head, area, false
from planted order by n;

insert into teg.event (stream, seq, type, at, person, digest, prev, hash)
select id, 1, 'referralRecorded', '2026-11-20T10:00:00Z', '$PERSON', decode(digest, 'hex'), decode(prev, 'hex'), head from planted order by n;

insert into teg.payload (stream, seq, salt, body) select id, 1, decode(salt, 'hex'), body::jsonb from planted order by n;

insert into teg.clock (stream, kind, run, anchor_on, due_on, calendar, policy, next_alert_at, next_step, started_seq, stopped_seq, stopped_at, stopped_how)
select id, kind, 1, date '2026-11-20', due_on + days, 'ew-2026-02', 'policy-1', case when not is_ending then (due_on + days)::timestamptz + interval '9 hours' end, 0, 1,
  case when is_ending then 1 end, case when is_ending then timestamptz '2026-11-20T10:00:00Z' end, case when is_ending then 'met' end
from planted, (values ('allocation', 0), ('policeFile', 1), ('panel', 14)) k (kind, days) order by n;

drop table planted;
reset session_replication_role;
