-- V13: the entries of many changes are numbered, chained and written by one statement.
-- Why:      an import writes an entry for each row; locking, hashing and inserting them one by one was half of its database time.
-- Cost:     none, functions.
-- Deploy:   any time: what is called and what is written stay as they were.
-- Rejected: the chain reckoned in the service (whoever may call could then state hashes of his own); a chain for each chunk (more
--           heads than entries where a file goes by turns over the branches).

-- The hash of each entry from the one before it; the first follows the head of its chain.
create function audit_link(linked bytea, head bytea, content text) returns bytea language sql immutable parallel safe
return sha256(coalesce(linked, head) || convert_to(content, 'UTF8'));
create aggregate audit_chain(head bytea, content text) (sfunc = audit_link, stype = bytea);

-- The plan is kept while the tables grow from nothing to millions of rows: by their keys, however small they look when it is made.
create or replace function audit_changes(types text[], ids uuid[], versions bigint[], actions text[], digests bytea[], organizations uuid[], trace text)
returns void language plpgsql security definer set search_path = public set enable_seqscan = off as $$
declare
  nobody constant uuid := '00000000-0000-0000-0000-000000000000';
  a audit_entry := audit_begin(null);
  chains uuid[] := array(select distinct coalesce(o, nobody) from unnest(organizations) o order by 1);
begin
  -- In the order of their organizations, so that two writers never wait for each other.
  insert into audit_head (organization_id, shard, seq, entry_hash)
  select c, a.shard, 0, audit_nothing() from unnest(chains) with ordinality as u (c, place) order by place
  on conflict on constraint audit_head_pk do nothing;
  perform from audit_head h where h.organization_id = any (chains) and h.shard = a.shard order by h.organization_id for update;
  a.at := clock_timestamp();
  a.trace_id := split_part(trace, '-', 2);

  with said as (
    select coalesce(u.organization, nobody) as chain, u.*
    from unnest(types, ids, versions, actions, digests, organizations) with ordinality
           as u (type, id, version, action, digest, organization, place)),
  numbered as (
    select s.*, h.entry_hash as head, h.seq + row_number() over (partition by s.chain order by s.place) as seq,
           lag(s.place) over same as place_before, lag(s.digest) over same as digest_before
    from said s join audit_head h on h.organization_id = s.chain and h.shard = a.shard
    window same as (partition by s.id, s.type order by s.version)),
  entry as (
    select n.head, row(n.chain, a.shard, n.seq, a.at, a.client, a.actor, a.roles, a.operation, n.action, n.type, n.id, n.version,
      case when n.place_before is not null then n.digest_before
           when n.version > 1 then (select b.digest_after from audit_entry b where b.object_id = n.id and b.object_version < n.version
                                    and b.object_type = n.type order by b.object_version desc limit 1) end,
      n.digest, null, null, a.result, a.trace_id, null, null)::audit_entry as e
    from numbered n),
  chained as (
    select e, head, audit_chain(head, audit_canonical(e)) over (partition by (e).organization_id order by (e).seq
                                                                rows between unbounded preceding and current row) as entry_hash
    from entry),
  written as (
    insert into audit_entry
    select (e).organization_id, (e).shard, (e).seq, (e).at, (e).client, (e).actor, (e).roles, (e).operation, (e).action, (e).object_type,
           (e).object_id, (e).object_version, (e).digest_before, (e).digest_after, null, null, (e).result, (e).trace_id,
           coalesce(lag(entry_hash) over (partition by (e).organization_id order by (e).seq), head), entry_hash
    from chained
    returning organization_id, seq, entry_hash)
  update audit_head h set seq = l.seq, entry_hash = l.entry_hash
  from (select distinct on (w.organization_id) w.* from written w order by w.organization_id, w.seq desc) l
  where h.organization_id = l.organization_id and h.shard = a.shard;
end $$;

revoke execute on function audit_link, audit_chain from public;
