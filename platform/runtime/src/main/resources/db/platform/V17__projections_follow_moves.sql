-- V17: what other services keep of organizations follows them when they move.
-- Why:      rows carry the path of their organization as it was when they were written; the publisher tells each new path.
-- Cost:     a look by index into each table with a path, for each batch of moves. Writers wait for it, readers do not.
-- Deploy:   before the version of the services that reads moves.
-- Rejected: rewriting a prefix: two moves that come against their order would leave rows in a place that nobody told of.
--           Rights of the pipeline to change every table: this function runs as the owner and changes paths alone.
create function follow_moves(previous text[], present text[]) returns void
language plpgsql security definer set search_path = public as $$
declare
  held record;
begin
  for held in select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
              where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                and a.attname ~ '(^|_)path$' and a.atttypid = 'text'::regtype and not a.attisdropped and c.relname <> 'change' order by 1, 2 loop
    execute format('update %1$I held set %2$I = m.present from unnest($1, $2) as m (previous, present) where held.%2$I = m.previous',
                   held.relname, held.attname) using previous, present;
  end loop;
end $$;

-- Whoever follows moves waits for those who write by the old paths, and they wait for him. To be asked before anything else
-- is locked.
create function await_writers() returns void language sql as $$ select pg_advisory_xact_lock(hashtext('zhixing-tree')) $$;
revoke execute on function follow_moves from public;
grant execute on function follow_moves to ${pipeline};
