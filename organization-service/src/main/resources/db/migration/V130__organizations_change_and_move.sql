-- V130: organizations are renamed, moved, merged, dissolved, restored; what they were on any day stays known.
-- Why:      the tree answers "as of" any day, and each change names its reason, document and decision.
-- Cost:     two tables, one filled with a row or two for each organization; the trigger adds a row to each new organization.
-- Deploy:   before the version of the service that moves organizations; the version before writes history by the triggers.
-- Rejected: history kept by the service's code (an import or a repair by hand would leave holes); reconstructing a day's tree
--           from the steps (a page of it would read the whole register).
alter table party_organization add column successor_id uuid constraint party_organization_successor_fk references party_organization (id);
alter table party_organization add column path_version bigint not null default 0;   -- how often its path changed
alter table party_organization add column changed_on date;   -- business day of its last version; the day it was set up when null
alter table party_organization add column placed_on date;    -- business day of its last path; the day it was set up when null
alter table party_organization add constraint party_organization_successor check ((state = 'MERGED') = (successor_id is not null));
alter table party_organization no force row level security;
update party_organization set changed_on = activated_on where activated_on is not null;
alter table party_organization force row level security;
create index party_organization_by_successor on party_organization (successor_id) where successor_id is not null;

-- One row for each step beside the platform's history: why, by which document, decided by whom, and what stood afterwards.
create table organization_change (
  organization_id uuid not null constraint organization_change_organization_fk references party_organization (id),
  version bigint not null,
  organization_path text collate "C" not null,
  change text not null,
  effective_on date not null,
  reason text,
  document_number text,
  decided_by text,
  code text not null,
  name text not null,
  short_name text,
  type text not null,
  kind text,
  sector text,
  area_code text not null,
  parent_id uuid,
  successor_id uuid,
  state text not null,
  entered_by text not null,
  entered_at timestamptz not null default clock_timestamp(),
  constraint organization_change_pk primary key (organization_id, version));

-- What an organization was from a day on, until the next period: [valid_from, valid_to). The open one is the present.
create table organization_period (
  organization_id uuid not null,
  valid_from date not null,
  valid_to date,
  organization_path text collate "C" not null,   -- of today: who sees the organization sees its past
  path_then text collate "C" not null,           -- of the period
  code text not null,
  name text not null,
  type text not null,
  kind text,
  sector text,
  area_code text not null,
  parent_id uuid,
  state text not null,
  state_known_at timestamptz not null,           -- when the register learned of this state
  constraint organization_period_pk primary key (organization_id, valid_from),
  constraint organization_period_days check (valid_to > valid_from));
create unique index organization_period_open on organization_period (organization_id) where valid_to is null;
create index organization_period_by_path on organization_period (path_then, organization_id, valid_from);
create index organization_period_by_parent on organization_period (parent_id, organization_id, valid_from);
-- Figures count the active ones of a day and type in the day's tree.
create index organization_period_active on organization_period (path_then, type, valid_from, valid_to, state_known_at) where state = 'ACTIVE';

alter table party_organization no force row level security;
insert into organization_period
select id, established_on, case when activated_on > established_on then activated_on end, organization_path, organization_path, code, name, type, kind,
       sector, area_code, parent_id, case when activated_on = established_on then 'ACTIVE' else 'PREPARING' end,
       case when activated_on = established_on then activation_entered_at else '-infinity' end
from party_organization;
insert into organization_period
select id, activated_on, null, organization_path, organization_path, code, name, type, kind, sector, area_code, parent_id, 'ACTIVE', activation_entered_at
from party_organization where activated_on > established_on;
alter table party_organization force row level security;

-- Whoever is entered later than his superior moved stood in the superior's former place before that day.
create function organization_begins() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into organization_period
  select f.id, case when p.place is null or p.place = 1 then f.established_on else p.valid_from end, p.valid_to, f.organization_path,
         coalesce(p.path_then || substring(f.organization_path from '[^/]+/$'), f.organization_path),
         f.code, f.name, f.type, f.kind, f.sector, f.area_code, f.parent_id, f.state, clock_timestamp()
  from fresh f left join lateral (
    select path_then, min(valid_from) as valid_from, case when bool_or(valid_to is null) then null else max(valid_to) end as valid_to,
           row_number() over (order by min(valid_from)) as place
    from organization_period where organization_id = f.parent_id and (valid_to is null or valid_to > f.established_on)
    group by path_then) p on true;
  return null;
end $$;
create trigger organization_begins after insert on party_organization referencing new table as fresh
  for each statement execute function organization_begins();

-- A version holds from its business day on, a path from the day of the move on; each splits the period in which its day lies.
create function organization_goes_on() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if not exists (select from fresh n join former o on o.id = n.id
                 where n.version <> o.version or n.organization_path <> o.organization_path or n.code <> o.code) then
    return null;   -- a label was given out
  end if;
  -- The later part of a split period; its end is 'infinity' while the earlier part is still the open one.
  insert into organization_period
  select p.organization_id, n.day, coalesce(p.valid_to, 'infinity'), p.organization_path, p.path_then, p.code, p.name, p.type, p.kind, p.sector,
         p.area_code, p.parent_id, p.state, p.state_known_at
  from (
    select n.*, n.version <> o.version as of_version, n.organization_path <> o.organization_path or n.code <> o.code as of_path,
           coalesce(case when n.version <> o.version then n.changed_on else n.placed_on end, n.established_on) as day
    from fresh n join former o on o.id = n.id
    where n.version <> o.version or n.organization_path <> o.organization_path or n.code <> o.code) n
  join organization_period p on p.organization_id = n.id and p.valid_from < n.day and (p.valid_to is null or p.valid_to > n.day);
  update organization_period p set valid_to = n.day
  from (
    select n.*, n.version <> o.version as of_version, n.organization_path <> o.organization_path or n.code <> o.code as of_path,
           coalesce(case when n.version <> o.version then n.changed_on else n.placed_on end, n.established_on) as day
    from fresh n join former o on o.id = n.id
    where n.version <> o.version or n.organization_path <> o.organization_path or n.code <> o.code) n
  where p.organization_id = n.id and p.valid_from < n.day and (p.valid_to is null or p.valid_to > n.day);
  update organization_period p set
    valid_to = nullif(p.valid_to, 'infinity'),
    name = case when n.of_version then n.name else p.name end,
    type = case when n.of_version then n.type else p.type end,
    kind = case when n.of_version then n.kind else p.kind end,
    sector = case when n.of_version then n.sector else p.sector end,
    area_code = case when n.of_version then n.area_code else p.area_code end,
    parent_id = case when n.of_version then n.parent_id else p.parent_id end,
    state = case when n.of_version then n.state else p.state end,
    state_known_at = case when n.of_version and n.state <> p.state then clock_timestamp() else p.state_known_at end,
    code = case when n.of_path then n.code else p.code end,
    path_then = case when n.of_path then n.organization_path else p.path_then end
  from (
    select n.*, n.version <> o.version as of_version, n.organization_path <> o.organization_path or n.code <> o.code as of_path,
           coalesce(case when n.version <> o.version then n.changed_on else n.placed_on end, n.established_on) as day
    from fresh n join former o on o.id = n.id
    where n.version <> o.version or n.organization_path <> o.organization_path or n.code <> o.code) n
  where p.organization_id = n.id and p.valid_from >= n.day;
  update organization_period p set organization_path = n.organization_path
  from fresh n join former o on o.id = n.id
  where p.organization_id = n.id and n.organization_path <> o.organization_path;
  return null;
end $$;
create trigger organization_goes_on after update on party_organization referencing old table as former new table as fresh
  for each statement execute function organization_goes_on();

do $$
declare
  t text;
begin
  foreach t in array array['organization_change', 'organization_period'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy %I on %I for all to ${application} using (exists (
      select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
      where p like '/_%%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'))$policy$, t || '_subtree', t);
  end loop;
end $$;
-- The triggers run as the owner: nobody else writes the periods.
create policy organization_period_kept on organization_period for all to current_user using (true) with check (true);

grant select, insert, update (organization_path) on organization_change to ${application};
grant select on organization_period to ${application};
grant update (organization_path) on step_history to ${application};
