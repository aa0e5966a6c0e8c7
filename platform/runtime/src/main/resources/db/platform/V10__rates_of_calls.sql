-- V10: how often a caller has made a call that is limited.
-- Why:      whoever may look persons up by a number of theirs must not try numbers one after the other.
-- Cost:     an empty table; one row a caller and limit, updated by each limited call.
-- Deploy:   before the version of the runtime that counts.
-- Rejected: counting in the JVM: each instance would let in as many. Counting entries of the audit trail: calls side by side
--           do not see each other's, and the trail has an entry only for what was done.
create table call_rate (
  caller text not null,
  name text not null,
  began_at timestamptz not null default clock_timestamp(),   -- of the minute that is counted
  calls integer not null default 1,
  constraint call_rate_pk primary key (caller, name)) with (fillfactor = 50);   -- updated in place

grant select, insert, update on call_rate to ${pipeline};
