-- V6: the audit trail: who did what to which object, chained by hash, never altered.
-- Why:      a city must show who wrote, exported, looked up or was refused, and that nobody tidied the record afterwards.
-- Cost:     an insert and a head's update for each write; the head of an organization is locked until the writer commits.
-- Deploy:   before the version of the runtime that reads it; the version before goes on calling the replaced functions.
-- Rejected: one chain for all (2,600 writes a second at most, for every organization together); a deferred trigger that
--           links at commit (its lock time-out is a failed commit, of which the caller learns nothing certain); triggers
--           on the tables (they see columns, personal ones too, and not the caller's words).

-- 00000000-0000-0000-0000-000000000000 stands for "of no organization" and for "of no import": keys are never null.
create table audit_head (
  organization_id uuid not null,
  shard uuid not null,
  seq bigint not null,
  entry_hash bytea not null,
  constraint audit_head_pk primary key (organization_id, shard)) with (fillfactor = 50);   -- updated in place at each write

create table audit_entry (
  organization_id uuid not null,
  shard uuid not null,            -- the import on whose behalf it was written
  seq bigint not null,            -- 1, 2, 3 … in its chain
  at timestamptz not null,        -- the database's clock, under the lock of the head
  client text not null,
  actor text not null,
  roles text not null,            -- all roles of the token, commas between
  operation text,                 -- operationId of the call
  action text not null,           -- type of the event, or what was done
  object_type text,
  object_id uuid,
  object_version bigint,
  digest_before bytea,            -- keyed, of the published state; never the state itself
  digest_after bytea,
  purpose text,
  row_count bigint,
  result text not null,           -- DONE, or the code of the problem
  trace_id text,
  prev_hash bytea not null,
  entry_hash bytea not null,
  constraint audit_entry_pk primary key (organization_id, shard, seq));
create index audit_entry_by_object on audit_entry (object_id, object_version);   -- also finds the digest before
create index audit_entry_by_actor on audit_entry (actor, at);
create index audit_entry_by_time on audit_entry (at);

create function audit_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'The audit trail is only added to' using errcode = '42501';
end $$;
create trigger audit_entry_is_final before update or delete on audit_entry for each row execute function audit_is_final();
create trigger audit_entry_stays before truncate on audit_entry for each statement execute function audit_is_final();
create trigger audit_head_stays before delete on audit_head for each row execute function audit_is_final();
create trigger audit_head_is_kept before truncate on audit_head for each statement execute function audit_is_final();

-- What is hashed, behind the hash before it: keys in jsonb's order (shorter first, then by bytes), times in UTC.
create function audit_canonical(e audit_entry) returns text language sql stable as $$
  select jsonb_build_object('organizationId', e.organization_id, 'shard', e.shard, 'seq', e.seq,
    'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'client', e.client, 'actor', e.actor, 'roles', e.roles, 'operation', e.operation, 'action', e.action,
    'objectType', e.object_type, 'objectId', e.object_id, 'objectVersion', e.object_version,
    'digestBefore', encode(e.digest_before, 'hex'), 'digestAfter', encode(e.digest_after, 'hex'),
    'purpose', e.purpose, 'rowCount', e.row_count, 'result', e.result, 'traceId', e.trace_id)::text
$$;

create function audit_hash(e audit_entry) returns bytea language sql stable as $$
  select sha256(e.prev_hash || convert_to(audit_canonical(e), 'UTF8'))
$$;

-- Before the first entry of a chain stand 32 zero bytes.
create function audit_nothing() returns bytea language sql immutable as $$ select decode(repeat('00', 32), 'hex') $$;

-- An entry by this author; without words about him it is a service's own work, or a call without login.
create function audit_begin(author text) returns audit_entry language plpgsql as $$
declare
  e audit_entry;
  said jsonb := coalesce(nullif(author, ''), nullif(current_setting('app.caller', true), ''))::jsonb;
begin
  e.client := coalesce(said ->> 'client', current_setting('application_name'));
  e.actor := coalesce(said ->> 'actor', case session_user when '${pipeline}' then 'service' else 'without login' end);
  e.roles := coalesce(said ->> 'roles', '');
  e.operation := said ->> 'operation';
  e.shard := coalesce((said ->> 'shard')::uuid, '00000000-0000-0000-0000-000000000000');
  e.result := 'DONE';
  return e;
end $$;

-- Locks the head of a chain until the transaction ends, and puts the entry behind its last one.
create function audit_lock(e audit_entry, organization uuid) returns audit_entry language plpgsql as $$
begin
  e.organization_id := coalesce(organization, '00000000-0000-0000-0000-000000000000');
  select h.seq, h.entry_hash into e.seq, e.entry_hash from audit_head h
  where h.organization_id = e.organization_id and h.shard = e.shard for update;
  if not found then
    insert into audit_head (organization_id, shard, seq, entry_hash) values (e.organization_id, e.shard, 0, audit_nothing())
    on conflict on constraint audit_head_pk do nothing;
    select h.seq, h.entry_hash into e.seq, e.entry_hash from audit_head h
    where h.organization_id = e.organization_id and h.shard = e.shard for update;
  end if;
  return e;
end $$;

create function audit_add(e audit_entry) returns audit_entry language plpgsql as $$
begin
  e.seq := e.seq + 1;
  e.at := clock_timestamp();
  e.prev_hash := e.entry_hash;
  e.entry_hash := audit_hash(e);
  insert into audit_entry values (e.*);
  return e;
end $$;

create function audit_unlock(e audit_entry) returns void language sql as $$
  update audit_head h set seq = e.seq, entry_hash = e.entry_hash where h.organization_id = e.organization_id and h.shard = e.shard
$$;

-- The entries of changes, chain by chain in the order of their organizations, so that two writers never wait for each other.
create function audit_changes(types text[], ids uuid[], versions bigint[], actions text[], digests bytea[], organizations uuid[], trace text)
returns void language plpgsql security definer set search_path = public as $$
declare
  e audit_entry := audit_begin(null);
  c record;
begin
  e.trace_id := split_part(trace, '-', 2);
  for c in select u.type, u.id, u.version, u.action, u.digest, coalesce(u.organization, '00000000-0000-0000-0000-000000000000') as organization
           from unnest(types, ids, versions, actions, digests, organizations) with ordinality
                  as u (type, id, version, action, digest, organization, place)
           order by 6, u.place loop
    if e.organization_id is distinct from c.organization then
      if e.organization_id is not null then
        perform audit_unlock(e);
      end if;
      e := audit_lock(e, c.organization);
    end if;
    e.action := c.action;
    e.object_type := c.type;
    e.object_id := c.id;
    e.object_version := c.version;
    e.digest_after := c.digest;
    e.digest_before := null;
    if c.version > 1 then
      select b.digest_after into e.digest_before from audit_entry b
      where b.object_id = c.id and b.object_version < c.version and b.object_type = c.type order by b.object_version desc limit 1;
    end if;
    e := audit_add(e);
  end loop;
  if e.organization_id is not null then
    perform audit_unlock(e);
  end if;
end $$;

-- One entry about something that is no published change.
create function audit_note(author text, organization uuid, action text, object_type text, object_id uuid, purpose text, row_count bigint,
                           result text, trace text)
returns void language plpgsql security definer set search_path = public as $$
declare
  e audit_entry := audit_lock(audit_begin(author), organization);
begin
  e.action := action;
  e.object_type := object_type;
  e.object_id := object_id;
  e.purpose := purpose;
  e.row_count := row_count;
  e.result := result;
  e.trace_id := split_part(trace, '-', 2);
  perform audit_unlock(audit_add(e));
end $$;

create function audit_action(event_type text, operation text) returns text language sql immutable as $$
  select coalesce(substring(event_type from '[^.]+[.][^.]+$'), lower(operation))
$$;

create or replace function append_event(event_id uuid, aggregate_type text, aggregate_id uuid, aggregate_version bigint, event_type text, event_payload text,
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
  perform audit_changes(array[aggregate_type], array[aggregate_id], array[aggregate_version], array[audit_action(event_type, operation)],
                        array[null::bytea], array[organization], trace);
end $$;

-- The last argument is new, and absent in calls of the version before.
drop function append_events(uuid[], text[], uuid[], bigint[], text[], text[], uuid[], text[], text);
create function append_events(event_ids uuid[], aggregate_types text[], aggregate_ids uuid[], aggregate_versions bigint[], event_types text[],
                              event_payloads text[], organizations uuid[], paths text[], trace text, digests bytea[] default '{}')
returns void language plpgsql as $$
declare
  present_epoch integer := (select epoch from stream);
begin
  insert into change (stream_epoch, resource_type, resource_id, version, op, organization_path)
  select present_epoch, e.aggregate, e.id, e.version, 'UPSERT', e.path
  from unnest(aggregate_types, aggregate_ids, aggregate_versions, paths) with ordinality as e (aggregate, id, version, path, place)
  order by e.place;
  insert into outbox (id, aggregatetype, aggregateid, type, payload, aggregateversion, shard, organization_id, traceparent, stream_epoch)
  select e.event, e.aggregate, e.id::text, e.type, e.payload, e.version, abs(hashtext(e.id::text)::bigint) % 16, e.organization, trace, present_epoch
  from unnest(event_ids, aggregate_types, aggregate_ids, event_types, event_payloads, aggregate_versions, organizations) with ordinality
         as e (event, aggregate, id, type, payload, version, organization, place)
  order by e.place;
  perform audit_changes(aggregate_types, aggregate_ids, aggregate_versions,
                        array(select audit_action(u.type, null) from unnest(event_types) with ordinality as u (type, place) order by u.place),
                        digests, organizations, trace);
  perform pg_notify('outbox', '');
end $$;

-- The caller's words about himself stand beside his scope, for this transaction alone.
drop function enter_scope(text[], boolean);
create function enter_scope(granted text[], only_reading boolean, author text default '')
returns table (reference text, id uuid, path text) language plpgsql as $$
declare
  paths text[] := '{}';
begin
  if only_reading then
    perform set_config('transaction_read_only', 'on', true);
  end if;
  for reference, id, path in select o.reference, o.id, o.path from organizations_named(granted) o loop
    paths := paths || path;
    return next;
  end loop;
  perform set_config('app.organization_path', array_to_string(paths, ','), true);
  perform set_config('app.caller', author, true);
end $$;

-- How a chain ends by its head: CUT, entries are missing at its end; FOREIGN, there are more than were written; REWRITTEN, its
-- last entry is another one. And the number of the bad entry.
create function audit_end(p audit_entry, out fault text, out bad bigint) language sql stable as $$
  select case when h.seq is null and p.seq = 0 or h.seq = p.seq and h.entry_hash = p.entry_hash then null
              when h.seq is null or h.seq > p.seq then 'CUT' when h.seq < p.seq then 'FOREIGN' else 'REWRITTEN' end,
         case when h.seq < p.seq then h.seq + 1 when h.seq = p.seq then p.seq else p.seq + 1 end
  from (select) one left join audit_head h on h.organization_id = p.organization_id and h.shard = p.shard
$$;

-- Walks the chains of a range of organizations behind a position, at most so many entries: how far it came, and the first fault.
-- MISSING: an entry is not there; UNLINKED: it does not follow the one before; ALTERED: its content is not what was hashed;
-- or how its chain ends. Reads one snapshot, so writers beside it do no harm.
create function audit_verify(lowest uuid, highest uuid, from_organization uuid, from_shard uuid, from_seq bigint, most integer)
returns table (organization_id uuid, shard uuid, seq bigint, entries integer, fault text) language plpgsql stable as $$
#variable_conflict use_column
declare
  e audit_entry;
  p audit_entry;   -- the last entry that was found right
  h audit_head;
  bad bigint;
begin
  p.organization_id := from_organization;
  p.shard := from_shard;
  p.seq := from_seq;
  p.entry_hash := coalesce((select a.entry_hash from audit_entry a where a.organization_id = from_organization and a.shard = from_shard
                            and a.seq = from_seq), audit_nothing());
  entries := 0;
  for e in select a.* from audit_entry a
           where (a.organization_id, a.shard, a.seq) > (from_organization, from_shard, from_seq)
             and a.organization_id >= lowest and a.organization_id <= highest
           order by a.organization_id, a.shard, a.seq limit most loop
    if (e.organization_id, e.shard) <> (p.organization_id, p.shard) then
      select x.fault, x.bad into fault, bad from audit_end(p) x;
      exit when fault is not null;
      p.organization_id := e.organization_id;
      p.shard := e.shard;
      p.seq := 0;
      p.entry_hash := audit_nothing();
    end if;
    bad := p.seq + 1;
    fault := case when e.seq <> bad then 'MISSING' when e.prev_hash <> p.entry_hash then 'UNLINKED'
                  when e.entry_hash <> audit_hash(e) then 'ALTERED' end;
    exit when fault is not null;
    p := e;
    entries := entries + 1;
  end loop;
  if fault is null and entries < most then
    select x.fault, x.bad into fault, bad from audit_end(p) x;
    if fault is null then   -- a chain of which nothing is left is met by no walk along entries
      select x.* into h from audit_head x where x.organization_id >= lowest and x.organization_id <= highest
        and not exists (select from audit_entry a where a.organization_id = x.organization_id and a.shard = x.shard and a.seq = x.seq)
      order by x.organization_id, x.shard limit 1;
      if found then
        fault := 'CUT';
        bad := 1;
        p.organization_id := h.organization_id;
        p.shard := h.shard;
      end if;
    end if;
  end if;
  organization_id := p.organization_id;
  shard := p.shard;
  seq := case when fault is null then p.seq else bad end;
  return next;
end $$;

-- Not forced: the functions run as the owner. The application reads with the audit administrator's token only.
alter table audit_entry enable row level security;
alter table audit_head enable row level security;
create policy audit_entry_auditor on audit_entry for select to ${application}
  using ((select coalesce(nullif(current_setting('app.caller', true), '')::jsonb ->> 'auditor', 'false')) = 'true');
create policy audit_head_auditor on audit_head for select to ${application}
  using ((select coalesce(nullif(current_setting('app.caller', true), '')::jsonb ->> 'auditor', 'false')) = 'true');

revoke execute on function audit_changes, audit_note, audit_verify, audit_lock, audit_add, audit_unlock, audit_begin from public;
grant execute on function audit_changes, audit_note to ${application}, ${pipeline};
grant execute on function audit_verify to ${application};
grant select on audit_entry, audit_head to ${application};
