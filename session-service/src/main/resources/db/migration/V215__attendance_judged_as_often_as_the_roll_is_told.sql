-- V215: what the directory has judged of an attendance it judges again when it tells of the member anew.
-- Why:      an attendee who waited for the directory was judged by the first event that made him known and never again. One
--           who had been enrolled elsewhere and transferred to the host before the session was present or not due for ever,
--           by whether both events came in one batch; so were rates and counters.
-- Cost:     a column without a rewrite, filled when the directory judges. One index in place of another, built while nobody
--           records: seconds for two million rows.
-- Deploy:   before the version that judges again; the version before works on beside it. Who was judged present before it
--           stays so: nothing says any more that the directory judged him. NOT_DUE is the directory's word alone.
-- Rejected: judging again everybody on every roll: what was stated of a member whom the directory knew was accepted against
--           his roll, and every recording would have to hold the directory still (docs/adr/0007).

alter table attendance add column by_directory boolean not null default false;   -- the directory has judged it after it was recorded
create index attendance_judged_by_directory on attendance (member_id)
  where by_directory or state in ('PENDING_DIRECTORY', 'NOT_DUE');
drop index attendance_pending;

-- How an attendance counts by the directory. A guest is one whatever his roll says.
create function attendance_by_roll(stated text, member uuid, host uuid, day date) returns text
language sql stable parallel safe set search_path = public as $$
  select case when stated = 'GUEST' or roll_of(member, day) = host then stated else 'NOT_DUE' end
$$;
revoke all on function attendance_by_roll(text, uuid, uuid, date) from public;
grant execute on function attendance_by_roll(text, uuid, uuid, date) to ${pipeline};
