-- V213: whether a session's convener and Party group are the host's, as far as the directory knows.
-- Why:      any id was taken for them, and one that is another organization's stood in the record for ever. One that the
--           directory does not know yet may still be on its way: it is kept as PENDING_DIRECTORY and judged when it comes.
-- Cost:     one small table of groups; two columns, filled for the sessions that name a convener or a group; two indexes
--           of the sessions whose convener or group is not the host's yet.
-- Deploy:   before the version that reads groups. Groups told before it are learnt by rebuilding the projection
--           "organization"; until then they are pending. The version before still calls the former study_facts, which
--           stays for it, and writes no relation: that is judged when the directory next learns of the convener or group.
-- Rejected: a refusal of unknown ids: events of a member and of his session have no order. A flag in the session alone:
--           what is pending and what is wrong ask for different work.

create table party_group_ref (
  id uuid constraint party_group_ref_pk primary key,
  organization_id uuid not null,
  organization_path text collate "C" not null default '',
  formed_on date not null,
  closed_on date,                 -- first day on which it is no longer; null while it is
  version bigint not null);
create index party_group_ref_without_path on party_group_ref (organization_id) where organization_path = '';

alter table party_group_ref enable row level security;
alter table party_group_ref force row level security;
create policy party_group_ref_subtree on party_group_ref for all to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'));
create policy party_group_ref_pipeline on party_group_ref for all to ${pipeline} using (true) with check (true);
create policy party_group_ref_follows on party_group_ref for all to current_user using (true) with check (true);
grant select, insert, update on party_group_ref to ${pipeline};

alter table study_session add column convener_relation text, add column party_group_relation text;
create index study_session_convener_open on study_session (convener_member_id)
  where convener_member_id is not null and convener_relation is distinct from 'OF_HOST';
create index study_session_party_group_open on study_session (party_group_id)
  where party_group_id is not null and party_group_relation is distinct from 'OF_HOST';

-- A convener is of the host who stood that day on its roll or on the roll of an organization below it, since committees
-- have no members of their own, or who held a post at it or at an organization above it.
create function relation_of_convener(convener uuid, host_path text, day date) returns text
language sql stable parallel safe set search_path = public as $$
  select case
    when starts_with(roll.path, host_path)
      or exists (select from post_ref p join organization_ref o on o.id = p.organization_id
                 where p.member_id = convener and p.from_day <= day and (p.to_day is null or day < p.to_day)
                   and starts_with(host_path, o.organization_path)) then 'OF_HOST'
    when not exists (select from member_ref m where m.id = convener)
      or roll.organization is not null and roll.path is null then 'PENDING_DIRECTORY'
    else 'NOT_OF_HOST' end
  from (select r.organization, o.organization_path as path
        from (select roll_of(convener, day) as organization) r left join organization_ref o on o.id = r.organization) roll
$$;

create function relation_of_party_group(party_group uuid, host uuid, day date) returns text
language sql stable parallel safe set search_path = public as $$
  select case
    when not exists (select from party_group_ref g where g.id = party_group) then 'PENDING_DIRECTORY'
    when exists (select from party_group_ref g where g.id = party_group and g.organization_id = host
                 and g.formed_on <= day and (g.closed_on is null or day < g.closed_on)) then 'OF_HOST'
    else 'NOT_OF_HOST' end
$$;

update study_session set convener_relation = relation_of_convener(convener_member_id, organization_path, held_on)
where convener_member_id is not null;
update study_session set party_group_relation = relation_of_party_group(party_group_id, organization_id, held_on)
where party_group_id is not null;

-- As in V100, with the convener and the group of each session. Whoever names one holds the directory still too. Where
-- none is named the functions are not called: each would be planned for nothing.
create function study_facts(hosts uuid[], days date[], conveners uuid[], party_groups uuid[],
                            attended integer[], attendees uuid[], lectured integer[], lecturers uuid[])
returns table (path text, type text, active_from date, active_to date, convener text, party_group text,
               known uuid[], own uuid[], secretaries uuid[])
language plpgsql security definer set search_path = public as $$
#variable_conflict use_column
begin
  if cardinality(lecturers) > 0 or num_nonnulls(variadic conveners) > 0 or num_nonnulls(variadic party_groups) > 0
     or exists (select from unnest(attendees) as a (id) where not exists (select from member_ref m where m.id = a.id)) then
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

revoke all on function relation_of_convener(uuid, text, date), relation_of_party_group(uuid, uuid, date),
  study_facts(uuid[], date[], uuid[], uuid[], integer[], uuid[], integer[], uuid[]) from public;
grant execute on function study_facts(uuid[], date[], uuid[], uuid[], integer[], uuid[], integer[], uuid[]) to ${application};
grant execute on function relation_of_convener(uuid, text, date), relation_of_party_group(uuid, uuid, date) to ${pipeline};
