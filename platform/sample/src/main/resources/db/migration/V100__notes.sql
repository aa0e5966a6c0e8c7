-- V100: notes in folders, the smallest thing that has an organization, a version and events.
create table folder (
  id uuid constraint folder_pk primary key,
  code text not null constraint folder_code_unique unique,
  path text collate "C" not null constraint folder_path_unique unique);

create table note (
  id uuid constraint note_pk primary key,
  folder_id uuid not null constraint note_folder_fk references folder (id),
  organization_path text collate "C" not null,
  title text not null constraint note_title_unique unique,
  written_on date not null,
  version bigint not null);
create index note_by_path on note (organization_path, id);

create table note_ref (
  id uuid constraint note_ref_pk primary key,
  title text not null,
  version bigint not null,
  applied integer not null);

create function organizations_named(refs text[]) returns table (reference text, id uuid, path text)
language sql stable security definer set search_path = public as $$
  select r.reference, f.id, f.path from unnest(refs) as r (reference) join folder f on f.code = r.reference or f.id::text = r.reference
$$;

alter table note enable row level security;
alter table note force row level security;
create policy note_subtree on note for all to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'));

grant select, insert on folder to ${application};
grant select, insert, update on note to ${application};
grant select, insert, update on note_ref to ${pipeline};
grant select on note_ref to ${application};
