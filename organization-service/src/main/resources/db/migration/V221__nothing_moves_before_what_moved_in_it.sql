-- V221: the last day on which something moved into a part of the tree, within it or out of it.
-- Why:      a superior that moved as of an earlier day than one below it took that one along in its past: a history that nobody
--           entered. Where those who left it stand now the caller may not see.
-- Cost:     a function; asked at each move and merger, it reads the organizations below and what stood under them.
-- Deploy:   before the code that asks.
-- Rejected: rewriting only what had not moved yet (whoever left later would keep a path below a place that its superior had left);
--           asking the rows that the caller sees: an organization that went to another county would be forgotten.
create function subtree_moved_last(top text) returns date
language sql stable security definer set search_path = public as $$
  select greatest(
    (select max(placed_on) from party_organization where organization_path >= top and organization_path < rtrim(top, '/') || '0'),
    -- Whoever left it last stood under one that is in it still.
    (select max(p.valid_to) from party_organization o join organization_period p on p.parent_id = o.id
     where o.organization_path >= top and o.organization_path < rtrim(top, '/') || '0'
       and not (p.organization_path >= top and p.organization_path < rtrim(top, '/') || '0')))
$$;
revoke execute on function subtree_moved_last from public;
grant execute on function subtree_moved_last to ${application};
