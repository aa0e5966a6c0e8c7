-- V256: the counts of an organization are in the caller's scope or not as a whole.
-- Why:      the policy asked for each of the hundreds of groups that a city's counts are told apart by whether the caller sees the
--           organization, which is the same for all of them: most of what the call cost the database.
-- Cost:     a function that asks once.
-- Deploy:   before the code that asks. The version before goes on reading the tables under their policies.
-- Rejected: an `in` instead of the `exists` (the set is every organization that the caller sees); the path beside each count (it
--           would move with the organization, and a comparison of ranges for each row costs as much).
create function register_counts(of_organization uuid, by_county boolean, by_sector boolean, by_type boolean)
returns table (county text, sector text, type text, organizations bigint, members bigint, full_members bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  path text;
begin
  select o.organization_path into path from party_organization o where o.id = of_organization and in_scope(o.organization_path);
  if path is null then
    return;
  end if;
  return query
    select case when by_county then c.county end, case when by_sector then c.sector end, case when by_type then c.type end,
           sum(c.organizations)::bigint, sum(c.members)::bigint, sum(c.full_members)::bigint
    from (select t.county, t.sector, t.type, t.organizations, t.members, t.full_members from register_tally t
          where t.organization_id = of_organization
          union all
          select d.county, d.sector, d.type, d.organizations, d.members, d.full_members from register_delta d
          where d.organization_path >= path and d.organization_path < (rtrim(path, '/') || '0') collate "C") c
    group by 1, 2, 3 having sum(c.organizations) <> 0 or sum(c.members) <> 0 order by 1, 2, 3;
end $$;
revoke execute on function register_counts from public;
grant execute on function register_counts to ${application};
