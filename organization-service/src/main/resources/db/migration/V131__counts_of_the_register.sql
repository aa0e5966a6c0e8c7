-- V131: organizations and members counted by county, sector and type, for any subtree.
-- Why:      a figure for the city must not count 180,000 members, and a write must not update every organization above it.
-- Cost:     one small row for each write that changes a count; the counts of an organization are folded upwards later, by the
--           pipeline, a moment's rows at once. Filled here by a recount.
-- Deploy:   with the version of the service that folds; the version before lets the rows wait, and sums stay right.
-- Rejected: updating the counts of all ancestors in the write (two thirds of the throughput); folding before reading (a read
--           would write); a materialized view (stale between refreshes, and a refresh counts everything).
create table register_tally (
  organization_id uuid not null,
  county text not null,        -- first six digits of the area code
  sector text not null,        -- '-' where an organization has none
  type text not null,
  organizations bigint not null,   -- active ones
  members bigint not null,         -- on the roll
  full_members bigint not null,
  constraint register_tally_pk primary key (organization_id, county, sector, type));

-- What was not folded yet. A sum adds it, so a count is right at every moment.
create table register_delta (
  seq bigint generated always as identity constraint register_delta_pk primary key,
  organization_path text collate "C" not null,
  county text not null,
  sector text not null,
  type text not null,
  organizations bigint not null,
  members bigint not null,
  full_members bigint not null);
create index register_delta_by_path on register_delta (organization_path);
alter table register_delta set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);   -- it is a queue

create function member_counts() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    insert into register_delta (organization_path, county, sector, type, organizations, members, full_members)
    select o.organization_path, left(o.area_code, 6), coalesce(o.sector, '-'), o.type, 0, count(*), count(*) filter (where m.member_type = 'FULL')
    from fresh m join party_organization o on o.id = m.organization_id
    where m.status = 'ACTIVE' group by o.id;
  else
    insert into register_delta (organization_path, county, sector, type, organizations, members, full_members)
    select o.organization_path, left(o.area_code, 6), coalesce(o.sector, '-'), o.type, 0, sum(c.members), sum(c.full_members)
    from (select organization_id, count(*) as members, count(*) filter (where member_type = 'FULL') as full_members
          from fresh where status = 'ACTIVE' group by 1
          union all
          select organization_id, -count(*), -count(*) filter (where member_type = 'FULL') from former where status = 'ACTIVE' group by 1) c
    join party_organization o on o.id = c.organization_id
    group by o.id having sum(c.members) <> 0 or sum(c.full_members) <> 0;
  end if;
  return null;
end $$;
create trigger member_counts_begin after insert on party_member referencing new table as fresh
  for each statement execute function member_counts();
create trigger member_counts_go_on after update on party_member referencing old table as former new table as fresh
  for each statement execute function member_counts();

-- An organization begins or ends, changes its kind, or goes elsewhere with all that is counted below it.
create function organization_counts() returns trigger language plpgsql security definer set search_path = public as $$
declare
  moved record;
begin
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
  return null;
end $$;
create trigger organization_counts after update on party_organization referencing old table as former new table as fresh
  for each statement execute function organization_counts();

-- None comes by a call that is at work already; a repair by hand may bring one.
create function organization_counts_begin() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into register_delta (organization_path, county, sector, type, organizations, members, full_members)
  select organization_path, left(area_code, 6), coalesce(sector, '-'), type, 1, 0, 0 from fresh where state = 'ACTIVE';
  return null;
end $$;
create trigger organization_counts_begin after insert on party_organization referencing new table as fresh
  for each statement execute function organization_counts_begin();

-- Every path above this one, and itself.
create function path_upwards(path text) returns text[] language sql immutable parallel safe as $$
  select array_agg(left(path, i)) from generate_series(2, length(path)) as i where substr(path, i, 1) = '/'
$$;

-- Folds the oldest deltas into the counts of their organizations and of all above; how many there were. The tree stands
-- still meanwhile; of two that fold at once one does nothing.
create function fold_register(most integer) returns integer language plpgsql security definer set search_path = public as $$
declare
  taken integer;
begin
  perform pg_advisory_xact_lock_shared(hashtext('zhixing-tree'));
  if not pg_try_advisory_xact_lock(hashtext('register-fold')) then
    return 0;
  end if;
  with news as (
    delete from register_delta where seq in (select seq from register_delta order by seq limit most) returning *),
  counted as (select count(*) as rows from news),
  summed as (
    select organization_path, county, sector, type, sum(organizations) as organizations, sum(members) as members, sum(full_members) as full_members
    from news group by 1, 2, 3, 4),
  upwards as (
    select o.id, s.county, s.sector, s.type, sum(s.organizations) as organizations, sum(s.members) as members, sum(s.full_members) as full_members
    from summed s join party_organization o on o.organization_path = any (path_upwards(s.organization_path))
    group by 1, 2, 3, 4),
  folded as (
    insert into register_tally as held (organization_id, county, sector, type, organizations, members, full_members)
    select * from upwards order by 1, 2, 3, 4
    on conflict on constraint register_tally_pk do update set organizations = held.organizations + excluded.organizations,
      members = held.members + excluded.members, full_members = held.full_members + excluded.full_members)
  select rows into taken from counted;
  return taken;
end $$;

alter table register_tally enable row level security;
alter table register_tally force row level security;
alter table register_delta enable row level security;
alter table register_delta force row level security;
-- Triggers and folding run as the owner; nobody else writes counts.
create policy register_tally_kept on register_tally for all to current_user using (true) with check (true);
create policy register_delta_kept on register_delta for all to current_user using (true) with check (true);
create policy party_member_counted on party_member for select to current_user using (true);
create policy register_tally_of_organization on register_tally for select to ${application}
  using (exists (select from party_organization o where o.id = register_tally.organization_id));
create policy register_delta_subtree on register_delta for select to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'));
grant select on register_tally, register_delta to ${application};
revoke execute on function fold_register from public;
grant execute on function fold_register to ${pipeline};

insert into register_delta (organization_path, county, sector, type, organizations, members, full_members)
select o.organization_path, left(o.area_code, 6), coalesce(o.sector, '-'), o.type, (o.state = 'ACTIVE')::int, count(m.id),
       count(m.id) filter (where m.member_type = 'FULL')
from party_organization o left join party_member m on m.organization_id = o.id and m.status = 'ACTIVE'
group by o.id having o.state = 'ACTIVE' or count(m.id) > 0;
select fold_register(1000000000);
