-- V239: whose office the county's and the town's is, is told by what the organizations on the way are, not by how many there are.
-- Why:      the second organization of a path was taken for the county and the third for the town. Committees stand under committees: below a
--           province's root a city decided what is the county's, and below a county's working committee nobody but it what is the town's.
-- Cost:     a column, null until its organization is told of again; an index over thousands of organizations; one look by it for each step that
--           is taken at the county or the town.
-- Deploy:   before the version of the service that asks. What was projected before has no area: a rebuild of the consumer `organization`
--           (POST /event-consumers/rebuilds) reads it, or each organization's next event; until then a working committee under the root counts as a
--           county's, and the first organization below the county as the town's, as before.
-- Rejected: paths of the offices on each row: a county that gets another superior would have to be followed in every table. A right of everybody
--           to see the organizations above him: what is answered is a part of the path that was asked about.
alter table organization_ref add area_code text;
create index organization_ref_by_path on organization_ref (organization_path);

-- Internal. The organizations on a path, each with its superior's type and area; the path itself included.
create function on_the_way(p_path text) returns table (path text, type text, area_code text, superior_type text, superior_area text, depth int)
language sql stable set search_path = public, pg_temp as $$
  with place as (
    select '/' || array_to_string(label[1:n], '/') || '/' as path, n
      from (select string_to_array(trim(both '/' from p_path), '/') as label) l, generate_series(1, cardinality(label)) n)
  select distinct on (p.n) p.path, o.type, o.area_code, s.type, s.area_code, p.n
    from place p join organization_ref o on o.organization_path = p.path
    left join place b on b.n = p.n - 1 left join organization_ref s on s.organization_path = b.path
   order by p.n
$$;

-- The county's office (县级) for what lies on a path: the lowest local committee, or the working committee of a zone of its own right under the city.
-- The root's where neither is known.
create function county_office(p_path text) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select w.path from on_the_way(p_path) w
                    where w.type = 'LOCAL_COMMITTEE'
                       or w.type = 'WORKING_COMMITTEE' and w.superior_type = 'LOCAL_COMMITTEE'
                          and case when w.superior_area is null then w.depth = 2
                                   else w.superior_area like '%00' and w.area_code is distinct from w.superior_area end
                    order by w.depth desc limit 1),
                  '/' || split_part(p_path, '/', 2) || '/')
$$;

-- The town's office (镇级): the first organization of a town's area below the county's; the county's where there is none.
create function town_office(p_path text) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select w.path from on_the_way(p_path) w
                    where length(w.path) > length(c.office) and (w.area_code is null or length(w.area_code) = 9)
                    order by w.depth limit 1), c.office)
    from county_office(p_path) as c (office)
$$;

revoke all on function on_the_way(text), county_office(text), town_office(text) from public;
grant execute on function county_office(text), town_office(text) to ${application};
