-- V150: rows of an organization that moves go with it.
-- Why:      the function that follows moves runs as the owner, for whom row-level security is forced.
-- Cost:     none; a policy for each table that carries a path.
-- Deploy:   before the version of the service that reads moves.
-- Rejected: rights of the pipeline to read and change every table: it changes paths alone, through the function.
do $$
declare
  held record;
begin
  for held in select distinct c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid
              where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relforcerowsecurity
                and a.attname ~ '(^|_)path$' and not a.attisdropped and c.relname <> 'change' loop
    execute format('create policy %I on %I for all to current_user using (true) with check (true)', held.relname || '_follows', held.relname);
  end loop;
end $$;
