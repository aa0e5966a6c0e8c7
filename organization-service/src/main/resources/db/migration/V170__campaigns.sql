-- V170: campaigns (活动) with their coordination groups, offices and actions.
-- Why:      a campaign is a row, never code: the next one reuses everything. Whoever stands below its owner reads it, since
--           every branch works by it; only the owner's office changes it.
-- Cost:     empty tables; one more look at the caller's paths for each row of them, of which there are few.
-- Deploy:   before the code that writes them; the version before ignores them.
-- Rejected: the owner's path by join, as elsewhere: a branch does not see the organization above it, so the row says it
--           itself. Names of the members of a body: the post says who it is on any day, and the post is in the register.
create table campaign (
  id uuid constraint campaign_pk primary key,
  organization_id uuid not null constraint campaign_organization_fk references party_organization (id),
  organization_path text collate "C" not null,
  code text not null constraint campaign_code_once unique,
  name_zh text not null,
  name_en text not null,
  from_day date not null,
  to_day date not null,                 -- included, and never earlier than it was: what lies within stays within
  parent_id uuid constraint campaign_parent_fk references campaign (id),
  changed_on date,
  version bigint not null,
  constraint campaign_days check (to_day >= from_day));

create table campaign_body (
  id uuid constraint campaign_body_pk primary key,
  campaign_id uuid not null constraint campaign_body_campaign_fk references campaign (id),
  organization_id uuid not null constraint campaign_body_organization_fk references party_organization (id),
  organization_path text collate "C" not null,
  kind text not null constraint campaign_body_kind check (kind in ('COORDINATION_GROUP', 'OFFICE')),
  set_up_on date not null,
  ended_on date,
  seatings integer not null,            -- how often its seats were given
  stepped_on date not null,
  version bigint not null,
  constraint campaign_body_days check (ended_on >= set_up_on));
create unique index campaign_body_one_open on campaign_body (campaign_id, organization_id, kind) where ended_on is null;
create index campaign_body_by_path on campaign_body (organization_path, id);

-- Who sits in a body, by post: [from_day, to_day). Changed on the day on which it began, a seat was held on no day.
create table campaign_body_seat (
  id uuid constraint campaign_body_seat_pk primary key,
  body_id uuid not null constraint campaign_body_seat_body_fk references campaign_body (id),
  organization_id uuid not null constraint campaign_body_seat_organization_fk references party_organization (id),
  post text not null,
  role text not null constraint campaign_body_seat_role check (role in ('HEAD', 'DEPUTY_HEAD', 'MEMBER')),
  from_day date not null,
  to_day date,
  constraint campaign_body_seat_days check (to_day >= from_day));
create index campaign_body_seat_of_body on campaign_body_seat (body_id, from_day, id);

create table campaign_action (
  id uuid constraint campaign_action_pk primary key,
  campaign_id uuid not null constraint campaign_action_campaign_fk references campaign (id),
  organization_id uuid not null constraint campaign_action_organization_fk references party_organization (id),
  organization_path text collate "C" not null,
  kind text not null constraint campaign_action_kind check (kind in ('PRESCRIBED', 'OPTIONAL')),
  title text not null,
  obliged_types text[] not null,
  sectors text[] not null,              -- none: of every sector
  version bigint not null,
  constraint campaign_action_title_once unique (campaign_id, organization_id, title));
create index campaign_action_by_path on campaign_action (organization_path, id);

do $$
declare
  t text;
begin
  foreach t in array array['campaign', 'campaign_body', 'campaign_action'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($policy$create policy %I on %I for all to ${application} using (exists (
      select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
      where p like '/_%%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'))$policy$, t || '_subtree', t);
    -- DOWNWARD: whoever stands below its owner reads it.
    execute format($policy$create policy %I on %I for select to ${application} using (exists (
      select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
      where p like '/_%%/' and p collate "C" >= organization_path and p collate "C" < rtrim(organization_path, '/') || '0'))$policy$, t || '_downward', t);
  end loop;
end $$;
alter table campaign_body_seat enable row level security;
alter table campaign_body_seat force row level security;
create policy campaign_body_seat_of_body on campaign_body_seat for select to ${application}
  using (exists (select from campaign_body b where b.id = campaign_body_seat.body_id));
create policy campaign_body_seat_of_own_body on campaign_body_seat for all to ${application}
  using (exists (select from campaign_body b where b.id = campaign_body_seat.body_id and in_scope(b.organization_path)));
grant select, insert, update on campaign, campaign_body, campaign_action to ${application};
grant select, insert, update (to_day) on campaign_body_seat to ${application};
