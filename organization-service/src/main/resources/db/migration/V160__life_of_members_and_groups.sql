-- V160: what happens to a member after he was enrolled: probation, suspension, leaving, exemption, Party groups.
-- Why:      a due list, a quorum and a roll must be right as of any day, so each of these is a dated interval, and each
--           threshold is a dated rule. A suspended member is on no roll: his period ends, and another begins when he is restored.
-- Cost:     adds columns without rewriting the tables; roll_period gets an index entry per row for the periods of one member.
-- Deploy:   before the code that takes the steps; the version before ignores columns and tables.
-- Rejected: a path on the new tables: it would go stale whenever a branch moves; who sees the member or the branch sees
--           what belongs to it. Suspension as a flag beside the roll: every count would have to subtract it.
alter table party_member
  add column probation_until date,          -- set when probation was extended; else by the rule, from joining
  add column group_id uuid,
  add column exempt boolean not null default false,
  add column stepped_on date,               -- business day of the last step; the first is the enrolment
  add constraint party_member_status check (status in ('ACTIVE', 'SUSPENDED', 'TRANSFERRED_OUT', 'WITHDRAWN', 'REMOVED',
    'EXPELLED', 'PROBATION_CANCELLED', 'DECEASED'));
alter table roll_period add column end_entered_at timestamptz;   -- when the register learned that it had ended
alter table roll_period add constraint roll_period_days check (on_roll_to > on_roll_from);
create index roll_period_by_organization on roll_period (organization_path, id);

create table party_group (
  id uuid constraint party_group_pk primary key,
  organization_id uuid not null constraint party_group_organization_fk references party_organization (id),
  name text not null,
  leader_member_id uuid constraint party_group_leader_fk references party_member (id),
  formed_on date not null,
  closed_on date,
  stepped_on date not null,
  version bigint not null,
  constraint party_group_days check (closed_on > formed_on));
create unique index party_group_name_once on party_group (organization_id, name) where closed_on is null;
create index party_group_by_organization on party_group (organization_id, id);
alter table party_member add constraint party_member_group_fk foreign key (group_id) references party_group (id);

-- In which group a member was on which day: [from_day, to_day). At most one on any day.
create table group_period (
  id uuid constraint group_period_pk primary key,
  member_id uuid not null constraint group_period_member_fk references party_member (id),
  group_id uuid not null constraint group_period_group_fk references party_group (id),
  from_day date not null,
  to_day date,
  constraint group_period_one_group exclude using gist (member_id with =, daterange(from_day, to_day) with &&));
create index group_period_by_group on group_period (group_id, from_day);

-- On which days a member need not attend, and why.
create table exempt_period (
  id uuid constraint exempt_period_pk primary key,
  member_id uuid not null constraint exempt_period_member_fk references party_member (id),
  reason text not null constraint exempt_period_reason check (reason in ('OLD_AGE', 'ILLNESS', 'DISABILITY', 'OTHER')),
  from_day date not null,
  to_day date,
  constraint exempt_period_once exclude using gist (member_id with =, daterange(from_day, to_day) with &&));

do $$
declare
  t text;
begin
  foreach t in array array['party_group', 'group_period', 'exempt_period'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
create policy party_group_of_organization on party_group for all to ${application}
  using (exists (select from party_organization o where o.id = party_group.organization_id));
create policy group_period_of_member on group_period for all to ${application}
  using (exists (select from party_member m where m.id = group_period.member_id));
create policy exempt_period_of_member on exempt_period for all to ${application}
  using (exists (select from party_member m where m.id = exempt_period.member_id));
grant select, insert, update on party_group, group_period, exempt_period to ${application};

insert into organization_rule (id, code, applies_to, value, severity, effective_from, effective_to, source, certainty) values
  (gen_random_uuid(), 'PROBATION_MONTHS', 'MEMBER', 12, 'ERROR', '1921-07-01', null, '中国共产党章程, art. 7: 预备期一年', 'A'),
  (gen_random_uuid(), 'PROBATION_EXTENSION_MONTHS', 'MEMBER', 12, 'ERROR', '1921-07-01', null,
   '中国共产党章程, art. 7: 可延长一次，不超过一年', 'B');
