-- V100: divisions, the tree of Party organizations, members with their roll, posts.
-- Why:      the register on which every other service relies; nothing in it is deleted, states and days tell history.
-- Cost:     empty tables.
-- Deploy:   with the first version of the service.
-- Rejected: ltree and closure tables for the tree: a path key carried by every row answers a subtree by one index range.
create extension if not exists btree_gist;   -- exclusion over a uuid and a range of days

create table division (
  id uuid constraint division_pk primary key,
  code text not null constraint division_code_unique unique
       constraint division_code_form check (code ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$'),
  name text not null,
  level text not null constraint division_level check (level in ('CITY', 'COUNTY', 'TOWN', 'VILLAGE')),
  parent_code text constraint division_parent_fk references division (code),
  not_a_place boolean not null,
  version bigint not null);
create index division_by_parent on division (parent_code, code);

-- Which type may stand under which. Source: domain rule of the tree (Party Charter; practice).
create table allowed_parent (
  child_type text not null,
  parent_type text not null,
  constraint allowed_parent_pk primary key (child_type, parent_type));
insert into allowed_parent (child_type, parent_type) values
  ('LOCAL_COMMITTEE', 'LOCAL_COMMITTEE'),
  ('WORKING_COMMITTEE', 'LOCAL_COMMITTEE'),
  ('LEADING_GROUP', 'LOCAL_COMMITTEE'),
  ('PRIMARY_COMMITTEE', 'LOCAL_COMMITTEE'), ('PRIMARY_COMMITTEE', 'WORKING_COMMITTEE'), ('PRIMARY_COMMITTEE', 'LEADING_GROUP'),
  ('PRIMARY_COMMITTEE', 'PRIMARY_COMMITTEE'),
  ('GENERAL_BRANCH', 'PRIMARY_COMMITTEE'), ('GENERAL_BRANCH', 'WORKING_COMMITTEE'),
  ('BRANCH', 'PRIMARY_COMMITTEE'), ('BRANCH', 'GENERAL_BRANCH'), ('BRANCH', 'WORKING_COMMITTEE');

-- Rules are dated data: an organization is judged by the rule in force on the day of the step.
create table organization_rule (
  id uuid constraint organization_rule_pk primary key,
  code text not null,
  applies_to text not null,
  value bigint not null,
  severity text not null constraint organization_rule_severity check (severity in ('ERROR', 'WARNING', 'INFO')),
  effective_from date not null,
  effective_to date,
  source text not null,
  certainty text not null constraint organization_rule_certainty check (certainty in ('A', 'B', 'C')),
  constraint organization_rule_once exclude using gist (code with =, applies_to with =, daterange(effective_from, effective_to) with &&));
insert into organization_rule (id, code, applies_to, value, severity, effective_from, effective_to, source, certainty) values
  (gen_random_uuid(), 'BRANCH_MINIMUM_FULL_MEMBERS', 'BRANCH', 3, 'ERROR', '1949-10-01', '2018-10-28', 'Practice before the Branch Regulation', 'B'),
  (gen_random_uuid(), 'BRANCH_MINIMUM_FULL_MEMBERS', 'BRANCH', 3, 'ERROR', '2018-10-28', null, '中国共产党支部工作条例（试行）, 2018, art. 4', 'A');

create table party_organization (
  id uuid constraint party_organization_pk primary key,
  code text not null constraint party_organization_code_unique unique
       constraint party_organization_code_form check (code ~ '^([0-9]{3}){1,8}$'),
  name text not null,
  short_name text,
  type text not null,
  kind text,
  sector text,
  area_code text not null constraint party_organization_area_fk references division (code),
  unit_credit_code text,
  parent_id uuid constraint party_organization_parent_fk references party_organization (id),
  organization_path text collate "C" not null constraint party_organization_path_unique unique,
  children integer not null default 0,   -- labels given out below this organization; never given again
  established_on date not null,
  activated_on date,
  dissolved_on date,
  state text not null constraint party_organization_state check (state in ('PREPARING', 'ACTIVE', 'DISSOLVED', 'MERGED')),
  version bigint not null,
  constraint party_organization_days check (activated_on >= established_on and dissolved_on >= established_on));
create unique index party_organization_one_root on party_organization ((parent_id is null)) where parent_id is null;
create index party_organization_by_path on party_organization (organization_path, id);
create index party_organization_by_parent on party_organization (parent_id, id);
-- Figures count the active ones of a day and type.
create index party_organization_active on party_organization (organization_path, type, activated_on, dissolved_on) where activated_on is not null;

create table organization_change (
  organization_id uuid not null constraint organization_change_organization_fk references party_organization (id),
  version bigint not null,
  organization_path text collate "C" not null,
  change text not null,
  effective_on date not null,
  comment text,
  entered_by text not null,
  entered_at timestamptz not null default clock_timestamp(),
  constraint organization_change_pk primary key (organization_id, version));

create table party_member (
  id uuid constraint party_member_pk primary key,
  member_number text not null constraint party_member_number_unique unique,
  name text not null,
  id_number bytea not null,          -- sealed, bound to this row
  id_number_index bytea not null constraint party_member_id_number_unique unique,   -- keyed digest: finds and excludes doubles, tells nothing
  id_number_masked text not null,
  sex_code text not null constraint party_member_sex check (sex_code in ('0', '1', '2', '9')),
  ethnicity_code text not null,
  birth_date date not null,
  member_type text not null constraint party_member_type check (member_type in ('FULL', 'PROBATIONARY')),
  joined_on date not null,
  full_since date,
  organization_id uuid not null constraint party_member_organization_fk references party_organization (id),
  organization_path text collate "C" not null,
  status text not null,
  on_roll_from date not null,
  on_roll_to date,
  version bigint not null,
  constraint party_member_days check (birth_date < joined_on and full_since >= joined_on and on_roll_from >= joined_on and on_roll_to > on_roll_from));
create index party_member_by_path on party_member (organization_path, id);
create index party_member_by_organization on party_member (organization_id, id);

-- On which roll a member stood on which day: [on_roll_from, on_roll_to). At most one on any day.
create table roll_period (
  id uuid constraint roll_period_pk primary key,
  member_id uuid not null constraint roll_period_member_fk references party_member (id),
  organization_id uuid not null constraint roll_period_organization_fk references party_organization (id),
  organization_path text collate "C" not null,
  on_roll_from date not null,
  on_roll_to date,
  constraint roll_period_one_roll exclude using gist (member_id with =, daterange(on_roll_from, on_roll_to) with &&));
create index roll_period_by_path on roll_period (organization_path, on_roll_from, on_roll_to);

-- Who held which post on which day: [held_from, held_to).
create table post (
  id uuid constraint post_pk primary key,
  member_id uuid not null constraint post_member_fk references party_member (id),
  organization_id uuid not null constraint post_organization_fk references party_organization (id),
  organization_path text collate "C" not null,
  post text not null,
  held_from date not null,
  held_to date,
  basis text not null constraint post_basis check (basis in ('ELECTED', 'APPOINTED', 'BY_ELECTION')),
  version bigint not null,
  constraint post_days check (held_to > held_from),
  constraint post_one_secretary exclude using gist (organization_id with =, daterange(held_from, held_to) with &&) where (post = 'SECRETARY'),
  constraint post_once exclude using gist (member_id with =, organization_id with =, post with =, daterange(held_from, held_to) with &&));
create index post_by_path on post (organization_path, id);
create index post_by_member on post (member_id, held_from);

-- Ids or codes to organizations, for scopes and references; says nothing but where they are.
create function organizations_named(refs text[]) returns table (reference text, id uuid, path text)
language sql stable security definer set search_path = public as $$
  select r.reference, o.id, o.organization_path from unnest(refs) as r (reference) join party_organization o on o.code = r.reference
  union all
  select r.reference, o.id, o.organization_path from unnest(refs) as r (reference)
  join party_organization o on o.id = case when r.reference ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then r.reference::uuid end
$$;

-- A superior sees how many full members a branch has on a day; nobody's name is needed for it.
create function full_members_on(branch uuid, day date) returns bigint
language sql stable set search_path = public as $$
  select count(*) from roll_period r join party_member m on m.id = r.member_id
  where r.organization_id = branch and r.on_roll_from <= day and (r.on_roll_to is null or r.on_roll_to > day)
    and m.member_type = 'FULL' and m.full_since <= day
$$;

do $$
declare
  t text;
begin
  foreach t in array array['party_organization', 'organization_change', 'party_member', 'roll_period', 'post'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy %I on %I for all to ${application} using (exists (
      select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
      where p like '/_%%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'))$policy$, t || '_subtree', t);
  end loop;
end $$;
-- The root has no superior in whose scope it could be made; there is one of it, and the use case asks for a grant on its code.
create policy party_organization_root on party_organization for insert to ${application} with check (parent_id is null);
create policy organization_change_root on organization_change for insert to ${application} with check (organization_path = '/0001/' and version = 1);
-- organizations_named runs as the owner.
create policy party_organization_located on party_organization for select to current_user using (true);

grant select, insert on division to ${application};
grant select on allowed_parent, organization_rule to ${application};
grant select, insert, update on party_organization to ${application};
grant select, insert on organization_change to ${application};
grant select, insert, update on party_member to ${application};
grant select, insert, update on roll_period to ${application};
grant select, insert, update on post to ${application};
