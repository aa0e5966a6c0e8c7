-- V214: a convener with a post at an organization that is not told yet is pending; what is known holds the directory no longer.
-- Why:      such a post counted as none, so a convener from above the host was refused when his post came before its organization.
--           And every session that names a convener or a group kept the directory still to its end, a file for as long as it
--           was read, though only what is pending can still be judged otherwise.
-- Cost:     replaces two functions.
-- Deploy:   with any version of the service: arguments and answers stay.
-- Rejected: judging again what was refused: it was never recorded.
create or replace function relation_of_convener(convener uuid, host_path text, day date) returns text
language sql stable parallel safe set search_path = public as $$
  select case
    when starts_with(roll.path, host_path)
      or exists (select from post_ref p join organization_ref o on o.id = p.organization_id
                 where p.member_id = convener and p.from_day <= day and (p.to_day is null or day < p.to_day)
                   and starts_with(host_path, o.organization_path)) then 'OF_HOST'
    when not exists (select from member_ref m where m.id = convener)
      or roll.organization is not null and roll.path is null
      or exists (select from post_ref p where p.member_id = convener and p.from_day <= day and (p.to_day is null or day < p.to_day)
                 and not exists (select from organization_ref o where o.id = p.organization_id)) then 'PENDING_DIRECTORY'
    else 'NOT_OF_HOST' end
  from (select r.organization, o.organization_path as path
        from (select roll_of(convener, day) as organization) r left join organization_ref o on o.id = r.organization) roll
$$;

-- As in V213. Whoever names one that is pending looks again, with the directory held still.
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
  select o.organization_path, o.type, o.active_from, o.active_to,
         case when q.convener is not null then relation_of_convener(q.convener, o.organization_path, q.day) end,
         case when q.party_group is not null then relation_of_party_group(q.party_group, q.host, q.day) end,
         coalesce(a.known, '{}'), coalesce(a.own, '{}'), coalesce(l.secretaries, '{}')
  from asked q left join organization_ref o on o.id = q.host
  left join attendance a on a.number = q.number left join lecturing l on l.number = q.number order by q.number;
end $$;
