-- V216: the days on which an organization was at work, as intervals.
-- Why:      one first and one last day were kept, and a restoration took the last one away: what a host held while it was
--           dissolved was accepted as of a host at work.
-- Cost:     a row for each organization and one for each restoration.
-- Deploy:   before the version that reads them. An organization restored before it has one interval until the projection
--           "organization" is rebuilt; one of which nothing is kept yet is judged by the two days, as before. The version
--           before works on beside it: an end that it alone has read still holds by the day kept with the organization.
-- Rejected: keeping the gaps alone: a roll, a post and a host are asked the same question and have the same answer.

create table work_period_ref (
  organization_id uuid not null,
  version bigint not null,        -- of the event that began it
  from_day date not null,
  to_day date,                    -- first day no longer at work; null while it is
  organization_path text collate "C" not null default '',
  constraint work_period_ref_pk primary key (organization_id, version));

alter table work_period_ref enable row level security;
alter table work_period_ref force row level security;
create policy work_period_ref_subtree on work_period_ref for all to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'));
create policy work_period_ref_pipeline on work_period_ref for all to ${pipeline} using (true) with check (true);
create policy work_period_ref_follows on work_period_ref for all to current_user using (true) with check (true);
grant select, insert, update on work_period_ref to ${pipeline};

insert into work_period_ref (organization_id, version, from_day, to_day, organization_path)
select id, 1, active_from, active_to, organization_path from organization_ref where active_from is not null;

-- As in V214; the days at work are those of the interval that began last, and it is ended by the host's end too.
create or replace function study_facts(hosts uuid[], days date[], conveners uuid[], party_groups uuid[],
                            attended integer[], attendees uuid[], lectured integer[], lecturers uuid[])
returns table (path text, type text, active_from date, active_to date, convener text, party_group text,
               known uuid[], own uuid[], secretaries uuid[])
language plpgsql security definer set search_path = public as $$
#variable_conflict use_column
begin
  if cardinality(lecturers) > 0
     or exists (select from unnest(attendees) as a (id) where not exists (select from member_ref m where m.id = a.id))
     or num_nonnulls(variadic conveners) > 0 and exists (
       select from unnest(hosts, days, conveners) as q (host, day, convener) join organization_ref o on o.id = q.host
       where q.convener is not null and relation_of_convener(q.convener, o.organization_path, q.day) = 'PENDING_DIRECTORY')
     or num_nonnulls(variadic party_groups) > 0 and exists (
       select from unnest(hosts, days, party_groups) as q (host, day, party_group)
       where q.party_group is not null and relation_of_party_group(q.party_group, q.host, q.day) = 'PENDING_DIRECTORY') then
    perform pg_advisory_xact_lock_shared(hashtext('session-directory'));
  end if;
  return query
  with asked as (
    select q.host, q.day, q.convener, q.party_group, q.number
    from unnest(hosts, days, conveners, party_groups) with ordinality as q (host, day, convener, party_group, number)),
  attendance as (
    select q.number, array_agg(a.id) filter (where m.id is not null) as known,
           array_agg(a.id) filter (where roll_of(a.id, q.day) = q.host) as own
    from unnest(attended, attendees) as a (number, id) join asked q on q.number = a.number left join member_ref m on m.id = a.id
    group by q.number),
  lecturing as (
    select q.number, array_agg(l.id) filter (where was_secretary(l.id, q.day)) as secretaries
    from unnest(lectured, lecturers) as l (number, id) join asked q on q.number = l.number group by q.number)
  select o.organization_path, o.type, coalesce(w.from_day, o.active_from), least(w.to_day, o.active_to),
         case when q.convener is not null then relation_of_convener(q.convener, o.organization_path, q.day) end,
         case when q.party_group is not null then relation_of_party_group(q.party_group, q.host, q.day) end,
         coalesce(a.known, '{}'), coalesce(a.own, '{}'), coalesce(l.secretaries, '{}')
  from asked q left join organization_ref o on o.id = q.host
  left join lateral (select p.from_day, p.to_day from work_period_ref p where p.organization_id = q.host and p.from_day <= q.day
                     order by p.version desc limit 1) w on true
  left join attendance a on a.number = q.number left join lecturing l on l.number = q.number order by q.number;
end $$;
