-- V242: the organizations above a place are looked up one by one.
-- Why:      the join of V239 read all organizations for each step that is taken at the county or the town: 47 ms in a city of 8,912, since the
--           planner expects a thousand levels. By their paths, five looks into an index.
-- Cost:     replaces a function. - Deploy: any time.
-- Rejected: `rows 5` on the series (nothing says so of generate_series in a join); one array of paths (its size is guessed as ten, and
--           a plan that is kept goes by the guess).
create or replace function on_the_way(p_path text) returns table (path text, type text, area_code text, superior_type text, superior_area text, depth int)
language plpgsql stable set search_path = public, pg_temp as $$
declare
  label text;
begin
  path := '/';
  depth := 0;
  foreach label in array string_to_array(trim(both '/' from p_path), '/') loop
    path := path || label || '/';
    depth := depth + 1;
    superior_type := type;
    superior_area := area_code;
    select o.type, o.area_code into type, area_code from organization_ref o where o.organization_path = path limit 1;
    if found then
      return next;
    end if;
  end loop;
end $$;
