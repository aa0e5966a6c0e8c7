-- V193: floating members, residence registrations and screenings carry the paths of their organizations.
-- Why:      their lists rested on row-level security alone, which asked for each row whether its organization is seen: a branch
--           read the whole city's rows to find its own. Now a list reads one range of an index, or two where two sides share.
-- Cost:     rewrites five tables once; a move rewrites their rows too. A county's screening writes 20,000 paths more.
-- Deploy:   with the version of the service that writes the paths; the version before can register and open nothing afterwards.
-- Rejected: a path for the list of runs too: there are as many runs as counties and years, and whoever has a sheet sees the run.
do $$
declare
  t text;
begin
  foreach t in array array['floating_member', 'residence_registration', 'screening', 'screening_sheet', 'screening_item'] loop
    execute format('alter table %I no force row level security', t);
    execute format('alter table %I add column organization_path text collate "C"', t);
  end loop;
end $$;
alter table floating_member add column host_path text collate "C";
alter table residence_registration add column residence_path text collate "C";
update floating_member f set organization_path = o.organization_path from party_organization o where o.id = f.home_id;
update floating_member f set host_path = o.organization_path from party_organization o where o.id = f.host_id;
update residence_registration r set organization_path = o.organization_path from party_organization o where o.id = r.home_id;
update residence_registration r set residence_path = o.organization_path from party_organization o where o.id = r.residence_id;
update screening s set organization_path = o.organization_path from party_organization o where o.id = s.organization_id;
update screening_sheet s set organization_path = o.organization_path from party_organization o where o.id = s.organization_id;
update screening_item i set organization_path = s.organization_path from screening_sheet s where s.id = i.sheet_id;
do $$
declare
  t text;
begin
  foreach t in array array['floating_member', 'residence_registration', 'screening', 'screening_sheet', 'screening_item'] loop
    execute format('alter table %I alter column organization_path set not null', t);
    execute format('alter table %I force row level security', t);
    if t <> 'screening' then
      execute format('create index %I on %I (organization_path, id)', t || '_by_path', t);
    end if;
  end loop;
end $$;
alter table residence_registration alter column residence_path set not null;
create index floating_member_by_host_path on floating_member (host_path, id) where host_path is not null;
create index residence_registration_by_residence_path on residence_registration (residence_path, id);

drop policy floating_member_of_both_sides on floating_member;
drop policy residence_registration_of_both_sides on residence_registration;
drop policy screening_of_organization on screening;
drop policy screening_sheet_of_organization on screening_sheet;
drop policy screening_item_of_sheet on screening_item;
do $$
declare
  t text;
begin
  foreach t in array array['screening', 'screening_sheet', 'screening_item'] loop
    execute format($policy$create policy %I on %I for all to ${application} using (exists (
      select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
      where p like '/_%%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'))$policy$, t || '_subtree', t);
  end loop;
end $$;
create policy floating_member_of_both_sides on floating_member for all to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and (organization_path >= p and organization_path < rtrim(p, '/') || '0'
                           or host_path >= p and host_path < rtrim(p, '/') || '0')));
create policy residence_registration_of_both_sides on residence_registration for all to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and (organization_path >= p and organization_path < rtrim(p, '/') || '0'
                           or residence_path >= p and residence_path < rtrim(p, '/') || '0')));
