-- V201: progress with key tasks counted by leaves and folded upwards, as the register is.
-- Why:      for each county the counts of a key task read every organization below it with its progress; a city asks for that page
--           all day long near a deadline.
-- Cost:     a small row for each step of progress, each new organization and each change of type or state; a move takes along what
--           the organization's own count says. Folded by the pipeline with the counts of the register. Filled here by a recount.
-- Deploy:   before the code that reads and folds; the version before goes on recounting, and lets the rows wait.
-- Rejected: counts of a task by what obliges it (setting a task would write for each organization, and so would changing it): counted
--           is by type, and who asks adds up the types that the task obliges. - A count of those that have not begun: it is the rest.
create table key_task_tally (
  organization_id uuid not null,
  task_id uuid not null,       -- zeros: of no task, organizations in place
  type text not null,          -- of the organizations that are counted
  state text not null,         -- of their progress; IN_PLACE without a task
  organizations bigint not null,
  constraint key_task_tally_pk primary key (organization_id, task_id, type, state));
alter table key_task_tally set (fillfactor = 60);

-- What was not folded yet. A sum adds it, so a count is right at every moment.
create table key_task_delta (
  seq bigint generated always as identity constraint key_task_delta_pk primary key,
  organization_path text collate "C" not null,
  task_id uuid not null default '00000000-0000-0000-0000-000000000000',
  type text not null,
  state text not null,
  organizations bigint not null);
create index key_task_delta_by_path on key_task_delta (organization_path);
alter table key_task_delta set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);   -- it is a queue

create function in_place(state text) returns boolean language sql immutable parallel safe as $$ select state in ('PREPARING', 'ACTIVE') $$;

create function key_task_counts() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    insert into key_task_delta (organization_path, task_id, type, state, organizations)
    select o.organization_path, n.task_id, o.type, n.state, count(*) from fresh n join party_organization o on o.id = n.organization_id
    where in_place(o.state) group by 1, 2, 3, 4;
  -- Not the path: a whole subtree that moves is rewritten at once.
  elsif exists (select id, state from fresh except select id, state from former) then
    insert into key_task_delta (organization_path, task_id, type, state, organizations)
    select o.organization_path, c.task_id, o.type, c.state, sum(c.sign)
    from (select organization_id, task_id, state, 1 as sign from fresh
          union all select organization_id, task_id, state, -1 from former) c
    join party_organization o on o.id = c.organization_id
    where in_place(o.state) group by 1, 2, 3, 4 having sum(c.sign) <> 0;
  end if;
  return null;
end $$;
create trigger key_task_counts_begin after insert on key_task_progress referencing new table as fresh
  for each statement execute function key_task_counts();
create trigger key_task_counts_go_on after update on key_task_progress referencing old table as former new table as fresh
  for each statement execute function key_task_counts();

-- An organization begins or ends, changes its type, or goes elsewhere with all that is counted below it. Rows that wait below it
-- go with the other rows of that path.
create function key_task_organizations() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    insert into key_task_delta (organization_path, type, state, organizations)
    select organization_path, type, 'IN_PLACE', 1 from fresh where in_place(state);
    return null;
  end if;
  if exists (select id, parent_id from fresh except select id, parent_id from former) then
    insert into key_task_delta (organization_path, task_id, type, state, organizations)
    select above.path, t.task_id, t.type, t.state, above.sign * t.organizations
    from fresh n join former o on o.id = n.id and n.parent_id is distinct from o.parent_id
    cross join lateral (values (regexp_replace(o.organization_path, '[^/]+/$', ''), -1),
                               (regexp_replace(n.organization_path, '[^/]+/$', ''), 1)) as above (path, sign)
    join key_task_tally t on t.organization_id = n.id
    where t.organizations <> 0;
  end if;
  if exists (select id, type, in_place(state) from fresh except select id, type, in_place(state) from former) then
    insert into key_task_delta (organization_path, task_id, type, state, organizations)
    select n.organization_path, c.task_id, v.type, c.state, v.sign
    from fresh n join former o on o.id = n.id and (n.type, in_place(n.state)) <> (o.type, in_place(o.state))
    cross join lateral (values (n.type, n.state, 1), (o.type, o.state, -1)) as v (type, state, sign)
    cross join lateral (select '00000000-0000-0000-0000-000000000000'::uuid as task_id, 'IN_PLACE' as state
                        union all select p.task_id, p.state from key_task_progress p where p.organization_id = n.id) c
    where in_place(v.state);
  end if;
  return null;
end $$;
create trigger key_task_organizations_begin after insert on party_organization referencing new table as fresh
  for each statement execute function key_task_organizations();
create trigger key_task_organizations_go_on after update on party_organization referencing old table as former new table as fresh
  for each statement execute function key_task_organizations();
create index key_task_progress_of_organization on key_task_progress (organization_id);

-- Folds the oldest deltas into the counts of their organizations and of all above; how many there were. The tree stands
-- still meanwhile; of two that fold at once one does nothing.
create function fold_key_tasks(most integer) returns integer language plpgsql security definer set search_path = public as $$
declare
  taken integer;
begin
  perform pg_advisory_xact_lock_shared(hashtext('zhixing-tree'));
  if not pg_try_advisory_xact_lock(hashtext('key-task-fold')) then
    return 0;
  end if;
  with news as (
    delete from key_task_delta where seq in (select seq from key_task_delta order by seq limit most) returning *),
  counted as (select count(*) as rows from news),
  summed as (
    select organization_path, task_id, type, state, sum(organizations) as organizations from news group by 1, 2, 3, 4),
  upwards as (
    select left(s.organization_path, at) as path, s.task_id, s.type, s.state, sum(s.organizations) as organizations
    from summed s join generate_series(2, (select max(length(organization_path)) from summed)) as at on substr(s.organization_path, at, 1) = '/'
    group by 1, 2, 3, 4),
  folded as (
    insert into key_task_tally as held (organization_id, task_id, type, state, organizations)
    select o.id, u.task_id, u.type, u.state, u.organizations
    from upwards u join party_organization o on o.organization_path = u.path order by 1, 2, 3, 4
    on conflict on constraint key_task_tally_pk do update set organizations = held.organizations + excluded.organizations)
  select rows into taken from counted;
  return taken;
end $$;

alter table key_task_tally enable row level security;
alter table key_task_tally force row level security;
alter table key_task_delta enable row level security;
alter table key_task_delta force row level security;
-- Triggers and folding run as the owner; nobody else writes counts.
create policy key_task_tally_kept on key_task_tally for all to current_user using (true) with check (true);
create policy key_task_delta_kept on key_task_delta for all to current_user using (true) with check (true);
create policy key_task_progress_counted on key_task_progress for select to current_user using (true);
create policy key_task_tally_of_organization on key_task_tally for select to ${application}
  using (exists (select from party_organization o where o.id = key_task_tally.organization_id));
create policy key_task_delta_subtree on key_task_delta for all to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'));
grant select on key_task_tally, key_task_delta to ${application};
grant update (organization_path) on key_task_delta to ${application};   -- by a move, as all rows of the path
revoke execute on function fold_key_tasks from public;
grant execute on function fold_key_tasks to ${pipeline};

-- Groups whose counts, with what is not folded yet, are not those of all organizations.
create function key_task_differences() returns bigint language sql stable security definer set search_path = public as $$
  select count(*) from (
    select task_id, type, state from (
      select t.task_id, t.type, t.state, t.organizations
      from key_task_tally t join party_organization r on r.id = t.organization_id and r.parent_id is null
      union all
      select task_id, type, state, organizations from key_task_delta
      union all
      select '00000000-0000-0000-0000-000000000000', type, 'IN_PLACE', -count(*) from party_organization where in_place(state) group by 2
      union all
      select p.task_id, o.type, p.state, -count(*) from key_task_progress p join party_organization o on o.id = p.organization_id
      where in_place(o.state) group by 1, 2, 3) counted
    group by 1, 2, 3 having sum(organizations) <> 0) different
$$;
revoke execute on function key_task_differences from public;
grant execute on function key_task_differences to ${pipeline};

insert into key_task_delta (organization_path, type, state, organizations)
select organization_path, type, 'IN_PLACE', 1 from party_organization where in_place(state);
insert into key_task_delta (organization_path, task_id, type, state, organizations)
select o.organization_path, p.task_id, o.type, p.state, count(*) from key_task_progress p join party_organization o on o.id = p.organization_id
where in_place(o.state) group by 1, 2, 3, 4;
select fold_key_tasks(1000000000);
