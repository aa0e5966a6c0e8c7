-- V20: what the entries of many changes have in common is put into words once.
-- Why:      of an import's entries time, caller, roles and operation are the same in all; writing them anew for each took a third of
--           the time of hashing, calling the chain's function in SQL as much again. Heads that are there are locked at once, without
--           an attempt to insert them.
-- Cost:     replaces two functions. Processor time of an entry among 500, measured: 9 microseconds less.
-- Deploy:   any time: what is written stays the same letter by letter.
-- Rejected: hashing in the service (whoever may call could then state hashes of his own).
create or replace function audit_link(linked bytea, head bytea, content text) returns bytea language plpgsql immutable parallel safe as $$
begin
  return sha256(coalesce(linked, head) || convert_to(content, 'UTF8'));
end $$;

create or replace function audit_together(a audit_entry, types text[], ids uuid[], versions bigint[], actions text[], digests bytea[], organizations uuid[])
returns void language plpgsql set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  chains uuid[] := array(select distinct coalesce(o, nobody) from unnest(organizations) o order by 1);
  locked bigint;
  at_seq text;       -- what stands in every entry between its time and its number, and so on
  seq_action text;
  action_id text;
  id_type text;
begin
  -- In the order of their organizations, so that two writers never wait for each other.
  select count(*) into locked from (
    select from audit_head h where h.organization_id = any (chains) and h.shard = a.shard order by h.organization_id for update) l;
  if locked < cardinality(chains) then
    insert into audit_head (organization_id, shard, seq, entry_hash)
    select c, a.shard, 0, audit_nothing() from unnest(chains) with ordinality as u (c, place) order by place
    on conflict on constraint audit_head_pk do nothing;
    perform from audit_head h where h.organization_id = any (chains) and h.shard = a.shard order by h.organization_id for update;
  end if;
  a.at := clock_timestamp();
  -- Letter for letter what audit_canonical writes, whose test holds these letters fast; entries are verified by it.
  at_seq := '{"at": "' || to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '", "seq": ';
  seq_action := ', "actor": ' || to_json(a.actor) || ', "roles": ' || to_json(a.roles) || ', "shard": "' || a.shard || '", "action": ';
  action_id := ', "client": ' || to_json(a.client) || ', "result": ' || to_json(a.result) || ', "purpose": null, "traceId": '
    || coalesce(to_json(a.trace_id)::text, 'null') || ', "objectId": ';
  id_type := ', "rowCount": null, "operation": ' || coalesce(to_json(a.operation)::text, 'null') || ', "objectType": ';

  with said as (
    select coalesce(u.organization, nobody) as chain, u.*
    from unnest(types, ids, versions, actions, digests, organizations) with ordinality
           as u (type, id, version, action, digest, organization, place)),
  numbered as (
    select s.*, h.entry_hash as head, h.seq + row_number() over (partition by s.chain order by s.place) as seq,
           case when lag(s.place) over same is not null then lag(s.digest) over same
                when s.version > 1 then (select b.digest_after from audit_entry b where b.object_id = s.id and b.object_version < s.version
                                         and b.object_type = s.type order by b.object_version desc limit 1) end as digest_before
    from said s join audit_head h on h.organization_id = s.chain and h.shard = a.shard
    window same as (partition by s.id, s.type order by s.version)),
  chained as (
    select n.*, audit_chain(head, at_seq || n.seq || seq_action || to_json(n.action) || action_id || coalesce('"' || n.id || '"', 'null') || id_type
        || coalesce(to_json(n.type)::text, 'null') || ', "digestAfter": ' || coalesce('"' || encode(n.digest, 'hex') || '"', 'null')
        || ', "digestBefore": ' || coalesce('"' || encode(n.digest_before, 'hex') || '"', 'null')
        || ', "objectVersion": ' || coalesce(n.version::text, 'null') || ', "organizationId": "' || n.chain || '"}')
      over (partition by n.chain order by n.seq rows between unbounded preceding and current row) as entry_hash
    from numbered n),
  written as (
    insert into audit_entry
    select c.chain, a.shard, c.seq, a.at, a.client, a.actor, a.roles, a.operation, c.action, c.type, c.id, c.version, c.digest_before, c.digest, null, null,
           a.result, a.trace_id, coalesce(lag(c.entry_hash) over (partition by c.chain order by c.seq), c.head), c.entry_hash
    from chained c
    returning organization_id, seq, entry_hash)
  update audit_head h set seq = l.seq, entry_hash = l.entry_hash
  from (select distinct on (w.organization_id) w.* from written w order by w.organization_id, w.seq desc) l
  where h.organization_id = l.organization_id and h.shard = a.shard;
end $$;
