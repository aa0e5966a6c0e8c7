-- V222: what stood below an organization until when, and whether a type has fitted its place since a day.
-- Why:      an organization that is dissolved, merged, restored or of another type as of a day in the past was judged by the tree of
--           today: from that day on it could have children without being in place, or children of types that it may not have. Where
--           former children stand now the caller may not see.
-- Cost:     two functions, each a look at the index of periods by superior.
-- Deploy:   before the code that asks.
-- Rejected: asking the rows that the caller sees, as for what stands there today: a former child may have gone elsewhere.
create function children_until(parent uuid) returns date language sql stable security definer set search_path = public as $$
  select max(valid_to) from organization_period where parent_id = parent and state in ('PREPARING', 'ACTIVE')
$$;
revoke execute on function children_until from public;
grant execute on function children_until to ${application};

create function fits_since(organization uuid, as_type text, day date) returns boolean
language sql stable security definer set search_path = public as $$
  select not exists (select from organization_period c
      where c.parent_id = organization and c.state in ('PREPARING', 'ACTIVE') and (c.valid_to is null or c.valid_to > day)
        and not exists (select from allowed_parent a where a.child_type = c.type and a.parent_type = as_type))
    and not exists (select from party_organization o join organization_period p on p.organization_id = o.parent_id
      where o.id = organization and (p.valid_to is null or p.valid_to > day)
        and not exists (select from allowed_parent a where a.child_type = as_type and a.parent_type = p.type))
$$;
revoke execute on function fits_since from public;
grant execute on function fits_since to ${application};
