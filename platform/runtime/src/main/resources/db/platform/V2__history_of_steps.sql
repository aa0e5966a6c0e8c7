-- V2: who took which step of which state machine, on which business day.
-- Why:      every machine answers "what happened, when, by whom" alike, and figures count steps by their business day.
-- Cost:     an empty table.
-- Deploy:   with the first service that has a state machine.
-- Rejected: a history table per aggregate: the same columns and policy ten times.
create table step_history (
  resource_type text not null,
  resource_id uuid not null,
  version bigint not null,
  organization_path text collate "C" not null,
  step text not null,
  from_state text not null,
  to_state text not null,
  taken_on date not null,
  comment text,
  entered_by text not null,
  entered_at timestamptz not null default clock_timestamp(),
  constraint step_history_pk primary key (resource_type, resource_id, version));
create index step_history_by_day on step_history (resource_type, to_state, organization_path, taken_on);

alter table step_history enable row level security;
alter table step_history force row level security;
create policy step_history_subtree on step_history for all to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'));
create policy step_history_pipeline on step_history for insert to ${pipeline} with check (true);
grant select, insert on step_history to ${application};
grant insert on step_history to ${pipeline};
