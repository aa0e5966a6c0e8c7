-- V184: counts are folded upwards by one grouping of paths instead of a call for each row.
-- Why:      an import brings some thousand small rows a second; the paths above each were put together by a function call for every
--           row, and every organization was looked up for every row below it: folding took more of the database's time than writing
--           the members did.
-- Cost:     replaces a function. New rows of the counts leave room on their page, so that changing them touches no index.
-- Deploy:   any time.
-- Rejected: folding less often (a sum would add more rows each time it is read).
alter table register_tally set (fillfactor = 60);

create or replace function fold_register(most integer) returns integer language plpgsql security definer set search_path = public as $$
declare
  taken integer;
begin
  perform pg_advisory_xact_lock_shared(hashtext('zhixing-tree'));
  if not pg_try_advisory_xact_lock(hashtext('register-fold')) then
    return 0;
  end if;
  with news as (
    delete from register_delta where seq in (select seq from register_delta order by seq limit most) returning *),
  counted as (select count(*) as rows from news),
  summed as (
    select organization_path, county, sector, type, sum(organizations) as organizations, sum(members) as members, sum(full_members) as full_members
    from news group by 1, 2, 3, 4),
  upwards as (
    select left(s.organization_path, at) as path, s.county, s.sector, s.type, sum(s.organizations) as organizations, sum(s.members) as members,
           sum(s.full_members) as full_members
    from summed s join generate_series(2, (select max(length(organization_path)) from summed)) as at on substr(s.organization_path, at, 1) = '/'
    group by 1, 2, 3, 4),
  folded as (
    insert into register_tally as held (organization_id, county, sector, type, organizations, members, full_members)
    select o.id, u.county, u.sector, u.type, u.organizations, u.members, u.full_members
    from upwards u join party_organization o on o.organization_path = u.path order by 1, 2, 3, 4
    on conflict on constraint register_tally_pk do update set organizations = held.organizations + excluded.organizations,
      members = held.members + excluded.members, full_members = held.full_members + excluded.full_members)
  select rows into taken from counted;
  return taken;
end $$;
