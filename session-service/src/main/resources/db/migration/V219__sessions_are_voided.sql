-- V219: a recorded session is voided, by another person than recorded it.
-- Why:      a session that was written twice, or never was, counted for ever. Voided it counts nowhere since that day, stays
--           readable, and leaves its number to the right one.
-- Cost:     a column; the number's constraint becomes a unique index of the sessions that are not voided, built while nobody
--           records: less than a second for 100,000 sessions. Who voids asks the trail and the steps for the hands: two looks
--           at an index.
-- Deploy:   before the version that voids, and first let every instance be of it before one voids: the version before knows no
--           such state and answers 500 for a page with one.
-- Rejected: the recorder's name in the session: the trail has it of every session there is, and nobody can tidy it. Taking
--           the number from a voided session: it is what the paper says.
alter table study_session add column voided_on date;        -- business day of the step; the day since which it is known is recorded_on
alter table study_session_past add column voided_on date;   -- always null: what is voided has no later version

alter table study_session drop constraint study_session_reference_once;
create unique index study_session_reference_once on study_session (organization_id, reference) where state <> 'VOIDED';

-- Client and subject of who recorded a session and of who corrected it last: whose hand its present version is.
create function hands_of_study_session(of_session uuid) returns setof text
language sql stable security definer set search_path = public as $$
  select e.client || '/' || e.actor from audit_entry e where e.object_id = of_session and e.object_version = 1 and e.result = 'DONE'
  union
  (select h.entered_by from step_history h where h.resource_type = 'study-session' and h.resource_id = of_session and h.step = 'correct'
   order by h.version desc limit 1)
$$;
revoke all on function hands_of_study_session(uuid) from public;
grant execute on function hands_of_study_session(uuid) to ${application};
