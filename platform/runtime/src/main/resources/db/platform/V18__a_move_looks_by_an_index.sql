-- V18: a move looks by an index for rows that it left behind.
-- Why:      the question whether any is left read every row of every table that carries a path: with 180,000 members half a
--           second of the two that a county may take.
-- Cost:     replaces a function. - Deploy: any time.
-- Rejected: comparing the number of rows updated with a count before (two looks where one does).
create or replace function move_rows(from_path text, to_path text, beside text[], resource_tables text[], resource_types text[])
returns void language plpgsql as $$
declare
  present_epoch integer := (select epoch from stream);
  held record;
  resource text;
  left_behind text collate "C";
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
    -- The first row at or after the old place, by an index that begins with the path: counting would look at the whole table.
    execute format('select min(%2$I) from (select %2$I from %1$I where %2$I >= $1 order by %2$I limit 1) first',
                   held.relname, held.attname) using from_path into left_behind;
    if left_behind < rtrim(from_path, '/') || '0' then
      raise exception 'Rows of % cannot move: a policy shows them and does not let them be changed', held.relname;
    end if;
  end loop;
end $$;
