-- V19: the organization that a list asks for is looked up by the statement that enters the scope.
-- Why:      a page of one subtree cost three round trips beside the commit, of which the search for its organization was one:
--           a ninth of the service's time and of the database's.
-- Cost:     replaces a function. - Deploy: any time; the version before calls it without the fourth argument.
-- Rejected: the organization as one grant more (it would be in the scope of row-level security).
drop function enter_scope(text[], boolean, text);
create function enter_scope(granted text[], only_reading boolean, author text default '', sought text default null)
returns table (reference text, id uuid, path text) language plpgsql as $$
declare
  paths text[] := '{}';
begin
  if only_reading then
    perform set_config('transaction_read_only', 'on', true);
  else
    perform pg_advisory_xact_lock_shared(hashtext('zhixing-tree'));
  end if;
  for reference, id, path in
    select o.reference, o.id, o.path
    from organizations_named(case when sought is null or sought = any (granted) then granted else granted || sought end) o
  loop
    if reference = any (granted) then
      paths := paths || path;
    end if;
    return next;
  end loop;
  perform set_config('app.organization_path', array_to_string(paths, ','), true), set_config('app.caller', author, true);
end $$;
