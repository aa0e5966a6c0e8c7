-- V197: a county moves in a second or two.
-- Why:      the triggers that keep names and counts asked what a statement had changed by joining its rows before with its rows
--           after. Nothing tells the planner how many there are, and for the 15,000 members of a county it took one row against
--           all others: a minute and a half, after which the move was refused. The rows that differ are now what is left of one
--           set without the other, which is one pass over each however many there are.
-- Cost:     none. - Deploy: any time.
-- Rejected: forbidding nested loops within the triggers (the change of one organization would then read the whole table).
create or replace function organization_name_grams() returns trigger language plpgsql security definer set search_path = public as $$
declare
  renamed uuid[];
begin
  if tg_op = 'INSERT' then
    insert into name_gram select 'organization', g, n.organization_path, n.id from fresh n cross join unnest(name_grams(n.name)) as g;
    return null;
  end if;
  renamed := array(select id from (select id, name from fresh except select id, name from former) r);
  if renamed <> '{}' then
    delete from name_gram g using (
      select unnest(name_grams(o.name)) as gram, o.organization_path, o.id from former o where o.id = any (renamed)) d
    where g.resource_type = 'organization' and g.gram = d.gram and g.organization_path = d.organization_path and g.resource_id = d.id;
    insert into name_gram select 'organization', g, n.organization_path, n.id
    from fresh n cross join unnest(name_grams(n.name)) as g where n.id = any (renamed);
  end if;
  return null;
end $$;

create or replace function member_name_grams() returns trigger language plpgsql security definer set search_path = public as $$
declare
  changed uuid[];
begin
  if tg_op = 'INSERT' then
    insert into name_gram select 'member', g, n.organization_path, n.id from fresh n cross join unnest(name_grams(n.name)) as g;
    return null;
  end if;
  -- Not the path: a whole subtree that moves is rewritten at once.
  changed := array(select id from (select id, name, organization_id from fresh except select id, name, organization_id from former) c);
  if changed <> '{}' then
    delete from name_gram g using (
      select unnest(name_grams(o.name)) as gram, o.organization_path, o.id from former o where o.id = any (changed)) d
    where g.resource_type = 'member' and g.gram = d.gram and g.organization_path = d.organization_path and g.resource_id = d.id;
    insert into name_gram select 'member', g, n.organization_path, n.id
    from fresh n cross join unnest(name_grams(n.name)) as g where n.id = any (changed);
  end if;
  return null;
end $$;

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
                              from party_member m where m.organization_id = n.id and m.status = 'ACTIVE') own
          where (left(n.area_code, 6), n.type, n.state = 'ACTIVE') <> (left(o.area_code, 6), o.type, o.state = 'ACTIVE')
             or n.sector is distinct from o.sector) c
    group by 1, 2, 3, 4
    having sum(c.sign * c.organizations) <> 0 or sum(c.sign * c.members) <> 0;
  end if;
  return null;
end $$;
