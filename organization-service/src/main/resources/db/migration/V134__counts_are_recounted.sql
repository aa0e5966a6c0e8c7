-- V134: kept counts are compared with a recount.
-- Why:      a count that is kept can be wrong without anybody seeing it; an operator learns of a difference.
-- Cost:     one read of all organizations and members, once an hour.
-- Deploy:   before the version of the service that asks.
-- Rejected: mending the counts: a difference is a defect, and its trace would be gone.

-- Groups of county, sector and type whose counts, with what is not folded yet, are not those of the whole register.
create function register_differences() returns bigint language sql stable security definer set search_path = public as $$
  select count(*) from (
    select county, sector, type from (
      select t.county, t.sector, t.type, t.organizations, t.members, t.full_members
      from register_tally t join party_organization r on r.id = t.organization_id and r.parent_id is null
      union all
      select county, sector, type, organizations, members, full_members from register_delta
      union all
      select left(o.area_code, 6), coalesce(o.sector, '-'), o.type, -(o.state = 'ACTIVE')::int, -count(m.id),
             -count(m.id) filter (where m.member_type = 'FULL')
      from party_organization o left join party_member m on m.organization_id = o.id and m.status = 'ACTIVE' group by o.id) counted
    group by county, sector, type
    having sum(organizations) <> 0 or sum(members) <> 0 or sum(full_members) <> 0) different
$$;
revoke execute on function register_differences from public;
grant execute on function register_differences to ${pipeline};
