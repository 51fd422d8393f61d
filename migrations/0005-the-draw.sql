-- The sealed view ---------------------------------------------------------------------------------------------------------

-- The secret of a draw is a paper of its draw, under a view that nobody has and that nobody can be given. It is written through the
-- one door, in the statement that puts the plan and the commitment on record; like every document it is never changed.
alter table teg.document drop constraint document_view_check;
alter table teg.document add constraint document_view_check check (view in ('youthJustice', 'police', 'victim', 'everyone', 'sealed'));
comment on column teg.document.view is 'Who may read it: youth justice, police, victim service, everyone who sees the file, or nobody (sealed: the secret of a draw).';

create policy sealed on teg.document as restrictive for select to teg_app using (view <> 'sealed');

create function teg.opened_draw(p_reference text) returns table (kind text, file bytea)
language sql stable security definer set search_path = teg, pg_temp as
$$ with newest as (
     select distinct on (d.kind) d.stream, d.kind, d.seq, d.file
     from teg.document d join teg.stream s on s.id = d.stream
     where s.reference = p_reference and s.kind = 'draw' and d.kind in ('drawPlan', 'drawFrame', 'drawText', 'drawSecret')
     order by d.kind, d.seq desc
   )
   select n.kind, n.file from newest n
   where exists (select from newest secret join teg.event e on e.stream = secret.stream and e.type = 'textGiven' and e.seq > secret.seq
                 where secret.kind = 'drawSecret') $$;
comment on function teg.opened_draw(text) is
  'Plan, frame, text and secret of a draw, once the lead''s text of this attempt is on record; before that nothing, to anybody. Who would read it earlier must put a text on record first, for ever.';

-- What anybody may see of a draw ---------------------------------------------------------------------------------------------

create function teg.draw_notices(p_reference text)
returns table (id uuid, reference text, state text, version integer, next_due_on date, oversight text, facts jsonb)
language sql stable security definer set search_path = teg, pg_temp as
$$ select s.id, s.reference, s.state, s.version, s.next_due_on, s.facts ->> 'oversight',
     jsonb_build_object('oversight', s.facts -> 'oversight', 'window', s.facts -> 'window', 'theme', s.facts -> 'theme', 'attempt', s.facts -> 'attempt',
       'services', s.facts -> 'services', 'planHash', s.facts -> 'planHash', 'commitment', s.facts -> 'commitment', 'frame', s.facts -> 'frame', 'at', s.facts -> 'at',
       'redraws', s.facts -> 'redraws', 'plan', (select to_jsonb(convert_from(d.file, 'UTF8')) from teg.document d
                                                 where d.stream = s.id and d.kind = 'drawPlan' order by d.seq desc limit 1))
   from teg.stream s where s.kind = 'draw' and (p_reference is null or s.reference = p_reference) $$;
comment on function teg.draw_notices(text) is 'The public side of draws: plan, commitment and hash of the frame, and how far each has come. No list, no pick, no secret.';

create function teg.published_draw(p_reference text, p_attempt integer) returns table (file bytea)
language sql stable security definer set search_path = teg, pg_temp as
$$ select d.file from teg.document d join teg.stream s on s.id = d.stream
   where s.reference = p_reference and s.kind = 'draw' and d.kind like 'drawFile-%' and (p_attempt is null or d.kind = 'drawFile-' || p_attempt)
   order by d.seq desc limit 1 $$;
comment on function teg.published_draw(text, integer) is 'The published file of a draw, for anybody: the newest, or that of one attempt.';

create function teg.draw_cadences() returns table (oversight text, cadence jsonb)
language sql stable security definer set search_path = teg, pg_temp as
$$ select o.code, (select s.facts from teg.stream_key k join teg.stream s on s.id = k.stream where k.key = 'drawCadence:' || o.code and k.is_unique)
   from teg.organisation o where o.kind = 'oversight' order by o.code $$;
comment on function teg.draw_cadences() is 'How often each oversight body draws, of which services how many; null where it has said nothing and the usual holds.';

-- The frame: references and codes, nothing else ------------------------------------------------------------------------------

create index event_deciding on teg.event (at) where type in ('policeDecisionConfirmed', 'departureStands', 'escalationDecided', 'nfaConfirmed', 'chargeRecorded',
  'decisionTakenAfresh', 'divertedAtTriage', 'caseWithdrawn', 'childDied', 'referralsMerged');

-- What an event decides: 'out' of court, for 'court', or null where it is no act by which the police decide. Told by what the case waits
-- for after it. A sergeant without police authority only hands the case on to who has it. Where the payload was erased, that is no longer
-- known and counts as a decision out of court.
create function teg.police_decision(p_event teg.event) returns text language sql stable set search_path = teg, pg_temp as
$$ select case
     when p_event.type not in ('policeDecisionConfirmed', 'departureStands', 'escalationDecided', 'nfaConfirmed', 'chargeRecorded', 'decisionTakenAfresh') then null
     when p_event.type = 'chargeRecorded' then 'court'
     else (select case coalesce(y.body ->> 'state', '') when 'awaitingPoliceDecision' then null when 'awaitingCharge' then 'court' else 'out' end
           from (select) one left join teg.payload y on y.stream = p_event.stream and y.seq = p_event.seq) end $$;

create function teg.draw_frame(p_services text[], p_first date, p_last date, p_theme text, p_driving text[])
returns table (service text, reference text, reason text)
language plpgsql stable security definer set search_path = teg, pg_temp as
$$
#variable_conflict use_column
begin
  if not exists (select from teg.person p where p.id = teg.me() and p.is_active and ('scrutinyLead' = any (p.roles) or p.is_machine)) then
    raise exception 'only a scrutiny lead reads a frame' using errcode = '42501';
  end if;
  if p_theme not in ('none', 'driving', 'girls', 'lookedAfter', 'late') then
    raise exception 'no such theme' using errcode = '22023';
  end if;
  return query
  with acts as (
    select e as event, e.stream, e.seq, e.type from teg.event e
    where e.type in ('policeDecisionConfirmed', 'departureStands', 'escalationDecided', 'nfaConfirmed', 'chargeRecorded',
        'decisionTakenAfresh', 'divertedAtTriage', 'caseWithdrawn', 'childDied', 'referralsMerged')
      and e.at >= p_first::timestamp at time zone 'Europe/London' and e.at < (p_last + 1)::timestamp at time zone 'Europe/London'
  ), decided as (
    -- The window of a case is that of its first decision out of court, which never moves again, whatever is decided afresh later.
    select a.stream, null as reason from acts a where teg.police_decision(a.event) = 'out'
      and not exists (select from teg.event b where b.stream = a.stream and b.seq < a.seq and teg.police_decision(b) = 'out')
    union all
    -- For court and never out of court: listed where that was first decided.
    select a.stream, 'sentToCourt' from acts a where teg.police_decision(a.event) = 'court'
      and not exists (select from teg.event b where b.stream = a.stream and (teg.police_decision(b) = 'out' or b.seq < a.seq and teg.police_decision(b) = 'court'))
    union all
    -- Ended without any police decision: no such case qualifies, and none is left out in silence.
    select s.id, case s.facts #>> '{known,ending}' when 'diverted' then 'divertedAtTriage' when 'merged' then 'merged' else 'endedUndecided' end
    from teg.stream s
    where s.facts #>> '{known,ending}' is not null
      and s.id in (select a.stream from acts a where a.type in ('divertedAtTriage', 'caseWithdrawn', 'childDied', 'referralsMerged'))
      and not exists (select from teg.event b where b.stream = s.id and teg.police_decision(b) is not null)
  )
  select s.home_area, s.reference,
    case
      when d.reason is not null then d.reason
      when not case p_theme
        when 'driving' then exists (select from jsonb_array_elements(s.facts #> '{known,offences}') o where o ->> 'code' = any (p_driving))
        when 'lookedAfter' then coalesce(s.facts #>> '{known,careStatus}' = 'LOOKED_AFTER', false)
        when 'late' then exists (select from teg.clock k where k.stream = s.id and k.kind = 'panel' and k.stopped_how = 'late')
        when 'girls' then coalesce((select f.body ->> 'sex' = '2' from teg.document f
          where f.stream = s.id and f.kind = 'policeFile' order by f.version desc limit 1), false)
        else true end then 'notOfTheme'
    end
  from teg.stream s join decided d on d.stream = s.id
  where s.kind = 'case' and s.home_area = any (p_services) and s.reference is not null
  order by 1, 2;
end $$;
comment on function teg.draw_frame(text[], date, date, text, text[]) is
  'The cases of a window by the day of the police decision: service and reference, and the code of the reason where a case does not qualify. For a scrutiny lead or the machine alone; the only way by which scrutiny reads anything of a case.';

revoke execute on function teg.opened_draw(text), teg.draw_notices(text), teg.published_draw(text, integer), teg.draw_cadences(), teg.police_decision(teg.event),
  teg.draw_frame(text[], date, date, text, text[]) from public;
grant execute on function teg.opened_draw(text), teg.draw_notices(text), teg.published_draw(text, integer), teg.draw_cadences(),
  teg.draw_frame(text[], date, date, text, text[]) to teg_app;
