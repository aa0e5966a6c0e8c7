-- V1: what every service needs beside its own tables: events to send, events received, answers to repeats, the caller's scope.
-- Why:      a change, its event, its change-feed row and its stored answer commit together or not at all.
-- Cost:     empty tables.
-- Deploy:   with the first version of a service. Rights are granted by name and table; there are no default privileges.
-- Rejected: a status column on the outbox instead of deleting rows: the table would grow for ever and its index with it.

create table stream (
  only_row boolean not null default true constraint stream_pk primary key constraint stream_one_row check (only_row),
  epoch integer not null);   -- raised when the database is restored to an earlier time
insert into stream (epoch) values (1);

create table outbox (
  seq bigint generated always as identity constraint outbox_pk primary key,
  id uuid not null constraint outbox_id_unique unique,
  aggregatetype text not null,
  aggregateid text not null,
  type text not null,
  payload text not null,   -- text and not jsonb: examples are compared byte for byte
  aggregateversion bigint not null,
  shard smallint not null,
  organization_id uuid,
  traceparent text,
  stream_epoch integer not null,
  occurred_at timestamptz not null default clock_timestamp());
create index outbox_by_shard on outbox (shard, seq);   -- the relay reads the unsent rows of its shards in order
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);   -- it is a queue

create table relay_lease (
  shard smallint constraint relay_lease_pk primary key,
  owner uuid,
  epoch bigint not null default 0,   -- fences: a delete names the epoch under which the rows were read
  expires_at timestamptz not null default '-infinity');
insert into relay_lease (shard) select generate_series(0, 15);

create table change (
  stream_epoch integer not null,
  xid xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  resource_type text not null,
  resource_id uuid not null,
  version bigint not null,
  op text not null constraint change_op check (op in ('UPSERT', 'TOMBSTONE', 'MOVE')),
  organization_path text collate "C" not null,
  previous_path text collate "C",
  changed_at timestamptz not null default clock_timestamp(),
  constraint change_pk primary key (stream_epoch, xid, seq));
-- Versions of a resource are 1…n, each once; a move is no version. The outbox cannot hold this rule: its rows go.
create unique index change_version_unique on change (resource_type, resource_id, version) where op <> 'MOVE';

create table idempotency (
  caller text not null,
  operation text not null,
  key text not null,
  request_hash bytea not null,
  status integer,
  headers text,
  body bytea,   -- sealed
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null default clock_timestamp() + interval '72 hours',
  constraint idempotency_pk primary key (caller, operation, key));
create index idempotency_by_expiry on idempotency (expires_at);

create table inbox (
  consumer text not null,
  event_id uuid not null,
  received_at timestamptz not null default clock_timestamp(),
  constraint inbox_pk primary key (consumer, event_id));

create table parked_event (
  consumer text not null,
  event_id uuid not null,
  seq bigint generated always as identity,
  aggregate_id text not null,
  reason text not null,
  headers text not null,
  payload bytea not null,
  parked_at timestamptz not null default clock_timestamp(),
  constraint parked_event_pk primary key (consumer, event_id));
create index parked_event_by_key on parked_event (consumer, aggregate_id, seq);

create table consumer_progress (
  consumer text constraint consumer_progress_pk primary key,
  applied_until timestamptz not null);

-- What a caller sees: subtrees named by the setting app.organization_path, commas between. After a transaction the
-- setting of a pooled connection is '', not NULL, and every path begins with '': only values like /x/ open anything, and // does not.
create function in_scope(path text) returns boolean language sql stable parallel safe as $$
  select exists (
    select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
    where p like '/_%/' and path collate "C" >= p collate "C" and path collate "C" < (rtrim(p, '/') || '0') collate "C")
$$;

-- One round trip at the start of a call: the paths of the organizations on which the caller has grants, and the scope.
-- organizations_named(text[]) comes from the service: it owns or projects the organizations.
create function enter_scope(granted text[], only_reading boolean)
returns table (reference text, id uuid, path text) language plpgsql as $$
begin
  if only_reading then
    perform set_config('transaction_read_only', 'on', true);
  end if;
  return query select o.reference, o.id, o.path from organizations_named(granted) o;
  perform set_config('app.organization_path', coalesce((select string_agg(o.path, ',') from organizations_named(granted) o), ''), true);
end $$;

-- A change, its event and the wake-up of the relay: one statement for the caller.
create function append_event(event_id uuid, aggregate_type text, aggregate_id uuid, aggregate_version bigint, event_type text, event_payload text,
                             organization uuid, path text, path_before text, operation text, trace text)
returns void language plpgsql as $$
declare
  present_epoch integer := (select epoch from stream);
begin
  insert into change (stream_epoch, resource_type, resource_id, version, op, organization_path, previous_path)
  values (present_epoch, aggregate_type, aggregate_id, aggregate_version, operation, path, path_before);
  if event_type is not null then
    insert into outbox (id, aggregatetype, aggregateid, type, payload, aggregateversion, shard, organization_id, traceparent, stream_epoch)
    values (event_id, aggregate_type, aggregate_id::text, event_type, event_payload, aggregate_version,
            abs(hashtext(aggregate_id::text)::bigint) % 16, organization, trace, present_epoch);
    perform pg_notify('outbox', '');   -- folded by PostgreSQL to one per transaction
  end if;
end $$;

alter table change enable row level security;
alter table change force row level security;
create policy change_append on change for insert to ${application}, ${pipeline} with check (true);
create policy change_in_scope on change for select to ${application} using (in_scope(organization_path) or in_scope(previous_path));

grant select on stream to ${application}, ${pipeline};
grant insert on outbox to ${application};
grant select, insert, delete on outbox to ${pipeline};
grant select, update on relay_lease to ${pipeline};
grant select, insert on change to ${application};
grant insert on change to ${pipeline};
grant select, insert, update on idempotency to ${application};
grant select, delete on idempotency to ${pipeline};
grant select, insert, delete on inbox to ${pipeline};
grant select, insert, delete on parked_event to ${pipeline};
grant select, insert, update on consumer_progress to ${pipeline};
grant select on consumer_progress, parked_event to ${application};
