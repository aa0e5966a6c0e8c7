-- V218: a recorded session is corrected, and what it said before stays.
-- Why:      a wrong day, a wrong attendee or a lecture written twice stood in the record and in the figures for ever. A
--           correction is the session's next version; a figure as of a day before it is answered as it was.
-- Cost:     two columns without a rewrite, three empty tables, one function. Who reads the present reads the same rows by
--           the same indexes as before.
-- Deploy:   before the version that corrects; the version before works on beside it. It does not see the former versions, so
--           its lists as of an earlier day lack what was corrected since; its recount tells differences until it has gone.
-- Rejected: former versions beside the present ones, told apart by a day: every question, every index and every judgement of
--           the directory would have to leave them out, and two million rows a new unique index. A right of the application
--           to change or delete attendance: it has the function alone, which takes nothing away that it does not keep.

-- Of study_session, attendance and lecture, recorded_on is the day since which the present version is known.
alter table study_session
  add column first_recorded_on date,   -- when it was recorded, once a later version is known since another day
  add column corrected_on date;        -- last correction

-- What sessions said before: known from recorded_on until the day before superseded_on. The other columns are those of the
-- present rows in the same order: whoever adds one there adds it here.
create table study_session_past (superseded_on date not null, like study_session,
  constraint study_session_past_pk primary key (id, version),
  constraint study_session_past_session_fk foreign key (id) references study_session (id));
create index study_session_past_by_path on study_session_past (organization_path, id);

create table attendance_past (superseded_on date not null, session_version bigint not null, like attendance,
  constraint attendance_past_pk primary key (id),
  constraint attendance_past_session_fk foreign key (session_id, session_version) references study_session_past (id, version));
create index attendance_past_by_path on attendance_past (organization_path, id);
create index attendance_past_by_session on attendance_past (session_id, session_version);

create table lecture_past (superseded_on date not null, session_version bigint not null, like lecture,
  constraint lecture_past_pk primary key (id),
  constraint lecture_past_session_fk foreign key (session_id, session_version) references study_session_past (id, version));
create index lecture_past_by_path on lecture_past (organization_path, id);
create index lecture_past_by_session on lecture_past (session_id, session_version);

do $$
declare
  past text;
begin
  foreach past in array array['study_session_past', 'attendance_past', 'lecture_past'] loop
    execute format('alter table %I enable row level security', past);
    execute format('alter table %I force row level security', past);
    execute format($policy$create policy %I on %I for select to ${application} using (exists (
      select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
      where p like '/_%%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'))$policy$, past || '_subtree', past);
    execute format('create policy %I on %I for select to ${pipeline} using (true)', past || '_pipeline', past);
    execute format('create policy %I on %I for all to current_user using (true) with check (true)', past || '_follows', past);
    execute format('grant select on %I to ${application}, ${pipeline}', past);
  end loop;
end $$;
grant update on study_session to ${application};

-- The present version becomes a former one: a copy of its head is kept, attendance and lectures go there. The head itself
-- stays and is written anew by who calls. Of two at once, who did not wait for the head stops at the first insert.
create function supersede_study_session(of_session uuid, on_day date) returns void
language plpgsql security definer set search_path = public as $$
declare
  present bigint;
begin
  insert into study_session_past select on_day, s.* from study_session s where s.id = of_session and in_scope(s.organization_path)
  returning version into present;
  if present is null then
    raise insufficient_privilege using message = 'No session of this scope';
  end if;
  with gone as (delete from attendance a where a.session_id = of_session returning a.*)
  insert into attendance_past select on_day, present, g.* from gone g;
  with gone as (delete from lecture l where l.session_id = of_session returning l.*)
  insert into lecture_past select on_day, present, g.* from gone g;
end $$;
revoke all on function supersede_study_session(uuid, date) from public;
grant execute on function supersede_study_session(uuid, date) to ${application};
