-- V110: what evaluation-service confirmed of members: their standing of a year.
-- Why:      a member's page shows his newest standing; the topic it comes by is readable by this service alone.
-- Cost:     an empty table.
-- Deploy:   before the code that reads the topic; the version before ignores the table.
-- Rejected: a column on party_member: a late event of an earlier year, or one that comes before the member, would have no
--           place, and every standing would be a new version of the member. A path on each row: it would go stale with
--           the member's next transfer.
create table member_standing_ref (
  id uuid constraint member_standing_ref_pk primary key,   -- one a member, year and organization that appraised
  member_id uuid not null,
  year integer not null,
  grade text,
  ungraded_reason text,
  confirmed_on date not null,
  version bigint not null,
  constraint member_standing_ref_grade_or_reason check ((grade is null) <> (ungraded_reason is null)));
-- The newest standing of a member is the first of this index: a list looks it up for each of its rows.
create index member_standing_ref_newest on member_standing_ref (member_id, year desc, (grade is null), confirmed_on desc, id);

-- A standing is seen by whoever sees its member; of a member not known yet nobody sees it.
alter table member_standing_ref enable row level security;
alter table member_standing_ref force row level security;
create policy member_standing_ref_of_member on member_standing_ref for select to ${application}
  using (exists (select from party_member m where m.id = member_standing_ref.member_id));
create policy member_standing_ref_pipeline on member_standing_ref for all to ${pipeline} using (true) with check (true);
grant select on member_standing_ref to ${application};
grant select, insert, update on member_standing_ref to ${pipeline};
