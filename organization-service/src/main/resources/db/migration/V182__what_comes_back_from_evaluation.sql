-- V182: what evaluation-service tells of members under correction, of a branch's appraisal and of its rectification.
-- Why:      the grade alone does not say that a member has a year to correct himself; a branch's page shows how it was appraised
--           and whether it is being rectified, without anybody typing it again.
-- Cost:     three empty tables.
-- Deploy:   before the code that reads the events; the version before ignores the tables.
-- Rejected: columns on member and organization: an event may come before its member, and every one would be a new version of
--           him. Sums of members' grades for the branch: members move, the round's own counts do not.
create table correction_period_ref (
  id uuid constraint correction_period_ref_pk primary key,
  member_id uuid not null,
  year integer not null,
  until_day date not null,
  state text not null,
  changed_on date not null,
  version bigint not null);
create index correction_period_ref_newest on correction_period_ref (member_id, year desc, id);
create index correction_period_ref_open on correction_period_ref (until_day) where state = 'OPEN';

create table appraisal_round_ref (
  id uuid constraint appraisal_round_ref_pk primary key,
  organization_id uuid not null,
  year integer not null,
  as_of date not null,
  state text not null,
  supersedes_id uuid,
  changed_on date not null,
  roll integer not null,
  eligible integer,          -- these once the round is confirmed
  took_part integer,
  graded integer,
  excellent integer,
  qualified integer,
  basically_qualified integer,
  unqualified integer,
  version bigint not null);
create index appraisal_round_ref_of_organization on appraisal_round_ref (organization_id, year desc, id);

create table rectification_ref (
  id uuid constraint rectification_ref_pk primary key,   -- the case of a weak organization
  organization_id uuid not null,
  year integer,
  category text,
  state text not null,
  changed_on date not null,
  version bigint not null);
create index rectification_ref_of_organization on rectification_ref (organization_id, changed_on desc, id);

do $$
declare
  t text;
begin
  foreach t in array array['correction_period_ref', 'appraisal_round_ref', 'rectification_ref'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for all to ${pipeline} using (true) with check (true)', t || '_pipeline', t);
  end loop;
end $$;
-- Seen by whoever sees the member or the organization; what is known of neither nobody sees.
create policy correction_period_ref_of_member on correction_period_ref for select to ${application}
  using (exists (select from party_member m where m.id = correction_period_ref.member_id));
create policy appraisal_round_ref_of_organization on appraisal_round_ref for select to ${application}
  using (exists (select from party_organization o where o.id = appraisal_round_ref.organization_id));
create policy rectification_ref_of_organization on rectification_ref for select to ${application}
  using (exists (select from party_organization o where o.id = rectification_ref.organization_id));
grant select on correction_period_ref, appraisal_round_ref, rectification_ref to ${application};
grant select, insert, update on correction_period_ref, appraisal_round_ref, rectification_ref to ${pipeline};
