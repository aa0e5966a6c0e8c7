-- V100: study sessions with attendance and lectures, their leaf counters, and what is known here of organizations, members and posts.
-- Why:      a session is recorded with its attendance in one request, and figures are answered without reading attendance.
-- Cost:     empty tables.
-- Deploy:   with the first version of the service. Rights are granted by name and table.
-- Rejected: counters by month: a figure's first and last day may be any (docs/adr/0007).

-- The directory: projected from organization.events.v1. A path of '' is not known yet and opens to nobody.
create table organization_ref (
  id uuid constraint organization_ref_pk primary key,
  code text not null,
  type text not null,
  state text not null,
  organization_path text collate "C" not null,
  active_from date,               -- first day of work; null while it is being prepared
  active_to date,                 -- first day no longer at work; null while it is
  version bigint not null);
create index organization_ref_by_code on organization_ref (code);

create table member_ref (
  id uuid constraint member_ref_pk primary key,
  member_number text not null,
  organization_id uuid not null,
  member_type text not null,
  organization_path text collate "C" not null default '',
  version bigint not null);
create index member_ref_by_number on member_ref (member_number);
create index member_ref_without_path on member_ref (organization_id) where organization_path = '';

create table roll_period_ref (
  member_id uuid not null,
  from_day date not null,
  to_day date,                    -- first day no longer on the roll; null while it lasts. The member's next period ends it too
  organization_id uuid not null,
  organization_path text collate "C" not null default '',
  version bigint not null,
  constraint roll_period_ref_pk primary key (member_id, from_day));
create index roll_period_ref_without_path on roll_period_ref (organization_id) where organization_path = '';

create table post_ref (
  id uuid constraint post_ref_pk primary key,
  member_id uuid not null,
  organization_id uuid not null,
  organization_path text collate "C" not null default '',
  post text not null,
  from_day date not null,
  to_day date,                    -- first day no longer in the post; null while it lasts
  version bigint not null);
create index post_ref_by_member on post_ref (member_id);
create index post_ref_without_path on post_ref (organization_id) where organization_path = '';

create table study_session (
  id uuid constraint study_session_pk primary key,
  organization_id uuid not null,
  organization_path text collate "C" not null,
  party_group_id uuid,
  type text not null,
  contents text[] not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  held_on date not null,          -- the start's day in Asia/Shanghai
  recorded_on date not null,
  place text,
  convener_member_id uuid,
  topic_record text not null,
  discussion_record text not null,
  outcome_record text not null,
  class_hours numeric(5, 2),
  state text not null,
  present integer not null,
  absent integer not null,
  on_leave integer not null,
  exempt integer not null,
  guest integer not null,
  pending_directory integer not null,
  reference text,                 -- the sender's own number of the session
  stated_digest text not null,    -- of all that was stated, so that the same session sent again is known
  version bigint not null,
  constraint study_session_reference_once unique (organization_id, reference),
  constraint study_session_ends_after_start check (ended_at > started_at),
  constraint study_session_not_held_in_future check (held_on <= recorded_on));
create index study_session_by_path on study_session (organization_path, id);
create index study_session_by_day on study_session (held_on, id);

create table attendance (
  id uuid constraint attendance_pk primary key,
  session_id uuid not null constraint attendance_session_fk references study_session (id),
  organization_id uuid not null,
  organization_path text collate "C" not null,
  held_on date not null,
  recorded_on date not null,
  member_id uuid not null,
  state text not null,
  stated text not null,           -- what the recorder said, kept for an attendee whom the directory does not know yet
  reason text,
  ground text,
  constraint attendance_member_once unique (session_id, member_id));
create index attendance_by_path on attendance (organization_path, id);
create index attendance_by_member on attendance (member_id, held_on);
create index attendance_pending on attendance (member_id) where state = 'PENDING_DIRECTORY';

create table lecture (
  id uuid constraint lecture_pk primary key,
  session_id uuid not null constraint lecture_session_fk references study_session (id),
  organization_id uuid not null,
  organization_path text collate "C" not null,
  held_on date not null,
  recorded_on date not null,
  lecturer_member_id uuid,
  external_lecturer text,
  office text,
  title text not null,
  minutes integer not null,
  lecturer_kind text not null,
  constraint lecture_one_lecturer check (num_nonnulls(lecturer_member_id, external_lecturer) = 1));
create index lecture_by_path on lecture (organization_path, id);
create index lecture_by_session on lecture (session_id);
create index lecture_by_lecturer on lecture (lecturer_member_id) where lecturer_member_id is not null;

-- Leaf counters: one row a host, a day held and a day recorded. Parents are sums over a range of paths.
create table study_tally (
  organization_id uuid not null,
  held_on date not null,
  recorded_on date not null,
  organization_path text collate "C" not null,
  sessions integer not null,
  collective_study integer not null,
  lectures integer not null,
  secretary_lectures integer not null,
  present integer not null,
  absent integer not null,
  on_leave integer not null,
  exempt integer not null,
  guest integer not null,
  constraint study_tally_pk primary key (organization_id, held_on, recorded_on));
create index study_tally_by_path on study_tally (organization_path, held_on) include (recorded_on, collective_study, secretary_lectures, present, absent, on_leave);

create function organizations_named(refs text[]) returns table (reference text, id uuid, path text)
language sql stable security definer set search_path = public as $$
  select r.reference, o.id, o.organization_path from unnest(refs) as r (reference) join organization_ref o on o.code = r.reference
  union
  select r.reference, o.id, o.organization_path from unnest(refs) as r (reference) join organization_ref o
    on o.id = case when r.reference ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' then r.reference::uuid end
$$;

-- On whose roll a member stood that day: the period that began last, unless it had ended.
create function roll_of(member uuid, day date) returns uuid
language sql stable parallel safe set search_path = public as $$
  select case when last.to_day is null or day < last.to_day then last.organization_id end
  from (select r.to_day, r.organization_id from roll_period_ref r where r.member_id = member and r.from_day <= day
        order by r.from_day desc limit 1) as last
$$;

create function was_secretary(member uuid, day date) returns boolean
language sql stable parallel safe set search_path = public as $$
  select exists (select from post_ref p where p.member_id = member and p.post = 'SECRETARY'
                 and p.from_day <= day and (p.to_day is null or day < p.to_day))
$$;

-- Everything that recording sessions must know of the directory, in one answer whatever their number: a row for each
-- session in the order of hosts and days, to which attendees and lecturers point by position. Whoever leans on something
-- that is not there yet, or may still change (an unknown attendee, a lecturer's posts), holds the directory still until
-- his commit: otherwise the event could pass between this look and the commit, and nobody would count again.
create function study_facts(hosts uuid[], days date[], attended integer[], attendees uuid[], lectured integer[], lecturers uuid[])
returns table (path text, type text, active_from date, active_to date, known uuid[], own uuid[], secretaries uuid[])
language plpgsql security definer set search_path = public as $$
#variable_conflict use_column
begin
  if cardinality(lecturers) > 0
     or exists (select from unnest(attendees) as a (id) where not exists (select from member_ref m where m.id = a.id)) then
    perform pg_advisory_xact_lock_shared(hashtext('session-directory'));
  end if;
  return query
  with asked as (
    select q.host, q.day, q.number from unnest(hosts, days) with ordinality as q (host, day, number)),
  attendance as (
    select q.number, array_agg(a.id) filter (where m.id is not null) as known,
           array_agg(a.id) filter (where roll_of(a.id, q.day) = q.host) as own
    from unnest(attended, attendees) as a (number, id) join asked q on q.number = a.number left join member_ref m on m.id = a.id
    group by q.number),
  lecturing as (
    select q.number, array_agg(l.id) filter (where was_secretary(l.id, q.day)) as secretaries
    from unnest(lectured, lecturers) as l (number, id) join asked q on q.number = l.number group by q.number)
  select o.organization_path, o.type, o.active_from, o.active_to, coalesce(a.known, '{}'), coalesce(a.own, '{}'), coalesce(l.secretaries, '{}')
  from asked q left join organization_ref o on o.id = q.host
  left join attendance a on a.number = q.number left join lecturing l on l.number = q.number order by q.number;
end $$;

-- Members by number, wherever they are: a guest of another branch lies outside the recorder's scope.
create function members_numbered(numbers text[]) returns table (member_number text, id uuid)
language sql stable security definer set search_path = public as $$
  select m.member_number, m.id from member_ref m where m.member_number = any (numbers)
$$;

-- The same protection for every table with an organization's data. The range is written out: as a function it would
-- hide the bounds from the planner.
do $$
declare
  guarded text;
begin
  foreach guarded in array array['organization_ref', 'member_ref', 'roll_period_ref', 'post_ref', 'study_session', 'attendance', 'lecture', 'study_tally'] loop
    execute format('alter table %I enable row level security', guarded);
    execute format('alter table %I force row level security', guarded);
    execute format($policy$create policy %I on %I for all to ${application} using (exists (
      select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
      where p like '/_%%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'))$policy$, guarded || '_subtree', guarded);
    execute format('create policy %I on %I for all to ${pipeline} using (true) with check (true)', guarded || '_pipeline', guarded);
  end loop;
  foreach guarded in array array['organization_ref', 'member_ref', 'roll_period_ref', 'post_ref'] loop
    execute format('create policy %I on %I for select to current_user using (true)', guarded || '_facts', guarded);
  end loop;
end $$;

grant select on organization_ref, member_ref, roll_period_ref, post_ref to ${application};
grant select, insert on study_session, attendance, lecture to ${application};
grant select, insert, update on study_tally to ${application};
grant select, insert, update on organization_ref, member_ref, roll_period_ref, post_ref to ${pipeline};
grant select, update on study_session, attendance, lecture, study_tally to ${pipeline};
revoke all on function roll_of(uuid, date), was_secretary(uuid, date), study_facts(uuid[], date[], integer[], uuid[], integer[], uuid[]),
  members_numbered(text[]) from public;
grant execute on function study_facts(uuid[], date[], integer[], uuid[], integer[], uuid[]), members_numbered(text[]) to ${application};
grant execute on function roll_of(uuid, date), was_secretary(uuid, date) to ${pipeline};
