-- V32: a move counts what it sees and what it moves, in one statement a table.
-- Why:      what it had left behind was looked for afterwards, among the dead entries of the index, and where no index begins
--           with the path (the pairs of names, the steps) among all entries of the city behind the old place: a second of a
--           county's move. Both counts are of one moment; fewer moved than seen means that a policy shows rows and does not
--           let them be changed.
-- Cost:     replaces a function. - Deploy: any time.
-- Rejected: returning the moved rows and comparing them one by one; judging the policies by their text.
create or replace function move_rows(from_path text, to_path text, beside text[], resource_tables text[], resource_types text[])
returns void language plpgsql as $$
declare
  present_epoch integer := (select epoch from stream);
  held record;
  resource text;
  seen bigint;
  moved bigint;
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
    execute format('with seen as (select count(*) as rows from %1$I where %2$I >= $1 and %2$I < rtrim($1, ''/'') || ''0''),
        moved as (update %1$I set %2$I = $2 || substr(%2$I, length($1) + 1) where %2$I >= $1 and %2$I < rtrim($1, ''/'') || ''0'' returning 1)
        select seen.rows, (select count(*) from moved) from seen', held.relname, held.attname)
    using from_path, to_path into seen, moved;
    if moved <> seen then
      raise exception 'Rows of % cannot move: a policy shows them and does not let them be changed', held.relname;
    end if;
  end loop;
end $$;
