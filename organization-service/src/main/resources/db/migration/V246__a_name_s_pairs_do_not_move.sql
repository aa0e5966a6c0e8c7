-- V246: the pairs of a member's name do not say where he stands, so a move leaves them as they are.
-- Why:      a county that moves wrote a row anew for each pair of a name below it, nearly 40,000, three quarters of them of members: a
--           fifth of its time. The search goes from the pair to the members by their key and takes of each the place where he stands now.
-- Cost:     a page reads all members of the register with that pair and no longer only those that it shows (ADR 0015 says how many and how
--           long). Fills two tables once; whoever writes members or organizations waits meanwhile.
-- Deploy:   any time. The version before goes on searching: what it reads as name_gram is a view now, which a later version drops.
-- Rejected: the same for organizations: most of them have the same pairs (支部, 委员), and a page would read them all. The branch's id beside
--           the pair: it says no more of the place than the member does. Leaving out the policy and asking a function with the owner's
--           right: what it forgets to compare, anybody learns.
lock table party_organization, party_member in share row exclusive mode;

create table member_name_gram (
  gram text collate "C" not null,
  member_id uuid not null,
  constraint member_name_gram_pk primary key (gram, member_id));
create table organization_name_gram (
  gram text collate "C" not null,
  organization_path text collate "C" not null,
  organization_id uuid not null,
  constraint organization_name_gram_pk primary key (gram, organization_path, organization_id));
insert into member_name_gram select g, m.id from party_member m cross join unnest(name_grams(m.name)) as g;
insert into organization_name_gram select g, o.organization_path, o.id from party_organization o cross join unnest(name_grams(o.name)) as g;
drop table name_gram;

create or replace function organization_name_grams() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    insert into organization_name_gram select g, n.organization_path, n.id from fresh n cross join unnest(name_grams(n.name)) as g;
    return null;
  end if;
  delete from organization_name_gram
  where gram = any (name_grams(old.name)) and organization_path = old.organization_path and organization_id = old.id;
  insert into organization_name_gram select g, new.organization_path, new.id from unnest(name_grams(new.name)) as g;
  return null;
end $$;
create or replace function member_name_grams() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    insert into member_name_gram select g, n.id from fresh n cross join unnest(name_grams(n.name)) as g;
    return null;
  end if;
  delete from member_name_gram where gram = any (name_grams(old.name)) and member_id = old.id;
  insert into member_name_gram select g, new.id from unnest(name_grams(new.name)) as g;
  return null;
end $$;
-- Row by row, since names change one by one: a move, which writes thousands and renames none, does not come here at all.
drop trigger organization_name_grams_go_on on party_organization;
create trigger organization_name_grams_go_on after update of name on party_organization
  for each row when (old.name <> new.name) execute function organization_name_grams();
drop trigger member_name_grams_go_on on party_member;
create trigger member_name_grams_go_on after update of name on party_member
  for each row when (old.name <> new.name) execute function member_name_grams();

alter table member_name_gram enable row level security;
alter table member_name_gram force row level security;
create policy member_name_gram_kept on member_name_gram for all to current_user using (true) with check (true);
create policy member_name_gram_of_member on member_name_gram for select to ${application}
  using (exists (select from party_member m where m.id = member_name_gram.member_id));
grant select on member_name_gram to ${application};
alter table organization_name_gram enable row level security;
alter table organization_name_gram force row level security;
create policy organization_name_gram_kept on organization_name_gram for all to current_user using (true) with check (true);
create policy organization_name_gram_subtree on organization_name_gram for all to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'));
grant select, update (organization_path) on organization_name_gram to ${application};

create view name_gram with (security_invoker = true) as
select 'organization' as resource_type, gram, organization_path, organization_id as resource_id from organization_name_gram
union all
select 'member', g.gram, m.organization_path, g.member_id from member_name_gram g join party_member m on m.id = g.member_id;
grant select on name_gram to ${application};
