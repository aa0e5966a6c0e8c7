-- V101: appraisal rounds with their frozen roll, proposed grades, confirmed appraisals, dated rules and leaf counters.
-- Why:      grades exist only through a round: proposed by one, confirmed by another, of the members on the roll of one day.
-- Cost:     empty tables. A confirmed round of 22 members leaves 22 rows in each of roll_entry, proposed_grade, appraisal.
-- Deploy:   with the first version of the service that knows rounds.
-- Rejected: one table whose rows are graded, then confirmed by update: what was proposed must stay readable, and an
--           appraisal is born at confirmation (docs/adr/0010).
create extension if not exists btree_gist;   -- exclusion over a text and a range of days

create table evaluation_rule (
  id uuid constraint evaluation_rule_pk primary key,
  code text not null,
  value bigint not null,
  base text,                      -- what a share is a share of
  severity text not null constraint evaluation_rule_severity check (severity in ('ERROR', 'WARNING')),
  effective_from date not null,
  effective_to date,              -- the first day no longer in force
  source text not null,
  certainty text not null constraint evaluation_rule_certainty check (certainty in ('A', 'B', 'C')),
  constraint evaluation_rule_once exclude using gist (code with =, daterange(effective_from, effective_to) with &&));
insert into evaluation_rule (id, code, value, base, severity, effective_from, effective_to, source, certainty) values
  (gen_random_uuid(), 'EXCELLENT_CAP_DIVISOR', 3, 'FULL_MEMBERS', 'WARNING', '1949-10-01', '2019-05-01',
   'Practice of democratic appraisal: excellent generally at most a third', 'B'),
  (gen_random_uuid(), 'EXCELLENT_CAP_DIVISOR', 3, 'FULL_MEMBERS', 'WARNING', '2019-05-01', null,
   '中国共产党党员教育管理工作条例, 2019: a third, generally; that full members are the base is practice', 'A'),
  (gen_random_uuid(), 'STUDY_BEFORE_APPRAISAL', 1, null, 'WARNING', '1949-10-01', '2017-01-01',
   'Practice before the yearly notices on life meetings', 'B'),
  (gen_random_uuid(), 'STUDY_BEFORE_APPRAISAL', 1, null, 'ERROR', '2017-01-01', null,
   'Yearly notices on life meetings, from those for 2017 on: without study it may not be held', 'B');

create table appraisal_round (
  id uuid constraint appraisal_round_pk primary key,
  organization_id uuid not null,
  organization_path text collate "C" not null,
  year integer not null,
  as_of date not null,
  supersedes_id uuid constraint appraisal_round_supersedes_fk references appraisal_round (id),
  state text not null,
  last_step_on date not null,     -- business day of the newest step; the next one is not earlier
  frozen_on date not null,
  roll integer not null,
  roll_hash text not null,
  study_session_ids uuid[] not null,
  study_missing boolean not null, -- held without study, where the rule of the year only warns
  study_rule_id uuid constraint appraisal_round_study_rule_fk references evaluation_rule (id),
  proposed_on date,
  proposed_by text,
  proposed_by_member uuid,
  eligible integer,
  took_part_full integer,
  took_part_probationary integer,
  excellent integer,
  qualified integer,
  basically_qualified integer,
  unqualified integer,
  cap_rule_id uuid constraint appraisal_round_cap_rule_fk references evaluation_rule (id),
  cap_base integer,
  cap_maximum integer,
  excess_reason text,
  excess_consented_on date,
  excess_consented_by text,
  confirmed_on date,
  confirmed_by text,
  version bigint not null,
  constraint appraisal_round_counts check (eligible <= roll and excellent + qualified + basically_qualified + unqualified <= eligible
    and took_part_full + took_part_probationary <= roll),
  constraint appraisal_round_excess_reasoned check (excellent <= cap_maximum or excess_reason is not null),
  constraint appraisal_round_excess_consented check (state <> 'CONFIRMED' or excellent <= cap_maximum or excess_consented_by is not null),
  constraint appraisal_round_four_eyes check (confirmed_by <> proposed_by and excess_consented_by <> proposed_by));
create unique index appraisal_round_one_open on appraisal_round (organization_id, year) where state not in ('CONFIRMED', 'VOIDED');
create unique index appraisal_round_one_first on appraisal_round (organization_id, year) where supersedes_id is null and state <> 'VOIDED';
create unique index appraisal_round_superseded_once on appraisal_round (supersedes_id) where state <> 'VOIDED';
create index appraisal_round_by_path on appraisal_round (organization_path, id);

create table roll_entry (
  round_id uuid not null constraint roll_entry_round_fk references appraisal_round (id),
  member_id uuid not null,
  organization_path text collate "C" not null,
  member_number text not null,
  member_type text not null,
  basis text not null,
  constraint roll_entry_pk primary key (round_id, member_id));
create index roll_entry_by_path on roll_entry (organization_path, round_id, member_id);

create table proposed_grade (
  appraisal_id uuid constraint proposed_grade_pk primary key,
  round_id uuid not null,
  member_id uuid not null,
  organization_path text collate "C" not null,
  grade text,
  ungraded_reason text,
  explanation text,
  took_part boolean not null,
  eligible boolean not null,
  constraint proposed_grade_on_roll foreign key (round_id, member_id) references roll_entry (round_id, member_id),
  constraint proposed_grade_once unique (round_id, member_id),
  constraint proposed_grade_or_reason check (num_nonnulls(grade, ungraded_reason) = 1),
  constraint proposed_grade_eligible check (grade is null or eligible));

create table appraisal (
  id uuid constraint appraisal_pk primary key,
  round_id uuid not null constraint appraisal_round_fk references appraisal_round (id),
  organization_id uuid not null,
  organization_path text collate "C" not null,
  member_id uuid not null,
  member_number text not null,
  member_type text not null,
  year integer not null,
  grade text,
  ungraded_reason text,
  explanation text,
  took_part boolean not null,
  eligible boolean not null,
  decided_on date not null,
  recorded_on date not null,      -- day of entry: what a day of knowledge asks for
  supersedes_id uuid constraint appraisal_supersedes_fk references appraisal (id),
  superseded_on date,             -- day of entry of the appraisal that took its place; null while it is current
  standing_id uuid not null,      -- the member's standing of the year here, through all appraisals that superseded each other
  standing_version bigint not null,
  constraint appraisal_once_a_round unique (round_id, member_id),
  constraint appraisal_grade_or_reason check (num_nonnulls(grade, ungraded_reason) = 1));
-- Whoever is appraised elsewhere, or had left this roll, has his standing there.
create unique index appraisal_current_once on appraisal (member_id, year)
  where superseded_on is null and (ungraded_reason is null or ungraded_reason not in ('APPRAISED_ELSEWHERE', 'LEFT_ROLL'));
create index appraisal_by_path on appraisal (organization_path, id);

-- Leaf counters: one row an organization, a year and a day of entry; a superseded round is taken off on the day it was superseded.
create table appraisal_tally (
  organization_id uuid not null,
  year integer not null,
  recorded_on date not null,
  organization_path text collate "C" not null,
  roll integer not null,
  eligible integer not null,
  took_part integer not null,
  excellent integer not null,
  qualified integer not null,
  basically_qualified integer not null,
  unqualified integer not null,
  constraint appraisal_tally_pk primary key (organization_id, year, recorded_on));
create index appraisal_tally_by_path on appraisal_tally (organization_path, year);

-- The roll of a day. Runs as the owner, because a member who has moved since stands outside the branch's scope today;
-- it answers only for organizations inside the caller's scope.
create function roll_on(organization uuid, day date)
returns table (member_id uuid, member_number text, member_type text)
language sql stable security definer set search_path = public as $$
  select r.member_id, m.member_number,
         case when coalesce(m.full_since <= day, m.member_type = 'FULL') then 'FULL' else 'PROBATIONARY' end
  from organization_ref o
  join roll_period_ref r on r.organization_id = o.id and r.from_day <= day and (r.to_day is null or r.to_day > day)
  join member_ref m on m.id = r.member_id
  where o.id = organization and in_scope(o.organization_path)
$$;

do $$
declare
  guarded text;
begin
  foreach guarded in array array['appraisal_round', 'roll_entry', 'proposed_grade', 'appraisal', 'appraisal_tally'] loop
    execute format('alter table %I enable row level security', guarded);
    execute format('alter table %I force row level security', guarded);
    execute format($policy$create policy %I on %I for all to ${application} using (exists (
      select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
      where p like '/_%%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'))$policy$, guarded || '_subtree', guarded);
  end loop;
  foreach guarded in array array['member_ref', 'roll_period_ref'] loop
    execute format('create policy %I on %I for select to current_user using (true)', guarded || '_roll', guarded);
  end loop;
end $$;

grant select on evaluation_rule to ${application};
grant select, insert, update on appraisal_round, appraisal, appraisal_tally to ${application};
grant select, insert on roll_entry, proposed_grade to ${application};
revoke all on function roll_on(uuid, date) from public;
grant execute on function roll_on(uuid, date) to ${application};
