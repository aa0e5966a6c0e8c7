-- V171: key tasks (重点任务) of a campaign, the progress of each organization, and what it reported with.
-- Why:      each obliged organization takes each task through its steps, and its superior confirms. Of 8,885 organizations and
--           seven tasks most have not begun at first: not begun is the absence of a row.
-- Cost:     empty tables, and an index over arrears, by which reports of dues find those of a day.
-- Deploy:   before the code that writes them; the version before ignores them.
-- Rejected: a row for each organization and task when the task is set: an organization that is set up or moved afterwards
--           would lack its own. A counter of confirmed children: a child that moves takes its progress along, and the
--           counter would stay. Evidence computed when it is looked at: the superior confirmed what was reported then.
create table key_task (
  id uuid constraint key_task_pk primary key,
  campaign_id uuid not null constraint key_task_campaign_fk references campaign (id),
  organization_id uuid not null constraint key_task_organization_fk references party_organization (id),
  organization_path text collate "C" not null,
  number integer not null constraint key_task_number_positive check (number > 0),
  title text not null,
  obliged_types text[] not null,
  starts_on date not null,              -- the campaign's first day, which never changes
  deadline date not null,
  evidence text not null constraint key_task_evidence_kind check (evidence in ('SCREENING', 'ELECTIONS', 'DUES', 'STATED')),
  version bigint not null,
  constraint key_task_number_once unique (campaign_id, number));

create table key_task_progress (
  id uuid constraint key_task_progress_pk primary key,
  task_id uuid not null constraint key_task_progress_task_fk references key_task (id),
  organization_id uuid not null constraint key_task_progress_organization_fk references party_organization (id),
  organization_path text collate "C" not null,
  state text not null constraint key_task_progress_state check (state in ('IN_PROGRESS', 'REPORTED', 'CONFIRMED', 'RETURNED')),
  reporter text,                        -- client and subject; confirms nothing
  reported_version bigint,              -- of the last report, whose evidence is shown
  return_reason text,
  confirmed_on date,
  stepped_on date not null,
  version bigint not null,
  constraint key_task_progress_once unique (task_id, organization_id),
  constraint key_task_progress_confirmed check ((state = 'CONFIRMED') = (confirmed_on is not null)));
create index key_task_progress_by_path on key_task_progress (organization_path, id);

create table key_task_evidence (
  progress_id uuid not null constraint key_task_evidence_progress_fk references key_task_progress (id),
  version bigint not null,              -- the progress's after the report
  numerator bigint,
  denominator bigint,
  as_of date not null,
  statement text,
  constraint key_task_evidence_pk primary key (progress_id, version),
  constraint key_task_evidence_counts check (numerator >= 0 and denominator >= numerator));

do $$
declare
  t text;
begin
  foreach t in array array['key_task', 'key_task_progress', 'key_task_evidence'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['key_task', 'key_task_progress'] loop
    execute format($policy$create policy %I on %I for all to ${application} using (exists (
      select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
      where p like '/_%%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'))$policy$, t || '_subtree', t);
  end loop;
end $$;
-- DOWNWARD: whoever is obliged reads what to.
create policy key_task_downward on key_task for select to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and p collate "C" >= organization_path and p collate "C" < rtrim(organization_path, '/') || '0'));
create policy key_task_evidence_of_progress on key_task_evidence for all to ${application}
  using (exists (select from key_task_progress p where p.id = key_task_evidence.progress_id));
grant select, insert, update (organization_path) on key_task to ${application};
grant select, insert, update on key_task_progress to ${application};
grant select, insert on key_task_evidence to ${application};

create index dues_arrears_by_member on dues_arrears (member_id);
