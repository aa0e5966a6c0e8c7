-- V102: grades prepared by import, before they are proposed.
-- Why:      a file has rows of many rounds, cut into chunks anywhere; a proposal covers a whole roll. So rows are kept until the
--           round's grades are proposed from them.
-- Cost:     an empty table; one row a member and imported round.
-- Deploy:   before the code that imports; the previous version ignores it.
-- Rejected: proposing from the import itself: a row's result would depend on rows of another chunk.
create table drafted_grade (
  id uuid constraint drafted_grade_pk primary key,
  round_id uuid not null,
  member_id uuid not null,
  organization_path text collate "C" not null,
  grade text,
  ungraded_reason text,
  explanation text,
  took_part boolean not null,
  version bigint not null,
  constraint drafted_grade_on_roll foreign key (round_id, member_id) references roll_entry (round_id, member_id),
  constraint drafted_grade_once unique (round_id, member_id),
  constraint drafted_grade_or_reason check (num_nonnulls(grade, ungraded_reason) = 1));

alter table drafted_grade enable row level security;
alter table drafted_grade force row level security;
create policy drafted_grade_subtree on drafted_grade for all to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'));
grant select, insert, update on drafted_grade to ${application};
