-- V7: what each consumer has seen of each aggregate, and parked events that operators can read and retry.
-- Why:      version 3 must never be applied on 1: a lost or overtaken event would leave a projection wrong without a trace.
-- Cost:     a row for each aggregate and consumer, about 100 bytes; one read and one write of rows more for each batch.
-- Deploy:   before the version of the runtime that keeps them. A consumer that has applied events before takes the first
--           version it sees of an aggregate as it is, because nobody wrote down what came before.
-- Rejected: the version column of the projections themselves: they know nothing of types that a consumer skips, and every
--           such type would look like a gap.
create table version_mark (
  consumer text not null,
  aggregate_type text not null,   -- a move counts its own versions beside the organization's
  aggregate_id uuid not null,
  version bigint not null,        -- everything up to it has been applied or skipped
  constraint version_mark_pk primary key (consumer, aggregate_type, aggregate_id));
alter table version_mark set (fillfactor = 80);

alter table consumer_progress add column gaps_judged boolean not null default true;
update consumer_progress set gaps_judged = false;

alter table parked_event
  add column aggregate_type text,
  add column type text,
  add column version bigint,
  add column occurred_at timestamptz,
  add column traceparent text,
  add column sentence text not null default '';
update parked_event set aggregate_type = '', type = split_part(headers, ' ', 1), version = substr(split_part(headers, ' ', 2), 2)::bigint,
  occurred_at = split_part(headers, ' ', 3)::timestamptz;
update parked_event set sentence = reason, reason = 'REFUSED' where reason <> 'BEHIND_PARKED';
alter table parked_event
  alter column aggregate_type set not null,
  alter column type set not null,
  alter column version set not null,
  alter column occurred_at set not null,
  drop column headers,
  add constraint parked_event_reason check (reason in ('GAP', 'REFUSED', 'UNREADABLE', 'BEHIND_PARKED'));
create index parked_event_by_time on parked_event (parked_at, consumer, event_id);

grant select, insert, update on version_mark to ${pipeline};
grant update on parked_event to ${pipeline};
