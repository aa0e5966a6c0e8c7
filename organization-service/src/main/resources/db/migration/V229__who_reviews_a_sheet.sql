-- V229: which office reviews a branch's sheet of a screening: the nearest primary committee above it.
-- Why:      the superior of a branch below a general branch is that general branch, and a sheet is the primary committee's to review.
--           Who acts below it does not see the committee, so the rows that he sees do not tell which office it is.
-- Cost:     a function; asked at each step of a sheet, and for each sheet that waits for its review in a list of work.
-- Deploy:   before the code that asks.
-- Rejected: the path on the sheet: a move of a general branch to another committee would have to know of it.
create function review_office(of_path text) returns text
language plpgsql stable security definer set search_path = public as $$
begin
  return coalesce(
    (select o.organization_path from party_organization o
     where o.organization_path = any (path_upwards(of_path)) and o.organization_path <> of_path and o.type = 'PRIMARY_COMMITTEE'
     order by length(o.organization_path) desc limit 1),
    nullif(regexp_replace(of_path, '[^/]+/$', ''), '/'), of_path);
end $$;
revoke execute on function review_office from public;
grant execute on function review_office to ${application};
