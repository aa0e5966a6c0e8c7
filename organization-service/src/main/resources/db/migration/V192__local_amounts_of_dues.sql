-- V192: amounts of dues that an organization fixes for those below it, within what the national rule leaves open.
-- Why:      farmers pay 0.20 to 1.00 a month; which of it is settled locally, by the nearest organization above the member. Rates
--           of pay are the national rule's alone: nothing is left open there.
-- Cost:     an empty table; one look at it for each assessment of a fixed amount.
-- Deploy:   before the code that asks for it; the version before assesses by the national table alone.
-- Rejected: rows among the national rates: their brackets leave no gap and are adopted by the root; this is one range, proposed
--           by one person and confirmed by another.
create table local_dues_amount (
  id uuid constraint local_dues_amount_pk primary key,
  organization_id uuid not null constraint local_dues_amount_organization_fk references party_organization (id),
  organization_path text collate "C" not null,
  category text not null constraint local_dues_amount_category check (category in ('FARMER', 'STUDENT', 'UNEMPLOYED', 'RELIEF_RECIPIENT')),
  least_fen bigint not null,
  most_fen bigint not null constraint local_dues_amount_range check (least_fen >= 0 and most_fen >= least_fen),
  effective_from date not null,
  effective_to date,
  source text not null,
  state text not null constraint local_dues_amount_state check (state in ('PROPOSED', 'ADOPTED', 'ENDED', 'WITHDRAWN')),
  stepped_on date not null,
  version bigint not null,
  constraint local_dues_amount_days check (effective_to > effective_from),
  constraint local_dues_amount_once exclude using gist (organization_id with =, category with =,
    daterange(effective_from, effective_to) with &&) where (state <> 'WITHDRAWN'));
create index local_dues_amount_by_path on local_dues_amount (organization_path, id);
alter table local_dues_amount enable row level security;
alter table local_dues_amount force row level security;
create policy local_dues_amount_subtree on local_dues_amount for all to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and organization_path >= p and organization_path < rtrim(p, '/') || '0'));
-- DOWNWARD: whoever stands below is assessed by it.
create policy local_dues_amount_downward on local_dues_amount for select to ${application} using (exists (
  select from unnest(string_to_array((select current_setting('app.organization_path', true)), ',')) as p
  where p like '/_%/' and p collate "C" >= organization_path and p collate "C" < rtrim(organization_path, '/') || '0'));
grant select, insert, update on local_dues_amount to ${application};

alter table dues_assessment add column local_amount_id uuid
  constraint dues_assessment_local_amount_fk references local_dues_amount (id);
