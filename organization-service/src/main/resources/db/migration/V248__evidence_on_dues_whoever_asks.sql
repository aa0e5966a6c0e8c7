-- V248: who was in arrears is counted for a key task whoever reports it and wherever the member stands now.
-- Why:      whoever had gone out of the reporter's sight after the day of the report took his arrears along and was counted as if he had
--           none: two who reported the same day, or one who reported it later, had different evidence.
-- Cost:     a function and a policy for the owner alone; it reads what the statement read.
-- Deploy:   before the code that asks. What was reported stays.
-- Rejected: counting only whom the reporter still sees: the roll of a day does not change by what comes after it.
create function dues_evidence(path_from text, path_to text, on_day date) returns table (in_no_arrears bigint, on_roll bigint)
language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select count(*) filter (where not exists (
             select from dues_arrears d where d.member_id = r.member_id and d.since_month < date_trunc('month', on_day)
               and (d.cleared_on is null or d.cleared_on > on_day))),
           count(*)
    from roll_period r
    where r.organization_path >= path_from and r.organization_path < path_to and r.on_roll_from <= on_day
      and (r.on_roll_to is null or r.on_roll_to > on_day)
      and exists (select from dues_closing c where c.organization_id = r.organization_id and c.closed_on <= on_day);
end $$;
create policy dues_arrears_located on dues_arrears for select to current_user using (true);
revoke execute on function dues_evidence from public;
grant execute on function dues_evidence to ${application};
