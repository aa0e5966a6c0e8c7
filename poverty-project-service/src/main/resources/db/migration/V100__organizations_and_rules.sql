-- V100: what is known here of Party organizations, and the dated rules of projects and their money.
-- Why:      scopes and references are resolved without asking another service; a record of 2016 is judged by the rule of 2016.
-- Cost:     empty tables, a handful of rules.
-- Deploy:   with the first version of the service. Rights are granted by name and table.
-- Rejected: thresholds in code: a rule changes by a row with its source, not by a release.
create extension if not exists btree_gist;   -- exclusion over a text and a range of days

-- Projected from organization.events.v1.
create table organization_ref (
  id uuid constraint organization_ref_pk primary key,
  code text not null,
  type text not null,
  state text not null,
  organization_path text collate "C" not null,
  version bigint not null);
create index organization_ref_by_code on organization_ref (code);

create table project_rule (
  id uuid constraint project_rule_pk primary key,
  code text not null,
  applies_to text not null,
  value bigint not null,
  unit text not null,
  severity text not null constraint project_rule_severity check (severity in ('ERROR', 'WARNING')),
  effective_from date not null,
  effective_to date,               -- first day on which it no longer holds
  source text not null,
  certainty text not null constraint project_rule_certainty check (certainty in ('A', 'B', 'C')),
  constraint project_rule_once exclude using gist (code with =, applies_to with =, daterange(effective_from, effective_to) with &&));

-- The guidance is of 2018; its day was not verified, so it is taken to hold from the year after. No number of days is known
-- for the time before: such a notice has 0 required days.
insert into project_rule (id, code, applies_to, value, unit, severity, effective_from, effective_to, source, certainty)
select gen_random_uuid(), 'NOTICE_MINIMUM_DAYS', kind || '_' || level, 10, 'DAY', 'ERROR', '2019-01-01', null,
       'Guidance of 2018 on announcing funds and projects, art. 4: 10 days at village and town', 'A'
from unnest(array['ENTRY', 'PLAN', 'BENEFICIARY_LIST', 'COMPLETION']) as kind, unnest(array['VILLAGE', 'TOWN']) as level;
insert into project_rule (id, code, applies_to, value, unit, severity, effective_from, effective_to, source, certainty) values
  (gen_random_uuid(), 'NOTICE_REQUIRED', 'ENTRY_VILLAGE', 1, 'NOTICE', 'ERROR', '2019-01-01', null,
   'Guidance of 2018 on announcing funds and projects: notice level by level', 'A'),
  (gen_random_uuid(), 'NOTICE_REQUIRED', 'ENTRY_COUNTY', 1, 'NOTICE', 'ERROR', '2014-01-01', null,
   'County notice before a project enters the library; common practice', 'B'),
  (gen_random_uuid(), 'NOTICE_REQUIRED', 'PLAN_COUNTY', 1, 'NOTICE', 'ERROR', '2019-01-01', null,
   'Guidance of 2018 on announcing funds and projects: the plan is announced', 'A'),
  (gen_random_uuid(), 'NOTICE_REQUIRED', 'COMPLETION_VILLAGE', 1, 'NOTICE', 'ERROR', '2019-01-01', null,
   'Guidance of 2018 on announcing funds and projects: the result is announced', 'A');

create function organizations_named(refs text[]) returns table (reference text, id uuid, path text)
language sql stable security definer set search_path = public as $$
  select r.reference, o.id, o.organization_path from unnest(refs) as r (reference) join organization_ref o on o.code = r.reference
  union
  select r.reference, o.id, o.organization_path from unnest(refs) as r (reference) join organization_ref o
    on o.id = case when r.reference ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' then r.reference::uuid end
$$;

alter table organization_ref enable row level security;
alter table organization_ref force row level security;
create policy organization_ref_subtree on organization_ref for all to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'));
create policy organization_ref_pipeline on organization_ref for all to ${pipeline} using (true) with check (true);
create policy organization_ref_located on organization_ref for select to current_user using (true);   -- organizations_named runs as the owner

grant select on organization_ref, project_rule to ${application};
grant select, insert, update on organization_ref to ${pipeline};
