-- Two days come by themselves, and the case must hear of them: the child's 18th birthday, and the end of a victim's time to ask for a
-- review. The bell learns whose day has come, and no day: the day a child turns 18 is a birth date.

create function teg.days_that_came(p_today date, p_limit integer) returns table (stream uuid, kind text, run integer)
language sql stable security definer set search_path = teg, pg_temp as
$$ select k.stream, k.kind, k.run from teg.clock k
   where k.stopped_at is null
     and (k.kind = 'eighteenthBirthday' and k.due_on <= p_today or starts_with(k.kind, 'victimReviewWindow:') and k.due_on < p_today)
   order by k.due_on, k.stream limit p_limit $$;
comment on function teg.days_that_came(date, integer) is 'Open clocks whose day has come by itself and is to be said in the case: ids and kinds, never the day.';
create index clock_days on teg.clock (due_on) where stopped_at is null and (kind = 'eighteenthBirthday' or starts_with(kind, 'victimReviewWindow:'));

revoke execute on function teg.days_that_came(date, integer) from public;
grant execute on function teg.days_that_came(date, integer) to teg_bell;
