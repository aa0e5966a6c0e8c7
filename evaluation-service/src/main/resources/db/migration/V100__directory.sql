-- V100: what is known here of organizations, members, posts and study sessions; the day of reckoning of an appraisal year.
-- Why:      a roll is frozen as of a day, so membership is kept as intervals; no call to another service is made for it.
-- Cost:     empty tables.
-- Deploy:   with the first version of the service. Rights are granted by name and table.
-- Rejected: the present branch of a member alone: a roll of last December could not be frozen in March.

-- Projected from organization.events.v1 and session.events.v1. A path of '' is not known yet and opens to nobody.
create table organization_ref (
  id uuid constraint organization_ref_pk primary key,
  code text not null,
  type text not null,
  state text not null,
  organization_path text collate "C" not null,
  active_from date,
  version bigint not null);
create index organization_ref_by_code on organization_ref (code);

create table member_ref (
  id uuid constraint member_ref_pk primary key,
  member_number text not null,
  organization_id uuid not null,
  member_type text not null,
  full_since date,
  organization_path text collate "C" not null default '',
  version bigint not null);
create index member_ref_without_path on member_ref (organization_id) where organization_path = '';

create table roll_period_ref (
  member_id uuid not null,
  from_day date not null,
  to_day date,                    -- the first day no longer on the roll; null while it lasts
  organization_id uuid not null,
  organization_path text collate "C" not null default '',
  version bigint not null,
  constraint roll_period_ref_pk primary key (member_id, from_day));
create index roll_period_ref_by_organization on roll_period_ref (organization_id, from_day);
create index roll_period_ref_without_path on roll_period_ref (organization_id) where organization_path = '';

create table post_ref (
  id uuid constraint post_ref_pk primary key,
  member_id uuid not null,
  organization_id uuid not null,
  organization_path text collate "C" not null default '',
  post text not null,
  from_day date not null,
  to_day date,                    -- the first day no longer in the post; null while it lasts
  version bigint not null);
create index post_ref_without_path on post_ref (organization_id) where organization_path = '';

create table study_session_ref (
  id uuid constraint study_session_ref_pk primary key,
  organization_id uuid not null,
  organization_path text collate "C" not null default '',
  held_on date not null,
  collective_study boolean not null,
  version bigint not null);
create index study_session_ref_by_organization on study_session_ref (organization_id, held_on);
create index study_session_ref_without_path on study_session_ref (organization_id) where organization_path = '';

-- One day of reckoning a year and city, set by the city and never changed: every roll of the year is of that day.
create table appraisal_year (
  id uuid constraint appraisal_year_pk primary key,
  organization_id uuid not null,
  organization_path text collate "C" not null,
  year integer not null,
  as_of date not null,
  set_on date not null,
  entered_by text not null,
  version bigint not null,
  constraint appraisal_year_once unique (organization_path, year),
  constraint appraisal_year_as_of check (as_of between make_date(year, 1, 1) and make_date(year + 1, 12, 31)));

create function organizations_named(refs text[]) returns table (reference text, id uuid, path text)
language sql stable security definer set search_path = public as $$
  select r.reference, o.id, o.organization_path from unnest(refs) as r (reference) join organization_ref o on o.code = r.reference
  union
  select r.reference, o.id, o.organization_path from unnest(refs) as r (reference) join organization_ref o
    on o.id = case when r.reference ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' then r.reference::uuid end
$$;

-- The same protection for every table with an organization's data. The range is written out: as a function it would
-- hide the bounds from the planner.
do $$
declare
  guarded text;
begin
  foreach guarded in array array['organization_ref', 'member_ref', 'roll_period_ref', 'post_ref', 'study_session_ref', 'appraisal_year'] loop
    execute format('alter table %I enable row level security', guarded);
    execute format('alter table %I force row level security', guarded);
    execute format($policy$create policy %I on %I for all to ${application} using (exists (
      select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
      where p like '/_%%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'))$policy$, guarded || '_subtree', guarded);
    execute format('create policy %I on %I for all to ${pipeline} using (true) with check (true)', guarded || '_pipeline', guarded);
  end loop;
end $$;
-- DOWNWARD: whoever stands below the city reads the city's day.
create policy appraisal_year_downward on appraisal_year for select to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and p collate "C" >= organization_path and p collate "C" < rtrim(organization_path, '/') || '0'));
-- organizations_named runs as the owner.
create policy organization_ref_located on organization_ref for select to current_user using (true);

grant select on organization_ref, member_ref, roll_period_ref, post_ref, study_session_ref to ${application};
grant select, insert on appraisal_year to ${application};
grant select, insert, update on organization_ref, member_ref, roll_period_ref, post_ref, study_session_ref to ${pipeline};
