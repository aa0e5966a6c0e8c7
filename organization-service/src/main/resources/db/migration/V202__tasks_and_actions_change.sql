-- V202: a key task or an action changes from a day on, with a reason, and what it said before stays readable.
-- Why:      a deadline is extended and an optional action becomes a prescribed one while the campaign runs; whoever worked by it
--           sees when, why and by whom.
-- Cost:     a column each and an empty table.
-- Deploy:   before the code that writes it; the version before changes neither.
-- Rejected: the history of steps (it has states and no titles or days). - A version of the row for each day: everything that refers
--           to a task refers to the task, not to what it said on a day.
alter table key_task add column changed_on date;
alter table campaign_action add column changed_on date;

-- What changed stands in both columns, what stayed in none.
create table campaign_change (
  resource_type text not null,          -- key-task, campaign-action
  resource_id uuid not null,
  version bigint not null,              -- of the task or action after it
  organization_path text collate "C" not null,
  changed_on date not null,
  reason text not null,
  title_before text,
  title text,
  deadline_before date,
  deadline date,
  kind_before text,
  kind text,
  entered_by text not null,
  entered_at timestamptz not null default clock_timestamp(),
  constraint campaign_change_pk primary key (resource_type, resource_id, version));
create index campaign_change_by_path on campaign_change (organization_path);

alter table campaign_change enable row level security;
alter table campaign_change force row level security;
create policy campaign_change_subtree on campaign_change for all to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'));
-- DOWNWARD: whoever works by it reads what it said before.
create policy campaign_change_downward on campaign_change for select to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and p collate "C" >= organization_path and p collate "C" < rtrim(organization_path, '/') || '0'));
grant select, insert, update (organization_path) on campaign_change to ${application};
grant update on key_task to ${application};
