-- V132: organizations and members are found by a fragment of their name.
-- Why:      a name of two characters must be found among millions, inside any subtree, without reading the subtree.
-- Cost:     a row for each pair of neighbouring characters of a name, about two for a member, in one index; filled here once.
--           A move of a subtree reads the table once.
-- Deploy:   before the code that searches; the version before writes them by the triggers.
-- Rejected: trigram indexes (a Chinese name has no three neighbouring characters worth the name; and an inverted index cannot be
--           read inside a range of paths, so a frequent pair reads the whole city); pattern matching within the range.
create table name_gram (
  resource_type text not null constraint name_gram_type check (resource_type in ('organization', 'member')),
  gram text collate "C" not null,
  organization_path text collate "C" not null,
  resource_id uuid not null,
  constraint name_gram_pk primary key (resource_type, gram, organization_path, resource_id));

-- The pairs of neighbouring characters, each once; the name itself when it has one character only.
create function name_grams(name text) returns text[] language sql immutable parallel safe as $$
  select case when length(name) < 2 then array[name]
              else array(select distinct substr(name, i, 2) from generate_series(1, length(name) - 1) as i) end
$$;

create function organization_name_grams() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'UPDATE' then
    if not exists (select from fresh n join former o on o.id = n.id where n.name <> o.name) then
      return null;
    end if;
    delete from name_gram g using (
      select unnest(name_grams(o.name)) as gram, o.organization_path, o.id from fresh n join former o on o.id = n.id where n.name <> o.name) d
    where g.resource_type = 'organization' and g.gram = d.gram and g.organization_path = d.organization_path and g.resource_id = d.id;
    insert into name_gram select 'organization', g, n.organization_path, n.id
    from fresh n join former o on o.id = n.id cross join unnest(name_grams(n.name)) as g where n.name <> o.name;
    return null;
  end if;
  insert into name_gram select 'organization', g, n.organization_path, n.id from fresh n cross join unnest(name_grams(n.name)) as g;
  return null;
end $$;
create trigger organization_name_grams_begin after insert on party_organization referencing new table as fresh
  for each statement execute function organization_name_grams();
create trigger organization_name_grams_go_on after update on party_organization referencing old table as former new table as fresh
  for each statement execute function organization_name_grams();

create function member_name_grams() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'UPDATE' then
    if not exists (select from fresh n join former o on o.id = n.id where n.name <> o.name or n.organization_id <> o.organization_id) then
      return null;   -- a whole subtree that moves is rewritten at once
    end if;
    delete from name_gram g using (
      select unnest(name_grams(o.name)) as gram, o.organization_path, o.id from fresh n join former o on o.id = n.id
      where n.name <> o.name or n.organization_id <> o.organization_id) d
    where g.resource_type = 'member' and g.gram = d.gram and g.organization_path = d.organization_path and g.resource_id = d.id;
    insert into name_gram select 'member', g, n.organization_path, n.id
    from fresh n join former o on o.id = n.id cross join unnest(name_grams(n.name)) as g
    where n.name <> o.name or n.organization_id <> o.organization_id;
    return null;
  end if;
  insert into name_gram select 'member', g, n.organization_path, n.id from fresh n cross join unnest(name_grams(n.name)) as g;
  return null;
end $$;
create trigger member_name_grams_begin after insert on party_member referencing new table as fresh
  for each statement execute function member_name_grams();
create trigger member_name_grams_go_on after update on party_member referencing old table as former new table as fresh
  for each statement execute function member_name_grams();

insert into name_gram select 'organization', g, o.organization_path, o.id from party_organization o cross join unnest(name_grams(o.name)) as g;
insert into name_gram select 'member', g, m.organization_path, m.id from party_member m cross join unnest(name_grams(m.name)) as g;

alter table name_gram enable row level security;
alter table name_gram force row level security;
create policy name_gram_kept on name_gram for all to current_user using (true) with check (true);
create policy name_gram_subtree on name_gram for all to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'));
grant select, update (organization_path) on name_gram to ${application};
