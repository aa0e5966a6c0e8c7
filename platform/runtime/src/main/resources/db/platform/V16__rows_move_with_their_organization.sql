-- V16: an organization moves in the tree, and every row below its path moves with it.
-- Why:      rows carry the path of their organization, so a move rewrites them; nobody may write by the old place meanwhile.
-- Cost:     a shared advisory lock for each call that writes. A move waits for the writers in hand, and writers wait for it;
--           readers never do.
-- Deploy:   before the version of the runtime that moves organizations; the version before does not notice the lock.
-- Rejected: a trigger that looks up the path for each inserted row (an import pays it 180,000 times); a lock on the
--           organization's row in every use case (one that forgets it leaves rows behind, silently).

-- A call that writes holds the tree still until its transaction ends.
create or replace function enter_scope(granted text[], only_reading boolean, author text default '')
returns table (reference text, id uuid, path text) language plpgsql as $$
declare
  paths text[] := '{}';
begin
  if only_reading then
    perform set_config('transaction_read_only', 'on', true);
  else
    perform pg_advisory_xact_lock_shared(hashtext('zhixing-tree'));
  end if;
  for reference, id, path in select o.reference, o.id, o.path from organizations_named(granted) o loop
    paths := paths || path;
    return next;
  end loop;
  perform set_config('app.organization_path', array_to_string(paths, ','), true);
  perform set_config('app.caller', author, true);
end $$;

-- The tree alone for this transaction; false when another one is turning it. Two that wait for each other's shared lock
-- would never end, so the second is told at once.
create function take_tree() returns boolean language plpgsql as $$
begin
  if not pg_try_advisory_xact_lock(hashtext('zhixing-tree-taken')) then
    return false;
  end if;
  perform pg_advisory_xact_lock(hashtext('zhixing-tree'));
  return true;
end $$;

-- Rewrites every path that begins with one prefix, in every table but those named, and writes a row of the change feed for
-- each resource that it moved. A table whose rows the caller may not move refuses the whole: rows left behind would be lost.
create function move_rows(from_path text, to_path text, beside text[], resource_tables text[], resource_types text[])
returns void language plpgsql as $$
declare
  present_epoch integer := (select epoch from stream);
  held record;
  resource text;
begin
  for held in select c.oid, c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
              where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                and a.attname ~ '(^|_)path$' and a.atttypid = 'text'::regtype and not a.attisdropped
                and c.relname <> 'change' and c.relname <> all (beside) order by 2, 3 loop
    if not has_column_privilege(held.oid, held.attname, 'UPDATE') then
      raise exception 'Rows of % cannot move: update (%) is not granted', held.relname, held.attname;
    end if;
    resource := case when held.attname = 'organization_path' then resource_types[array_position(resource_tables, held.relname::text)] end;
    if resource is not null then
      execute format('insert into change (stream_epoch, resource_type, resource_id, version, op, organization_path, previous_path)
        select $1, $2, id, version, ''MOVE'', $4 || substr(organization_path, length($3) + 1), organization_path from %I
        where organization_path >= $3 and organization_path < rtrim($3, ''/'') || ''0''', held.relname)
      using present_epoch, resource, from_path, to_path;
    end if;
    execute format('update %1$I set %2$I = $2 || substr(%2$I, length($1) + 1) where %2$I >= $1 and %2$I < rtrim($1, ''/'') || ''0''',
                   held.relname, held.attname) using from_path, to_path;
    execute format('select count(*) from (select from %1$I where %2$I >= $1 and %2$I < rtrim($1, ''/'') || ''0'' limit 1) left_behind',
                   held.relname, held.attname) using from_path into resource;
    if resource <> '0' then
      raise exception 'Rows of % cannot move: a policy shows them and does not let them be changed', held.relname;
    end if;
  end loop;
end $$;

-- The path events of organizations that moved, each with its row of the change feed. The trail has the one entry of the
-- step that moved them.
create function append_moves(event_ids uuid[], aggregate_type text, ids uuid[], path_versions bigint[], event_type text, event_payloads text[],
                             resource_type text, resource_versions bigint[], paths text[], paths_before text[], trace text)
returns void language plpgsql as $$
declare
  present_epoch integer := (select epoch from stream);
begin
  insert into change (stream_epoch, resource_type, resource_id, version, op, organization_path, previous_path)
  select present_epoch, append_moves.resource_type, e.id, e.version, 'MOVE', e.path, e.before
  from unnest(ids, resource_versions, paths, paths_before) with ordinality as e (id, version, path, before, place) order by e.place;
  insert into outbox (id, aggregatetype, aggregateid, type, payload, aggregateversion, shard, organization_id, traceparent, stream_epoch)
  select e.event, aggregate_type, e.id::text, event_type, e.payload, e.version, abs(hashtext(e.id::text)::bigint) % 16, e.id, trace, present_epoch
  from unnest(event_ids, ids, path_versions, event_payloads) with ordinality as e (event, id, version, payload, place) order by e.place;
  perform pg_notify('outbox', '');
end $$;
