-- V213: each organization that a caller names is found by one look at an index again.
-- Why:      V118 (a look for each name) and V119 (a join that stays planned) replaced the same function on the same day, and the
--           later number won: with 8,900 organizations one name takes 178 µs by the join and 13 by the look. Every call
--           of every caller begins with it (entering the scope: 235 µs before, 27 after).
-- Cost:     replaces a function.
-- Deploy:   with any version of the service: arguments and answer stay.
-- Rejected: remembering places in the JVM: an organization that moves or is created would be judged by its old place.
create or replace function organizations_named(refs text[]) returns table (reference text, id uuid, path text)
language plpgsql stable security definer set search_path = public as $$
begin
  foreach reference in array refs loop
    if reference ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
      select o.id, o.organization_path into id, path from party_organization o where o.id = reference::uuid;
    else
      select o.id, o.organization_path into id, path from party_organization o where o.code = reference;
    end if;
    if found then
      return next;
    end if;
  end loop;
end $$;
