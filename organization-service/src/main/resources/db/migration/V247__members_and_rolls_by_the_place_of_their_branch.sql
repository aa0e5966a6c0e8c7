-- V247: members and rolls are found by the place of their branch alone.
-- Why:      each index that a row stands in is written anew when a county moves and once for every member that comes. Two of the roll
--           began with the path and one says what both did; the members of a branch are those at its path, as its roll is (V212).
-- Cost:     builds one index over the rolls under their lock, less than a second for 180,000; drops three.
-- Deploy:   before the version of the service that asks for the members of a branch by its path. The version before asks by the branch's
--           id when a branch ends or is merged, and until it is replaced each such question reads all members, a tenth of a second.
-- Rejected: days as mere additions to the key (include): days that do not fit would then be read from the table. Rolls without a path:
--           the figures of a day would ask each row for its organization.
drop index roll_period_by_path;
drop index roll_period_by_organization;
create index roll_period_by_path on roll_period (organization_path, id, on_roll_from, on_roll_to);
drop index party_member_by_organization;

-- As in V197, but for the members of an organization: where they stand is where it stood before the statement.
create or replace function organization_counts() returns trigger language plpgsql security definer set search_path = public as $$
declare
  moved record;
begin
  if exists (select id, parent_id from fresh except select id, parent_id from former) then
    for moved in select n.id, o.organization_path as from_path, n.organization_path as to_path from fresh n join former o on o.id = n.id
                 where n.parent_id is distinct from o.parent_id loop
      insert into register_delta (organization_path, county, sector, type, organizations, members, full_members)
      select above.path, t.county, t.sector, t.type, above.sign * t.organizations, above.sign * t.members, above.sign * t.full_members
      from register_tally t,
           (values (regexp_replace(moved.from_path, '[^/]+/$', ''), -1), (regexp_replace(moved.to_path, '[^/]+/$', ''), 1)) as above (path, sign)
      where t.organization_id = moved.id;
      update register_delta set organization_path = moved.to_path || substr(organization_path, length(moved.from_path) + 1)
      where organization_path >= moved.from_path and organization_path < rtrim(moved.from_path, '/') || '0';
    end loop;
  end if;
  if exists (select id, left(area_code, 6), sector, type, state = 'ACTIVE' from fresh
             except select id, left(area_code, 6), sector, type, state = 'ACTIVE' from former) then
    insert into register_delta (organization_path, county, sector, type, organizations, members, full_members)
    select c.path, c.county, c.sector, c.type, sum(c.sign * c.organizations), sum(c.sign * c.members), sum(c.sign * c.full_members)
    from (select n.organization_path as path, left(v.area_code, 6) as county, coalesce(v.sector, '-') as sector, v.type, v.sign,
                 (v.state = 'ACTIVE')::int as organizations, own.members, own.full_members
          from fresh n join former o on o.id = n.id
          cross join lateral (values (n.area_code, n.sector, n.type, n.state, 1), (o.area_code, o.sector, o.type, o.state, -1))
                               as v (area_code, sector, type, state, sign)
          cross join lateral (select count(*) as members, count(*) filter (where m.member_type = 'FULL') as full_members
                              from party_member m
                              where m.organization_path = o.organization_path and m.organization_id = o.id and m.status = 'ACTIVE') own
          where (left(n.area_code, 6), n.type, n.state = 'ACTIVE') <> (left(o.area_code, 6), o.type, o.state = 'ACTIVE')
             or n.sector is distinct from o.sector) c
    group by 1, 2, 3, 4
    having sum(c.sign * c.organizations) <> 0 or sum(c.sign * c.members) <> 0;
  end if;
  return null;
end $$;
