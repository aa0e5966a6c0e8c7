-- V257: evidence on dues is counted for whoever sees the organization that it is about.
-- Why:      the function that counts it reads with its owner's rights, since members may have gone out of the caller's sight; it also
--           counted for an organization that the caller does not see.
-- Cost:     one comparison of paths. - Deploy: any time.
-- Rejected: trusting the one statement that calls it: the second wall does not.
create or replace function dues_evidence(path_from text, path_to text, on_day date) returns table (in_no_arrears bigint, on_roll bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select count(*) filter (where not exists (
             select from dues_arrears d where d.member_id = r.member_id and d.since_month < date_trunc('month', on_day)
               and (d.cleared_on is null or d.cleared_on > on_day))),
           count(*)
    from roll_period r
    where in_scope(path_from) and path_to collate "C" <= rtrim(path_from, '/') || '0'
      and r.organization_path >= path_from and r.organization_path < path_to
      and r.on_roll_from <= on_day and (r.on_roll_to is null or r.on_roll_to > on_day)
      and exists (select from dues_closing c where c.organization_id = r.organization_id and c.closed_on <= on_day);
end $$;
